"""Who sees what: another province finds nothing at any address, a commune only its own."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from django.urls import reverse

from phongtrao.core.inbox import InboxItem
from phongtrao.core.inbox_sources import lines_of
from phongtrao.org.models import Posting
from phongtrao.reporting import queries
from phongtrao.reporting.models import Report, Round
from phongtrao.reporting.urls import urlpatterns
from tests.reporting import cases
from tests.world import World

pytestmark = pytest.mark.database
ClientFor = Callable[[Posting], Client]
_POSTS = {
    "round-lock", "round-reopen", "report-save", "report-submit", "report-return",
    "report-approve", "report-reopen", "report-approve-many", "report-return-many",
    "round-urge",
}  # fmt: skip
_OPEN_TO_ALL = {"round-list", "report-list", "round-open", "report-record-many"}
_OPEN_TO_ALL |= {"report-many", "report-approve-many", "report-return-many"}
# Addresses that name a round or a report; all others stand in the matrix of tests/access.
_OF_A_ROUND = ("round-", "rollup-", "report-", "approval-")


def _addresses(round_: Round, report: Report) -> Iterator[tuple[str, str]]:
    for pattern in urlpatterns:
        name = str(pattern.name)
        if name.removesuffix("-excel") in _OPEN_TO_ALL or not name.startswith(_OF_A_ROUND):
            continue
        pk = report.pk if name.startswith(("report", "approval")) else round_.pk
        wanted = {"pk": pk, "code": "TT01", "approval_pk": 1}
        kwargs = {key: wanted[key] for key in pattern.pattern.converters}
        yield name, reverse(f"reporting:{name}", kwargs=kwargs)


@pytest.mark.parametrize("name", ["Giang", "Gấm"])
def test_another_province_finds_nothing_at_any_address(
    world: World, client_for: ClientFor, name: str
) -> None:
    round_ = cases.open_round(world)
    report = cases.submitted(world, round_)
    client = client_for(world.posting(name))
    seen = 0
    for label, address in _addresses(round_, report):
        answer = (
            cases.post(client, address, {"reason": "x", "ban": "1"})
            if label in _POSTS
            else client.get(address)
        )
        role_lacks_it = answer.status_code == 403
        assert role_lacks_it or answer.status_code == 404, (label, answer.status_code)
        seen += answer.status_code == 404
    assert seen >= 9
    for listed in ("round-list", "report-list"):
        html = client.get(reverse(f"reporting:{listed}")).content.decode()
        assert "Đăk Hà" not in html
        assert "0 dòng" in html


def test_an_officer_of_another_province_with_every_right_finds_nothing(world: World) -> None:
    round_ = cases.open_round(world)
    giang = world.actor("Giang")
    assert not queries.visible(giang).exists()
    assert not queries.rounds_for(giang).exists()
    with pytest.raises(Exception, match="Không tìm thấy"):
        queries.round_for(giang, round_.pk)


@pytest.mark.parametrize(
    ("name", "count"), [("Chi", 1), ("Cường", 1), ("An", 3), ("Dũng", 3), ("Trung", 3)]
)
def test_scope_decides_how_many_reports_one_sees(world: World, name: str, count: int) -> None:
    round_ = cases.open_round(world)
    actor = world.actor(name)
    assert queries.visible(actor).count() == count
    assert queries.round_for(actor, round_.pk).of == count


def test_a_kind_of_body_that_takes_no_part_sees_nothing(world: World) -> None:
    cases.open_round(world)
    world.add_posting("Uy", "ubnd", "quang-ngai", "officer")
    assert not queries.visible(world.actor("Uy")).exists()


@pytest.mark.parametrize("name", ["Kiểm", "Quản"])
def test_auditor_and_administrator_open_no_page_of_reporting(
    world: World, client_for: ClientFor, name: str
) -> None:
    round_ = cases.open_round(world)
    report = cases.report_of(round_, world)
    client = client_for(world.posting(name))
    for label, address in _addresses(round_, report):
        answer = cases.post(client, address) if label in _POSTS else client.get(address)
        assert answer.status_code == 403, label


def _inbox(world: World, name: str) -> list[tuple[str, str]]:
    actor = world.actor(name)
    items: list[InboxItem] = lines_of(queries.inbox_sources(actor, actor.day))
    return [(item.body, item.tab) for item in items]


def test_the_inbox_follows_a_report_through_its_life(world: World) -> None:
    round_ = cases.open_round(world)
    assert _inbox(world, "Chi") == [("Công an xã Đăk Hà", "waiting")]
    assert _inbox(world, "Bình") == []
    report = cases.submitted(world, round_)
    assert _inbox(world, "Chi") == [("Công an xã Đăk Hà", "done")]
    for name in ("Bình", "Dương", "Vân"):
        assert _inbox(world, name) == [("Công an xã Đăk Hà", "waiting")]
    version = queries.newest_version(report)
    assert version is not None
    cases.actions.approve_version(version, kind="approve", by=world.actor("Bình"))
    assert _inbox(world, "Bình") == []
    assert _inbox(world, "Dương") == [("Công an xã Đăk Hà", "waiting")]
    cases.actions.return_report(version, reason="Xem", by=world.actor("Dương"))
    assert _inbox(world, "Chi") == [("Công an xã Đăk Hà", "returned")]
    assert _inbox(world, "Giang") == _inbox(world, "Kiểm") == []
