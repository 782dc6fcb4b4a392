"""What a layout profile is: the dated, sourced rules by which a state paper is set.

A profile is data. Each rule says where it was read and whether the text itself was seen; a rule
that rests on custom or memory is `verified=False` and can be shown to users by `unverified_rules`.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Part(StrEnum):
    """One component of a paper; the value is also the identifier of its Word style."""

    NATIONAL_TITLE = "NationalTitle"
    MOTTO = "Motto"
    PARENT_BODY = "ParentBody"
    ISSUER = "Issuer"
    NUMBER = "Number"
    PLACE_AND_DATE = "PlaceAndDate"
    PAPER_KIND = "PaperKind"
    ABSTRACT = "Abstract"
    LETTER_ABSTRACT = "LetterAbstract"
    URGENCY = "Urgency"
    ADDRESSEE = "Addressee"
    ADDRESSEE_ITEM = "AddresseeItem"
    LEGAL_BASIS = "LegalBasis"
    BODY = "BodyText"
    DIVISION = "Division"
    DIVISION_TITLE = "DivisionTitle"
    SECTION = "SectionTitle"
    CLAUSE = "ClauseTitle"
    POINT = "PointTitle"
    RECIPIENTS_TITLE = "RecipientsTitle"
    RECIPIENT = "Recipient"
    AUTHORITY = "SignerAuthority"
    SIGNER = "SignerName"
    APPENDIX_LABEL = "AppendixLabel"
    APPENDIX_TITLE = "AppendixTitle"
    APPENDIX_REFERENCE = "AppendixReference"
    PAGE_NUMBER = "PageNumber"
    TABLE_CAPTION = "TableCaption"
    TABLE_HEAD = "TableHead"
    TABLE_TEXT = "TableText"
    TABLE_CENTRED = "TableCentred"
    TABLE_NUMBER = "TableNumber"
    TABLE_NOTE = "TableNote"
    BOX_TITLE = "BoxTitle"
    BOX_TEXT = "BoxText"
    DEMO_MARK = "DemoMark"


class Align(StrEnum):
    """Horizontal alignment, in the words of WordprocessingML."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"
    JUSTIFIED = "both"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a rule stands (`place`, in Vietnamese, for users) and whether its text was seen."""

    place: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Measure:
    """A length or size: the value we set and the closed range the rule allows, in one unit."""

    name: str
    value: float
    low: float
    high: float
    unit: str
    origin: Origin

    def __post_init__(self) -> None:
        """Refuse a profile whose own choice lies outside its own rule."""
        if not self.low <= self.value <= self.high:
            raise ValueError(f"{self.name}: {self.value} lies outside {self.low}–{self.high}")


@dataclass(frozen=True, slots=True)
class Look:
    """Letters and paragraph of a component: spaces in points, `line` in multiples of a line."""

    bold: bool = False
    italic: bool = False
    underlined: bool = False
    capitals: bool = False
    colour: str = ""
    align: Align = Align.LEFT
    first_line_indent: bool = False
    before: float = 0
    after: float = 0
    line: float = 1
    keep_with_next: bool = False
    outline_level: int | None = None


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How one component is set; `box` is its number in the decree's diagram."""

    part: Part
    name: str
    box: str
    size: Measure
    look: Look
    origin: Origin


@dataclass(frozen=True, slots=True)
class PageRules:
    """Paper, margins and the place of the page number; all in millimetres."""

    width: Measure
    height: Measure
    top: Measure
    bottom: Measure
    left: Measure
    right: Measure
    header_distance: Measure
    number_hidden_on_first_page: Origin


@dataclass(frozen=True, slots=True)
class Formulas:
    """The fixed words and signs of the papers of a profile.

    `nation` are the lines at the top right, the last with a rule below it. `symbol` is filled with
    the abbreviation of the kind and those of the bodies, `number` with the number and the symbol.
    Below the issuer stands `issuer_sign`, below the abstract `abstract_sign`: a drawn rule where
    they are "". `prefixes` maps the authorities of Article 13 of the decree, `abbreviations` the
    kinds to how this profile writes them. `unverified` names what was not seen in `place`.
    """

    nation: tuple[tuple[Part, str], ...]
    number: str
    symbol: str
    prefixes: dict[str, str]
    end_mark: str
    place: str
    issuer_sign: str = ""
    abstract_sign: str = ""
    abbreviations: dict[str, str] = field(default_factory=dict)
    unverified: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LayoutProfile:
    """One versioned set of layout rules, in force on the half-open days [valid_from, valid_to)."""

    code: str
    title: str
    valid_from: date
    valid_to: date | None
    font: str
    font_origin: Origin
    language: str
    page: PageRules
    first_line_indent: Measure
    issuer_rule_share: Measure
    abstract_rule_share: Measure
    signature_lines: Measure
    table_sizes: tuple[float, ...]
    formulas: Formulas
    styles: tuple[TextStyle, ...]

    def style(self, part: Part) -> TextStyle:
        """The style of one component; a profile that lacks it is a programming error."""
        return next(style for style in self.styles if style.part is part)

    def text_width(self, *, landscape: bool = False) -> float:
        """Width between the margins in millimetres; a sheet across keeps its left and right."""
        across = self.page.height if landscape else self.page.width
        return across.value - self.page.left.value - self.page.right.value

    def measures(self) -> tuple[Measure, ...]:
        """Every measured rule of the profile, page first, then components."""
        page = self.page
        return (
            page.width,
            page.height,
            page.top,
            page.bottom,
            page.left,
            page.right,
            page.header_distance,
            self.first_line_indent,
            self.issuer_rule_share,
            self.abstract_rule_share,
            self.signature_lines,
            *(style.size for style in self.styles),
        )


def unverified_rules(profile: LayoutProfile) -> tuple[str, ...]:
    """The rules whose text was not seen, as Vietnamese sentences to show beside a paper."""
    doubtful = [style for style in profile.styles if not style.origin.verified]
    sizes = [style.size for style in doubtful]  # said once, with their component
    found = [
        (measure.name, measure.origin)
        for measure in profile.measures()
        if not measure.origin.verified and measure not in sizes
    ]
    found += [(style.name, style.origin) for style in doubtful]
    words = profile.formulas
    found += [(name, Origin(words.place, verified=False)) for name in words.unverified]
    return tuple(f"{name}: chưa đối chiếu ({origin.place})." for name, origin in found)
