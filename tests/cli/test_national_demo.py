"""The national demo on a small cut: every commune is asked, some are late, some never told."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from phongtrao.cli.demo import national
from phongtrao.core.periods import parse_period
from phongtrao.org.models import Account, Posting
from phongtrao.org.sign_in import demo_accounts
from phongtrao.reporting.models import Approval, ReportVersion
from phongtrao.reporting.queries import check_record
from tests.reporting import cases
from tests.world import World

pytestmark = pytest.mark.django_db


def test_every_commune_is_asked_and_what_came_is_recorded_in_bulk(
    world: World, client_for: Callable[[Posting], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    cases.load_form(world)
    monkeypatch.setattr(national, "SILENT", 30)
    monkeypatch.setattr(national, "LATE", 40)
    done = national.record_national_round(world.posting("Trung"), parse_period("2026-H1"))
    states = dict(done.round.reports.values_list("area__versions__code", "state"))
    assert set(states) == {"23500", "21484", "21548", "23942"}
    assert done.expected == 4
    assert 0 < done.sent < 4
    assert done.figures == done.sent * len(done.round.template_version.cells)
    late = done.round.reports.filter(first_submitted_at__gt=done.round.deadline_at)
    assert late.exists()
    approved = list(states.values()).count("approved")
    assert Approval.objects.count() == 2 * approved
    assert check_record().faults == ()
    assert ReportVersion.objects.count() == done.sent
    page = client_for(world.posting("Trung"))
    page.get("/bao-cao/")
    with CaptureQueriesContext(connection) as asked:
        assert page.get(f"/bao-cao/dot/{done.round.pk}/").status_code == 200
    assert len(asked) <= 20


def test_invented_officials_are_not_offered_for_sign_in(
    world: World, settings: object, rf: object
) -> None:
    settings.DEMO = True  # type: ignore[attr-defined]
    cases.load_form(world)
    national.record_national_round(world.posting("Trung"), parse_period("2026-H1"))
    assert Account.objects.filter(is_demo=True).exists()
    assert demo_accounts(rf.get("/")) == []  # type: ignore[attr-defined]
