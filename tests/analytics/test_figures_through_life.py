"""Whatever happens to reports and areas: the files say at every step what the specification says.

A plain run tries a few lives; `make test-figures` (PHONGTRAO_FIGURES=full) many.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from importlib import import_module
from pathlib import Path
from random import Random

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from phongtrao.analytics.actions import rebuild
from phongtrao.analytics.general.refusals import Refusal
from phongtrao.analytics.queries import FiguresAsked, figures_everywhere, figures_within
from phongtrao.analytics.queries.figures import Kept, forget
from phongtrao.analytics.queries.specified import by_specification
from phongtrao.analytics.queries.store import Store
from phongtrao.core.errors import DomainError
from phongtrao.core.periods import CALENDAR, DEFAULT_SCHEME, parse_period
from phongtrao.org import scope
from phongtrao.org.actions import area_changes, area_undo
from phongtrao.org.models import AreaChange
from phongtrao.org.reshaping.operations import NewArea, Order, Part, Reorganise
from phongtrao.reporting import actions, queries
from phongtrao.reporting.models import Adjustment, Report, Round
from tests.reporting import cases, small_country
from tests.world import World

door = import_module("phongtrao.analytics.queries.figures")

pytestmark = [pytest.mark.django_db]

LIVES = 150 if os.environ.get("PHONGTRAO_FIGURES") == "full" else 2
STEPS = 10
CODES = ("TT01", "HG03", "HG05", "LL02", "MH02")
PERIODS = ("2025-12", "2026-01", "2026-Q1", "2026-04/2026-06", "2026-H1", "2026-06", "2026")
OPENED = ("2026-H1", "2026-Q1", "2026-Q2", "2026-01", "2026-05")
COMMUNES = {"dak-ha": "Chi", "ba-to": "Ba", "ly-son": "Lý"}
MERGED_ON = date(2026, 5, 1)


@dataclass
class Life:
    """One country, to which things happen by chance."""

    world: World
    random: Random
    folder: Path
    files: int = 0
    generally: int = 0  # answers of the general path
    log: list[str] = field(default_factory=list)

    def step(self) -> None:
        """One thing happens, or is refused."""
        acts: list[Callable[[], object]] = [
            self.open, self.submit, self.submit, self.submit, self.give_back, self.approve,
            self.reopen, self.lock, self.unlock, self.merge, self.split, self.undo, self.take_in,
            self.take_in, self.build, self.lose_memory, self.change_process, self.propose,
            self.adjust, self.adjust, self.withdraw,
        ]  # fmt: skip
        act = self.random.choice(acts)
        self.log.append(act.__name__)
        try:
            with transaction.atomic():
                act()
        except DomainError as refusal:
            self.log[-1] += f" ({refusal.code})"
            scope.forget()

    def open(self) -> None:
        """A round is opened."""
        scheme = self.random.choice([DEFAULT_SCHEME, DEFAULT_SCHEME, CALENDAR]).code
        cases.open_round(self.world, period=self.random.choice(OPENED), scheme=scheme)

    def submit(self) -> None:
        """A commune fills and sends its report, some figures otherwise than before."""
        round_, area = self._any_round(), self.random.choice(list(COMMUNES))
        changes = {place: str(self.random.randint(1, 9)) for place in (0, 1, 3, 5, 8)}
        if round_ and Report.objects.filter(round=round_, area=self.world.area(area)).exists():
            cases.submitted(self.world, round_, area, COMMUNES[area], changes)

    def give_back(self) -> None:
        """The police above give a report back."""
        report = self._any_report()
        if report and (version := queries.newest_version(report)):
            actions.return_report(version, reason="Xem lại", by=self.world.actor("An"))

    def approve(self) -> None:
        """Both approvals are given."""
        report = self._any_report()
        if report and (version := queries.newest_version(report)):
            actions.approve_version(version, kind="approve", by=self.world.actor("Bình"))
            actions.approve_version(version, kind="concur", by=self.world.actor("Dương"))

    def reopen(self) -> None:
        """An approved report is opened again."""
        if report := self._any_report():
            actions.reopen_report(report, reason="Sai số", by=self.world.actor("An"))

    def lock(self) -> None:
        """The figures of a round are closed."""
        if round_ := self._any_round():
            actions.lock_round(round_, by=self.world.actor("An"))

    def unlock(self) -> None:
        """They are opened again."""
        if round_ := self._any_round():
            actions.reopen_round(round_, reason="Bổ sung", by=self.world.actor("An"))

    def propose(self) -> None:
        """A signed line is proposed; it counts for nothing yet."""
        report = self._any_report()
        if report and (version := queries.newest_version(report)):
            code = self.random.choice(["TT01", "HG03", "HG04", "LL02", "MH02"])
            draft = actions.AdjustmentDraft(code, self.random.choice(["+3", "-1"]), "Đối chiếu")
            actions.propose_adjustment(version, draft, by=self.world.actor("An"))

    def adjust(self) -> None:
        """A line is proposed, and one that waits is approved by a second person."""
        self.propose()
        if waiting := Adjustment.objects.filter(decided_at=None).first():
            actions.decide_adjustment(waiting, approve=True, by=self.world.actor("Bình"))

    def withdraw(self) -> None:
        """An approved line is withdrawn."""
        if line := Adjustment.objects.filter(withdrawn_at=None).exclude(decided_at=None).first():
            actions.withdraw_adjustment(line, reason="Nhầm", by=self.world.actor("An"))

    def merge(self) -> None:
        """Two communes become one."""
        self._reorganise(("dak-ha", "ba-to"), ("Giả Định",))

    def split(self) -> None:
        """A commune is cut in two."""
        self._reorganise(("ly-son",), ("Lý Sơn Đông", "Lý Sơn Tây"))

    def undo(self) -> None:
        """The last act is taken back."""
        if change := AreaChange.objects.filter(undone_at=None).first():
            area_undo.undo(change, by=self.world.actor("Quản"))

    def take_in(self) -> None:
        """A file brings figures of some communes."""
        codes = ("23500", "21484", "21548", "23942")
        period = self.random.choice(["2026-01", "2026-02", "2026-03", "2026-Q1", "2026-06"])
        day = "2026-06-14" if period == "2026-06" else "2026-01-10"
        lines = [
            f"{code},{day},{period},{indicator},{self.random.choice([0, 1, 7, 60_000])}"
            for code in codes for indicator in ("TT01", "HG03", "HG04", "LL02", "MH02")
            if self.random.random() < 0.7
        ]  # fmt: skip
        self.files += 1
        path = self.folder / f"{self.files}.csv"
        small_country.take(small_country.write(path, lines))

    def build(self) -> None:
        """New files are made, of everything or of what has changed."""
        rebuild(whole=self.random.random() < 0.5)

    def lose_memory(self) -> None:
        """A process dies between a commit and its next answer; another one begins."""
        forget()

    def change_process(self) -> None:
        """Another process answers from now on; this one may be asked again later."""
        PROCESSES.reverse()
        _become(PROCESSES[0])

    def _reorganise(self, old: tuple[str, ...], new: tuple[str, ...]) -> None:
        parent = self.world.area("quang-ngai").pk
        areas = tuple(
            NewArea(f"9990{n}", name, "xã", "commune", parent) for n, name in enumerate(new)
        )
        parts = tuple(
            Part(self.world.area(key).pk, n, Fraction(1, len(new)))
            for key in old for n in range(len(new))
        )  # fmt: skip
        order = Order(Reorganise(areas, parts), MERGED_ON, "9/NQ-UBTVQH")
        area_changes.carry_out(order, by=self.world.actor("Quản"))

    def _any_round(self) -> Round | None:
        rounds = Round.objects.filter(value_import=None).select_related(
            "template_version__template"
        )
        return self.random.choice(list(rounds) or [None])

    def _any_report(self) -> Report | None:
        reports = Report.objects.exclude(version_count=0).filter(value_import=None)
        chosen = reports.select_related("round__template_version__template", "body")
        return self.random.choice(list(chosen) or [None])


PROCESSES: list[tuple[Store, Kept]] = []


def _become(process: tuple[Store, Kept]) -> None:
    """Answer with what another process holds."""
    door.STORE, door.KEPT = process


def _compare(life: Life) -> None:
    random = life.random
    for level in ("country", "province", "commune"):
        asked = FiguresAsked(
            random.sample(CODES, 3),
            [parse_period(each) for each in random.sample(PERIODS, 2)],
            level,
            random.choice([DEFAULT_SCHEME, DEFAULT_SCHEME, CALENDAR]),
            as_of=random.choice([None, None, date(2026, 4, 30), date(2026, 11, 1)]),
        )
        told = by_specification(asked)
        for row in figures_everywhere(asked).rows():
            assert row.figure == told[row.indicator, row.period, row.area_code], (life.log, row)
        with suppress(Refusal):  # it leaves to the specification what it cannot say
            for row in figures_everywhere(asked, path="general").rows():
                told_of = told[row.indicator, row.period, row.area_code]
                assert row.figure == told_of, (life.log, row)
                life.generally += 1
        mine = figures_within(life.world.actor("Giang").scope, asked).rows()
        assert {row.area_code for row in mine} <= {"52", "23942"}


@given(seed=st.integers(0, 2**32))
@settings(
    max_examples=LIVES, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_files_and_specification_agree_at_every_step(
    world: World, tmp_path: Path, seed: int
) -> None:
    held = door.STORE, door.KEPT
    PROCESSES[:] = [(Store(), Kept()), (Store(), Kept())]
    life = Life(world, Random(seed), tmp_path)
    try:
        with transaction.atomic():
            _become(PROCESSES[0])
            life.open()
            rebuild()
            for _each in range(STEPS):
                life.step()
                _compare(life)
            assert life.generally
            transaction.set_rollback(True)
    finally:
        _become(held)
        forget()
        scope.forget()
