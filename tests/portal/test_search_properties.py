"""Whatever is done, everybody finds what he may open, and the index is what a rebuild gives."""

from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from phongtrao.core import clock, search
from phongtrao.core.models import SearchEntry
from phongtrao.core.search import index
from phongtrao.org import scope
from phongtrao.org.actions.area_changes import carry_out
from phongtrao.org.reshaping.operations import Amend, Order
from phongtrao.portal.queries import search as finding
from tests.extent import drawn
from tests.packs import load_pack
from tests.planning import exchanges, register
from tests.planning.conftest import Plan
from tests.world import build_world

pytestmark = [pytest.mark.database, pytest.mark.django_db]
CAST = ("An", "Vân", "Dũng", "Chi", "Ba", "Lý", "Giang", "Trung", "Kiểm")
# Each case makes a country of its own.
FEW = drawn(9)
FIELDS = ("kind", "object_id", "title", "text", "marked", "day")


def _rename(plan, n):
    """Ba Tơ gets another name today; its bodies and their work are called anew."""
    new_name = Amend(plan.world.area("ba-to").pk, name=f"Ba Vinh {n}")
    carry_out(Order(new_name, clock.today() + timedelta(n - 8), f"NQ {n}"), by=plan.actor("Quản"))


ACTS = (
    lambda plan, n: plan.document(number=f"{n}/KH-CAT", title=f"Tuyên truyền đợt {n}"),
    lambda plan, n: plan.task(title=f"Rà soát mô hình đợt {n}"),
    lambda plan, n: plan.task("Chi", lead=plan.world.body("ca", "dak-ha"), title=f"Việc xã {n}"),
    lambda plan, n: exchanges.proposal(plan, text=f"Đề nghị hướng dẫn mẫu số {n}"),
    lambda plan, n: exchanges.prepared(plan, title=f"Quy chế {n}"),
    lambda plan, n: exchanges.sent(plan, to=(("ca", "ba-to"),), title=f"Quy định {n}"),
    lambda plan, n: exchanges.scheme(plan, title=f"Đề án mô hình {n}"),
    lambda plan, n: register.joint_paper(plan, title=f"Phối hợp tuyên truyền mô hình {n}"),
    lambda plan, n: register.with_catalogue(
        lambda: register.target(plan, area_id=plan.world.area("ba-to").pk, period=str(2026 + n))
    ),
    _rename,
)
TYPED = (
    *(
        "kế hoạch",
        "ke hoach",
        "mô hình",
        "công an",
        "ca xã",
        "quảng ngãi",
        "kh 1",
        "đợt 2",
        "xa đăk",
    ),
    *("tuyên truyền", "mo", "bca mttw", "hướng dẫn", "quy", "đề án mô", "ng", "lực lượng nòng cốt"),
)


@pytest.fixture
def folder(settings, tmp_path):
    """Where files are kept."""
    settings.FILES_DIR = tmp_path


def _plan(acts):
    scope.forget()
    plan = Plan(build_world(), load_pack())
    for n, act in enumerate(acts, start=1):
        ACTS[act](plan, n)
    return plan


def _expected(actor, query):
    """What the actor may see and the index holds, one by one and without the index's own search."""
    found = set()
    for kind in search.offered():
        if not actor.can(kind.capability):
            continue
        seen = set(kind.visible(actor).values_list("pk", flat=True))
        for row in SearchEntry.objects.filter(kind=kind.kind, object_id__in=seen):
            words = f" {row.title} {row.text}"
            whole = all(f" {word} " in f"{words} " for word in query.words[:-1])
            if whole and f" {query.words[-1]}" in words:
                found.add((kind.slug, row.object_id))
    return found


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=FEW)
@given(
    st.lists(st.integers(0, len(ACTS) - 1), max_size=7),
    st.lists(st.sampled_from(TYPED), min_size=2, max_size=4, unique=True),
)
def test_everybody_finds_and_is_told_of_just_what_he_may_open(folder, rf, acts, typed):
    with transaction.atomic():
        plan = _plan(acts)
        for name in CAST:
            for words in typed:
                _holds(plan.actor(name), words, rf)
        transaction.set_rollback(True)


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=FEW)
@given(
    st.lists(st.integers(0, len(ACTS) - 1), min_size=4, max_size=9),
    st.lists(st.sampled_from(TYPED), min_size=1, max_size=3, unique=True),
    st.integers(0, 3),
)
def test_of_more_than_are_counted_the_best_are_shown_and_the_page_says_so(
    folder, rf, acts, typed, most
):
    with transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        plan = _plan(acts)
        for name in ("An", "Chi", "Giang"):
            actor = plan.actor(name)
            for words in typed:
                ranked = _shown(actor, words, rf)
                patch.setattr(index, "MOST_RANKED", most)
                assert _shown(actor, words, rf) == ranked
                patch.setattr(finding, "MOST", most)
                cut = finding.results(_request(rf, actor), actor, words, "", "1")
                assert cut.records.is_more == (len(ranked) > most)
                assert cut.records.count == min(len(ranked), most)
                assert _records(cut) == ranked[: min(most, finding.PAGE_SIZE)]
                patch.undo()
        transaction.set_rollback(True)


def _request(rf, actor):
    request = rf.get("/")
    request.user, request.actor = actor.account, actor
    return request


def _records(results):
    return [(find.label, find.hit.pk) for find in results.finds]


def _shown(actor, words, rf):
    """All records that are found, in their order."""
    request = _request(rf, actor)
    first = finding.results(request, actor, words, "", "1")
    pages = (
        finding.results(request, actor, words, "", str(n))
        for n in range(1, first.page.paginator.num_pages + 1)
    )
    return [each for page in pages for each in _records(page)]


def _holds(actor, words, rf):
    request = _request(rf, actor)
    expected = _expected(actor, search.parse(words))
    first = finding.results(request, actor, words, "", "1")
    counts = {tab.slug: tab.count for tab in first.tabs}
    for kind in search.offered():
        mine = {pk for slug, pk in expected if slug == kind.slug}
        assert counts.get(kind.slug, 0) == len(mine), (actor.label, words, kind.slug)
        if mine:
            pages = range(1, -(-len(mine) // finding.PAGE_SIZE) + 1)
            shown = [finding.results(request, actor, words, kind.slug, str(n)) for n in pages]
            assert {find.hit.pk for page in shown for find in page.finds} == mine
    labels = {kind.label: kind.slug for kind in search.offered()}
    offered = finding.palette(request, actor, words)
    records = {(labels[f.label], f.hit.pk) for f in offered if f.label in labels}
    assert records <= expected
    assert len(records) == min(len(expected), 8)


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=FEW)
@given(st.lists(st.integers(0, len(ACTS) - 1), max_size=8))
def test_the_index_is_what_writing_it_anew_gives(folder, acts):
    with transaction.atomic():
        _plan(acts)
        kept = set(SearchEntry.objects.values_list(*FIELDS))
        assert [search.rebuild(kind) for kind in search.offered()] == [0] * len(search.offered())
        SearchEntry.objects.all().delete()
        for kind in search.offered():
            search.rebuild(kind)
        assert set(SearchEntry.objects.values_list(*FIELDS)) == kept
        transaction.set_rollback(True)
