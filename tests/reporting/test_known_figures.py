"""Known figures: offered with their source, never filled in, and their source goes up with them."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from phongtrao.core import idempotency
from phongtrao.core.errors import Sentence
from phongtrao.org.models import Posting
from phongtrao.planning.queries.period_counts import PeriodCounts
from phongtrao.reporting import actions, queries
from phongtrao.reporting.grid.content import CellSource, specs_of
from phongtrao.reporting.models import (
    Report,
    ReportTemplate,
    ReportVersion,
    Round,
    TemplateVersion,
    WorkingCopy,
)
from phongtrao.reporting.queries import known
from tests.packs import load_pack
from tests.planning.conftest import Plan
from tests.reporting import cases
from tests.world import World

ClientFor = Callable[[Posting], Client]


class _Register:
    """A register that knows one figure."""

    def __init__(self, figure: str = "41") -> None:
        self.figure = figure
        self.asked: list[queries.FiguresAbout] = []

    def of(self, about: queries.FiguresAbout) -> list[queries.OfferedFigure]:
        """The figure of cell CD01."""
        self.asked.append(about)
        label = Sentence("Sổ văn bản")
        return [queries.OfferedFigure("CD01", self.figure, "so.cd01", label, "/so/")]


def _round_of_another_form(world: World, round_: Round) -> Round:
    """The same days asked once more, in another form with the same cells."""
    form = TemplateVersion.objects.get(pk=round_.template_version_id)
    kinds = list(form.participants.all())
    template = ReportTemplate.objects.create(code="bieu-khac", name="Biểu khác")
    form.pk, form._state.adding, form.template = None, True, template
    form.save()
    form.participants.set(kinds)
    opened = actions.open_round(
        form,
        period=round_.period,
        scheme=round_.scheme,
        area_id=round_.area_id,
        level=round_.level,
        deadline_at=cases.DEADLINE,
        by=world.actor("An"),
    )
    return opened.round


@pytest.fixture
def register(monkeypatch: pytest.MonkeyPatch) -> _Register:
    """The only register there is."""
    made = _Register()
    monkeypatch.setattr(known, "_registers", [made])
    return made


@pytest.fixture
def filled(world: World, client_for: ClientFor) -> tuple[Client, Report, str]:
    """A commune with its form in front of it."""
    report = cases.report_of(cases.open_round(world), world)
    address = reverse("reporting:report-fill", args=[report.pk])
    return client_for(world.posting("Chi")), report, address


def _stored(report: Report) -> Any:
    return queries.stored_content_of(report, specs_of(report.round.template_version.cells))


def test_a_known_figure_is_offered_with_its_source_and_not_filled_in(
    register: _Register, filled: tuple[Client, Report, str]
) -> None:
    chi, report, address = filled
    html = chi.get(address).content.decode()
    assert '<a href="/so/">Sổ văn bản</a>: <b>41</b>' in html
    assert 'value="0 so.cd01"' in html
    assert 'name="o-0" value=""' in html
    about = register.asked[-1]
    assert (about.body_id, about.area_id) == (report.body_id, report.area_id)
    assert (about.first_day, about.last_day) == (report.round.first_day, report.round.last_day)


def test_the_button_takes_the_figure_and_the_source_goes_into_the_version(
    register: _Register, filled: tuple[Client, Report, str], world: World, client_for: ClientFor
) -> None:
    chi, report, address = filled
    taken = chi.post(address, cases.typed({0: "5"}, row_version="0", dung="0 so.cd01"))
    assert taken.status_code == 302
    source = CellSource("so.cd01", "Sổ văn bản", "/so/")
    assert _stored(report).sources == {0: source}
    register.figure = "42"  # the register moves on; the report keeps what was taken
    html = chi.get(address).content.decode()
    assert 'name="o-0" value="41"' in html
    assert 'name="ng-0" value="so.cd01"' in html
    sent = cases.typed({0: "41"}, row_version="1", verb="gui") | {"yk-result": "Một ý"}
    assert chi.post(address, sent | {"ng-0": "so.cd01"}).status_code == 302
    assert ReportVersion.objects.get().text["sources"] == {
        "0": {"key": "so.cd01", "label": "Sổ văn bản", "address": "/so/"}
    }
    page = client_for(world.posting("An")).get(reverse("reporting:report-detail", args=[report.pk]))
    assert 'Nguồn: <a href="/so/">Sổ văn bản</a>' in page.content.decode()
    assert queries.chain_holds(report)


@pytest.mark.parametrize(
    ("figure", "claim", "kept"),
    [
        ("41", "so.cd01", True),
        ("40", "so.cd01", False),  # another figure than the one offered
        ("41", "so.khac", False),  # a source nobody offers
        ("41", "", False),
    ],
)
def test_a_source_that_does_not_give_the_figure_is_not_kept(
    register: _Register,
    filled: tuple[Client, Report, str],
    figure: str,
    claim: str,
    kept: bool,
) -> None:
    chi, report, address = filled
    chi.post(address, cases.typed({0: figure}, row_version="0", verb="luu") | {"ng-0": claim})
    assert bool(_stored(report).sources) is kept


def test_a_form_without_sources_leaves_those_of_unchanged_figures(
    register: _Register, filled: tuple[Client, Report, str]
) -> None:
    chi, report, address = filled
    chi.post(address, cases.typed({}, row_version="0", dung="0 so.cd01"))
    chi.post(address, cases.typed({0: "41", 1: "9"}, row_version="1", verb="luu"))
    assert list(_stored(report).sources) == [0]
    chi.post(address, cases.typed({0: "40", 1: "9"}, row_version="2", verb="luu"))
    assert _stored(report).sources == {}


def test_what_another_form_of_the_body_says_for_the_same_days_is_offered(world: World) -> None:
    first = cases.open_round(world)
    sent = cases.submitted(world, first, changes={0: "17"})
    second = _round_of_another_form(world, first)
    report = cases.report_of(second, world)
    specs = specs_of(second.template_version.cells)
    found = known.offered_figures(report, specs)
    figure = found[0][0]
    assert (figure.figure, figure.key) == ("17", f"report:{sent.pk}")
    assert figure.address == reverse("reporting:report-detail", args=[sent.pk])
    assert "đã gửi" in figure.label.shown()
    other = known.offered_figures(cases.report_of(second, world, "ba-to"), specs)
    assert not any(each.key.startswith("report:") for found in other.values() for each in found)


def test_the_registers_of_planning_count_the_days_of_the_period(world: World) -> None:
    plan = Plan(world, load_pack())
    police = world.body("ca", "dak-ha")
    first, last = plan.day(-20), plan.day(20)
    plan.task()
    plan.task(due_on=plan.day(40))
    for kept in (plan.document(), plan.document(number="126/KH-CAT-PV05")):
        kept.issuer_body = police
        kept.issued_on = plan.day(-3)
        kept.save()
    counts = PeriodCounts(police.pk, first, last)
    assert (counts.papers, counts.tasks_due, counts.tasks_in_time) == (2, 1, 0)
    assert PeriodCounts(police.pk, date(2020, 1, 1), date(2020, 6, 30)).papers == 0


def test_a_save_answers_its_repetition_with_the_same_json(
    world: World, filled: tuple[Client, Report, str]
) -> None:
    chi, report, _address = filled
    address = reverse("reporting:report-save", args=[report.pk])
    form = cases.typed({3: "abc"}, row_version="0")
    first = chi.post(address, form, headers={"Accept": "application/json"})
    again = chi.post(address, form, headers={"Accept": "application/json"})
    assert first.json() == again.json()
    assert again["Content-Type"].startswith("application/json")
    assert WorkingCopy.objects.get().version == 1
    sending = cases.once() | {"row_version": "1"}
    refused = chi.post(
        reverse("reporting:report-submit", args=[report.pk]),
        sending,
        headers={"Accept": "application/json"},
    )
    assert (refused.status_code, refused.json()["code"]) == (422, "report.faults")
    assert idempotency.FIELD in sending


def test_a_page_of_another_account_saves_nothing(
    world: World, filled: tuple[Client, Report, str]
) -> None:
    chi, report, _address = filled
    address = reverse("reporting:report-save", args=[report.pk])
    other = str(world.posting("Ba").account_id)
    form = cases.typed({}, row_version="0", tai_khoan=other)
    answer = chi.post(address, form, headers={"Accept": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (409, "other_account")
    assert not WorkingCopy.objects.exists()


def test_words_of_a_superior_are_marked_as_seen_to(
    world: World, filled: tuple[Client, Report, str]
) -> None:
    chi, report, address = filled
    report = cases.submitted(world, report.round)
    version = queries.newest_version(report)
    assert version is not None
    draft = actions.CommentDraft("Xem lại", cell=3)
    actions.return_report(version, reason="Chưa khớp", comments=[draft], by=world.actor("Bình"))
    comment = version.comments.get()
    save = reverse("reporting:report-save", args=[report.pk])
    for marks, is_marked in (({f"sua-{comment.pk}": "1"}, True), ({}, False)):
        form = cases.typed({3: "16"}, row_version="1", danh_dau="1") | marks
        assert chi.post(save, form).status_code == 200
        comment.refresh_from_db()
        assert (comment.mended_at is not None) is is_marked
    chi.post(
        save, cases.typed({3: "16"}, row_version="1", danh_dau="1") | {f"sua-{comment.pk}": "1"}
    )
    assert f'name="sua-{comment.pk}" value="1" checked' in chi.get(address).content.decode()
