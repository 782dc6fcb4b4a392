"""Whatever happens in a training round: no official figure changes, by whatever door."""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from phongtrao.analytics.actions import rebuild
from phongtrao.analytics.general.refusals import Refusal
from phongtrao.analytics.models import FigureChange
from phongtrao.analytics.queries import (
    FiguresAsked,
    ReportsAsked,
    completeness,
    figures_everywhere,
)
from phongtrao.analytics.queries.figures import forget
from phongtrao.analytics.queries.specified import by_specification
from phongtrao.core.errors import DomainError
from phongtrao.core.periods import parse_period
from phongtrao.org import scope
from phongtrao.org.actions import make_token
from phongtrao.org.models import Posting
from phongtrao.org.roles import BY_TOKEN
from phongtrao.reporting import actions, queries
from phongtrao.reporting.exports.value_files import write_values
from phongtrao.reporting.models import Report, Round
from phongtrao.reporting.queries.recorded_values import ValuesAsked
from tests.api.conftest import Program
from tests.reporting import cases
from tests.world import World

pytestmark = [pytest.mark.django_db]
STEPS = 8
CODES = ("TT01", "HG03", "LL02")
COMMUNES = {"dak-ha": "Chi", "ba-to": "Ba", "ly-son": "Lý"}
# What no two answers share: one-time keys, session tokens, ids of requests.
_FLEETING = re.compile(r'value="[0-9A-Za-z]{24,}"|[0-9a-f]{12,}|nonce="[^"]+"')


@dataclass
class Practice:
    """A training round beside a real one, and things that happen in it by chance."""

    world: World
    random: Random
    practice: Round

    def step(self) -> None:
        """One thing happens, or is refused."""
        acts: list[Callable[[], object]] = [
            self.submit, self.submit, self.submit, self.approve, self.approve, self.give_back,
            self.adjust, self.extend, self.lock, self.build,
        ]  # fmt: skip
        with suppress(DomainError), transaction.atomic():
            self.random.choice(acts)()

    def submit(self) -> None:
        area = self.random.choice(list(COMMUNES))
        changes = {place: str(self.random.randint(1, 9)) for place in (0, 1, 3, 5, 8)}
        cases.submitted(self.world, self.practice, area, COMMUNES[area], changes)

    def approve(self) -> None:
        if version := self._version():
            actions.approve_version(version, kind="approve", by=self.world.actor("Bình"))
            actions.approve_version(version, kind="concur", by=self.world.actor("Dương"))

    def give_back(self) -> None:
        if version := self._version():
            actions.return_report(version, reason="Xem lại", by=self.world.actor("An"))

    def adjust(self) -> None:
        if version := self._version():
            draft = actions.AdjustmentDraft("TT01", "+3", "Đối chiếu")
            line = actions.propose_adjustment(version, draft, by=self.world.actor("An"))
            actions.decide_adjustment(line, approve=True, by=self.world.actor("Bình"))

    def extend(self) -> None:
        actions.give_extension(
            self.random.choice(list(self.practice.reports.all())),
            deadline_at=self.practice.deadline_at + timedelta(days=1),
            reason="Tập làm",
            by=self.world.actor("An"),
        )

    def lock(self) -> None:
        actions.lock_round(self.practice, by=self.world.actor("An"))
        actions.reopen_round(self.practice, reason="Làm tiếp", by=self.world.actor("An"))

    def build(self) -> None:
        rebuild(whole=self.random.random() < 0.5)

    def _version(self) -> Any:
        reports = Report.objects.filter(round=self.practice).exclude(version_count=0)
        found = list(reports.select_related("round__template_version__template", "body"))
        return queries.newest_version(self.random.choice(found)) if found else None


@dataclass
class Doors:
    """Everything that tells official figures."""

    world: World
    client: Client
    program: Program
    real: Round
    folder: Path

    def said(self) -> list[object]:
        """What each of them tells now."""
        forget()
        period = parse_period("2026-H1")
        asked = [
            FiguresAsked(CODES, [period], level) for level in ("country", "province", "commune")
        ]
        found: list[object] = [by_specification(each) for each in asked]
        for path in (None, "general"):
            with suppress(Refusal):
                found += [list(figures_everywhere(each, path=path).rows()) for each in asked]
        due = completeness(self.world.actor("An"), ReportsAsked([period], "province"))
        found.append([due.expected.tolist(), due.received.tolist(), due.on_time.tolist()])
        found += [row.current for row in queries.roll_up(self.world.actor("An"), self.real).lines]
        return [*found, self._file(), *self._rest(), *self._pages()]

    def _file(self) -> str:
        path = self.folder / "tat-ca.csv"
        path.unlink(missing_ok=True)
        write_values(ValuesAsked(), path)
        return path.read_text()

    def _rest(self) -> list[object]:
        asked = {"indicator": list(CODES), "period": "2026-H1", "level": "province"}
        assert self.program.get("/figures", asked | {"scheme": "TRAINING(ADMIN_15_14)"}
                                ).status_code == 422  # fmt: skip
        calls = [("/figures", asked), ("/rounds", {}), ("/reports", {})]
        return [self.program.get(address, query).json() for address, query in calls]

    def _pages(self) -> list[str]:
        names = ("overview", "figure-table", "trend", "timeliness", "load-list")
        return [
            _FLEETING.sub("", self.client.get(reverse(f"analytics:{name}")).content.decode()
                          .partition("<main")[2].partition("</main>")[0])
            for name in names
        ]  # fmt: skip


def _program(world: World) -> Program:
    cache.clear()  # the count of calls
    wanted = [each for each in BY_TOKEN if world.actor("An").can(each)]
    return Program(make_token(name="Thử", capabilities=wanted, days=30, by=world.actor("An"))[1])


@given(seed=st.integers(0, 2**32))
@settings(
    max_examples=2,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_no_official_figure_changes_by_any_door(
    world: World,
    client_for: Callable[[Posting], Client],
    tmp_path: Path,
    seed: int,
) -> None:
    try:
        with transaction.atomic():
            real = cases.open_round(world)
            cases.approved(world, real)
            cases.submitted(world, real, "ba-to", "Ba", {3: "4"})
            rebuild()
            client = client_for(world.posting("An"))
            doors = Doors(world, client, _program(world), real, tmp_path)
            before, logged = doors.said(), FigureChange.objects.count()
            live = Practice(world, Random(seed), cases.open_training(world))
            cases.submitted(world, live.practice, changes={3: "9"})
            for _each in range(STEPS):
                live.step()
            after = doors.said()
            assert [n for n, (a, b) in enumerate(zip(before, after, strict=True)) if a != b] == []
            assert FigureChange.objects.count() == logged
            assert live.practice.reports.exclude(version_count=0).exists()
            actions.erase_training_round(live.practice, reason="Xong", by=world.actor("An"))
            assert doors.said() == before
            transaction.set_rollback(True)
    finally:
        forget()
        scope.forget()
