"""What goes in and out of the REST door; names are those of the record and of `rollup`."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal

from ninja import Schema
from pydantic import ConfigDict, Field

State = Literal["none", "value", "zero", "not_applicable", "withheld"]
TypedState = Literal["none", "value", "zero", "not_applicable"]
Count = Annotated[int, Field(ge=0)]
Text = Annotated[str, Field(max_length=2_000)]
Key = Annotated[str, Field(min_length=1, max_length=40)]
Level = Literal["country", "province", "district", "commune", "residential_area"]


class _Sent(Schema):
    """What a caller sends: a field that is not known is a fault, not ignored."""

    model_config = ConfigDict(extra="forbid")


class Place(Schema):
    """An area by its code, and how it was called."""

    id: int
    code: str
    name: str


class Me(Schema):
    """In whose name the token acts, and what it may."""

    account: str
    capacity: str
    body: str
    body_kind: str
    area: Place | None
    capabilities: list[str]
    token: str
    valid_to: date
    calls_a_minute: int


class Area(Schema):
    """An area in force on the day asked."""

    id: int
    code: str
    name: str
    type: str
    level: Level
    parent_id: int | None
    valid_from: date
    valid_to: date | None


class IndicatorOut(Schema):
    """An indicator of the catalogue."""

    code: str
    name: str
    name_en: str
    section: str
    unit: str
    kind: str
    numerator: str
    denominator: str
    decimals: int
    levels: list[str]
    frequency: list[str]
    disaggregation: list[str]
    counts_people: bool
    is_enabled: bool
    disabled_reason: str


class TemplateOut(Schema):
    """The newest version of a form."""

    code: str
    name: str
    version: int
    kinds: list[str]
    period_kind: str


class FormCell(Schema):
    """One cell of a form; `key` names it in reports."""

    key: str
    indicator: str
    disaggregation: str
    section: str
    order: str
    name: str
    unit: str
    kind: str
    decimals: int


class FormSection(Schema):
    """A section of a form; one with topics is told in statements."""

    code: str
    name: str
    topics: list[str] = []


class TemplateDetail(TemplateOut):
    """A form with what it asks."""

    sections: list[FormSection]
    cells: list[FormCell]


class RoundOut(Schema):
    """One period asked of the areas of a level; counts are those of the caller's scope."""

    id: int
    template: str
    template_version: int
    scheme: str
    period: str
    first_day: date
    last_day: date
    area: Place | None
    level: str
    state: str
    opened_on: date
    deadline_at: datetime
    of: Count
    sent: Count


class CompletenessOut(Schema):
    """How many of the reports that the caller may see have come, and how."""

    of: Count
    sent: Count
    approved: Count
    returned: Count
    on_time: Count
    late: Count


class ReportOut(Schema):
    """A report as it stands in a list."""

    id: int
    round_id: int
    period: str
    scheme: str
    area: Place | None
    body_kind: str
    body: str
    state: str
    versions: Count
    first_submitted_at: datetime | None
    submitted_at: datetime | None


class CellOut(Schema):
    """What a cell says; `value` is null unless the state is value or zero."""

    key: str
    state: State
    value: int | float | None


class StatementOut(Schema):
    """One statement of the narrative."""

    topic: str
    text: str


class VersionOut(Schema):
    """A version of the record, by its place in the chain of hashes."""

    n: int
    submitted_at: datetime
    submitted_by: str
    hash: str


class VersionDetail(VersionOut):
    """A version with what it says."""

    cells: list[CellOut]
    statements: list[StatementOut]


class ReportDetail(ReportOut):
    """A report with its newest version, the list of all, and how far its own body has typed.

    `working_version` is the base of the next save; null for others than the reporting body.
    """

    cells: list[CellOut]
    statements: list[StatementOut]
    history: list[VersionOut]
    working_version: int | None


class CellIn(_Sent):
    """What a cell shall say: a figure (number or text like "1234.5"), or a state without one."""

    state: TypedState = "value"
    value: (
        Annotated[Decimal, Field(allow_inf_nan=False)] | Annotated[str, Field(max_length=30)] | None
    ) = None


class StatementIn(_Sent):
    """One statement of the narrative, under a topic of the form."""

    topic: Annotated[str, Field(min_length=1, max_length=200)]
    text: Text


class WorkingCopyIn(_Sent):
    """What is typed on top of the working copy of number `base_version` (0: there is none yet).

    Cells that are not named stay. `statements`, where given, replace all there were.
    """

    base_version: Annotated[int, Field(ge=0, le=2**31)]
    cells: Annotated[dict[Key, CellIn], Field(max_length=2_000)] = {}
    notes: Annotated[dict[Key, Annotated[str, Field(max_length=300)]], Field(max_length=2_000)] = {}
    statements: Annotated[list[StatementIn], Field(max_length=200)] | None = None
    reason: Annotated[str, Field(max_length=300)] | None = None


class CellFault(Schema):
    """What is wrong at a cell of a saved working copy; a blocking one keeps it from being sent."""

    key: str
    blocking: bool
    message: str


class WorkingCopyOut(Schema):
    """The working copy as saved: the base of the next save or submission."""

    version: int
    saved_at: datetime
    faults: list[CellFault]


class SubmitIn(_Sent):
    """Which working copy is to be sent."""

    base_version: Annotated[int, Field(ge=1, le=2**31)]


class FigureOut(Schema):
    """One rolled-up figure: `n` of `of` areas said something for the whole period."""

    area_code: str
    area_name: str
    period: str
    indicator: str
    value: int | float | None
    n: Count
    of: Count
    estimated: bool


class ImportOut(Schema):
    """What a file has become."""

    id: int
    figures: Count
    reports: Count
    new_reports: Count
    rounds: Count
    root: str
