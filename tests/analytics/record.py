"""Any record in the oracle's small country: forms, rounds, bodies and cells of every state."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from phongtrao.analytics.actions import note_change
from phongtrao.core import clock
from phongtrao.core.periods import Period, PeriodScheme, window
from phongtrao.org.models import Account, Body, Posting
from phongtrao.org.roles import Role
from phongtrao.reporting.cells import Cell, CellState, pack
from phongtrao.reporting.models import (
    Adjustment,
    Indicator,
    Report,
    ReportTemplate,
    ReportVersion,
    Round,
    TemplateVersion,
    ValueImport,
)
from phongtrao.reporting.workflow import AdjustmentState, ReportState
from tests.reporting import small_country

VALUES = (1, 2, 7, 60, 999, 40_000, 10**6)
STATES = (CellState.NONE, CellState.ZERO, CellState.NOT_APPLICABLE, CellState.WITHHELD)


@dataclass
class Record:
    """A record that is written to without the actions, with every change in the log."""

    random: Random
    kinds: tuple[str, ...] = ("ca", "mttq")
    bodies: dict[tuple[int, str], Body] = field(default_factory=dict)
    rounds: list[Round] = field(default_factory=list)
    source: ValueImport | None = None
    minutes: int = 0
    officials: list[Posting] | None = None

    def prepare(self) -> None:
        """The country with its catalogue and one file that everything came with."""
        small_country.build()
        self.source = ValueImport.objects.create(
            file_name="f", file_sha256="0" * 64, at=clock.now(), by="thu", reports=0, figures=0,
            root="0" * 64,
        )  # fmt: skip

    def form(self, codes: Iterable[str], decimals: int = 0) -> TemplateVersion:
        """A form of these indicators with so many digits, and a detail of the first one."""
        cells = [
            {"key": code, "indicator": code, "decimals": decimals}
            for code in codes
        ]  # fmt: skip
        cells.insert(0, {"key": f"{cells[0]['key']}.nam", "indicator": cells[0]["key"],
                         "decimals": 0})  # fmt: skip
        template = ReportTemplate.objects.create(
            code=f"f{ReportTemplate.objects.count()}", name="F"
        )
        return TemplateVersion.objects.create(
            template=template, n=1, cells=cells, kinds=list(self.kinds), hash="0" * 64,
            period_kind="window", created_at=clock.now(),
        )  # fmt: skip

    def open(
        self, form: TemplateVersion, period: Period, scheme: PeriodScheme, level: str
    ) -> Round:
        """A round that asks a level of the whole country."""
        first, last = window(period, scheme, level)
        round_ = Round.objects.create(
            template_version=form, scheme=scheme.code, period=period.label, first_day=first,
            last_day=last, area_id=1, level=level, opened_at=clock.now(), opened_on=clock.today(),
            value_import=self.source, deadline_at=clock.now(),
        )  # fmt: skip
        self.rounds.append(round_)
        return round_

    def tell(
        self, round_: Round, area_id: int, kind: str, cells: Iterable[Cell] | None = None
    ) -> None:
        """One more version of a report, with any cells; it counts from now on."""
        self.minutes += 1
        at = clock.now() + timedelta(minutes=self.minutes)
        form = round_.template_version.cells
        told = [self.cell() for _each in form] if cells is None else list(cells)
        report, _made = Report.objects.get_or_create(
            round=round_, area_id=area_id, body=self.body(area_id, kind),
            defaults={"superior_id": 1},
        )  # fmt: skip
        report.version_count += 1
        ReportVersion.objects.create(
            report=report, n=report.version_count, cells=pack(told), prev_hash="0" * 64,
            hash="0" * 64, submitted_at=at, value_import=self.source,
        )  # fmt: skip
        report.state, report.value_import = ReportState.APPROVED, self.source
        report.submitted_at = at
        report.first_submitted_at = report.first_submitted_at or at
        report.save()
        note_change(round_.pk, [report.pk])

    def take_back(self, report: Report) -> None:
        """A report is given back: it counts no more."""
        report.state = ReportState.RETURNED
        report.save()
        note_change(report.round_id, [report.pk])

    def adjust(self, report: Report) -> None:
        """A signed line at one undivided figure of a report's newest version."""
        if self.officials is None:
            self.officials = [self._official(name) for name in ("mot", "hai")]
        first, second = self.officials
        version = report.versions.get(n=report.version_count)
        cells = report.round.template_version.cells
        Adjustment.objects.create(
            version=version, cell_key=self.random.choice(cells[1:])["key"], reason="x",
            difference=self.random.choice([-5, 3, 1_000]), body=first.body,
            level=self.random.choice(["country", "province", "commune"]),
            state=AdjustmentState.IN_FORCE, proposed_at=clock.now(), proposed_by=first,
            proposed_account=first.account, decided_at=clock.now(), decided_by=second,
            decided_account=second.account,
        )  # fmt: skip

    def _official(self, name: str) -> Posting:
        account = Account.objects.create(username=name, full_name=name)
        return Posting.objects.create(
            account=account, body=self.body(1, "ca"), role=Role.OFFICER, capacity="Cán bộ",
            valid_from=clock.today(),
        )  # fmt: skip

    def cell(self) -> Cell:
        """Any cell; a value more often than not."""
        if self.random.random() < 0.7:
            sign = -1 if self.random.random() < 0.03 else 1
            return Cell(CellState.VALUE, sign * self.random.choice(VALUES))
        return Cell(self.random.choice(STATES))

    def body(self, area_id: int, kind: str) -> Body:
        """The body of a kind about an area."""
        if (area_id, kind) not in self.bodies:
            self.bodies[area_id, kind] = Body.objects.create(
                kind_id=kind, area_id=area_id, name=f"{kind} {area_id}", name_folded="",
                valid_from=clock.today(),
            )  # fmt: skip
        return self.bodies[area_id, kind]


def decimals_of(code: str) -> int:
    """The digits after the comma in the catalogue."""
    return Indicator.objects.get(code=code).decimals
