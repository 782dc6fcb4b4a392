"""Designing: who may, what issuing freezes, what open rounds keep, what the catalogue refuses."""

from typing import Any

import pytest

from phongtrao.core import audit
from phongtrao.core.errors import DomainError, Forbidden, InvalidInput, Refused, StaleVersion
from phongtrao.reporting import actions, imports, queries
from phongtrao.reporting.grid import design as designing
from phongtrao.reporting.grid.content import Statement, read_content, specs_of
from phongtrao.reporting.models import (
    Indicator,
    ReportTemplate,
    Round,
    TemplateDraft,
    TemplateVersion,
)
from phongtrao.reporting.queries.entry import earlier_cells
from tests.packs import load_catalogue
from tests.reporting import cases, designed
from tests.world import World

pytestmark = pytest.mark.django_db
TERMS = {
    "code": "QN01",
    "name": "Số buổi giao lưu an ninh khu dân cư",
    "unit": "buổi",
    "kind": "flow",
    "section_code": "RI",
    "section": "Riêng",
}


@pytest.fixture
def office(world: World) -> World:
    """The world with the catalogue."""
    load_catalogue()
    return world


def _terms(**changes: Any) -> actions.IndicatorTerms:
    return actions.IndicatorTerms(**(TERMS | changes))


def _round(world: World, form: TemplateVersion, period: str, level: str = "commune") -> Round:
    name, area = ("An", "quang-ngai") if level == "commune" else ("Trung", "vn")
    opened = actions.open_round(
        form,
        period=period,
        scheme="CALENDAR",
        area_id=world.area(area).pk,
        level=level,
        deadline_at=cases.DEADLINE,
        by=world.actor(name),
    )
    return opened.round


def _send(world: World, round_: Round, figures: dict[str, str], area: str, by: str) -> None:
    """Fill and send: figures by code, noughts elsewhere, one statement for each topic."""
    report = cases.report_of(round_, world, area)
    form = round_.template_version
    specs = specs_of(form.cells)
    typed = {spec.index: figures.get(spec.key, "0") for spec in specs}
    topics = form.topics
    told = [Statement(topic, "Đã triển khai ở các khu dân cư") for topic in topics]
    content = read_content(specs, typed, statements=told, reason="Đã rà soát số liệu")
    actions.save_working_copy(report, content, expected_version=0, by=world.actor(by))
    actions.submit_report(report, by=world.actor(by))


def test_issuing_freezes_a_version_and_open_rounds_keep_theirs(office: World) -> None:
    first = designed.issued(office, "Biểu an ninh cơ sở", ["TT01", "TT02"])
    round_ = _round(office, first, "2026-H1")
    _send(office, round_, {"TT01": "4", "TT02": "90"}, "dak-ha", "Chi")
    draft = actions.revise_template(first.template, by=office.actor("An"))
    changed = designing.with_row_moved(draft.content, 2, designing.UP)
    changed = designing.with_check(changed, "TT01 >= truoc(TT01)", "block")
    draft = actions.save_design(draft, changed, expected_version=1, by=office.actor("An"))
    second = actions.issue_template(draft, expected_version=2, by=office.actor("An"))
    assert (second.n, second.template_id) == (2, first.template_id)
    assert second.hash != first.hash
    round_.refresh_from_db()
    assert round_.template_version == first
    assert not TemplateDraft.objects.exists()
    # the series of a code goes on in the next version, wherever its row stands now
    later = _round(office, second, "2026-H2")
    report = cases.report_of(later, office)
    assert earlier_cells(report)[0]["TT01"].scaled == 4
    with pytest.raises(InvalidInput):
        _send(office, later, {"TT01": "3", "TT02": "90"}, "dak-ha", "Chi")  # below last period
    verbs = [entry.verb for entry in audit.entries_of(first.template)]
    assert verbs == ["template.started", "template.issued", "template.revised", "template.issued"]


def test_an_unchanged_or_unready_design_is_not_issued(office: World) -> None:
    form = designed.issued(office, "Biểu thử", ["TT01"])
    draft = actions.revise_template(form.template, by=office.actor("An"))
    with pytest.raises(Refused, match="không khác phiên bản 1"):
        actions.issue_template(draft, expected_version=1, by=office.actor("An"))
    twice = designing.with_row(draft.content, "I", designed.cell("TT01"))
    draft = actions.save_design(draft, twice, expected_version=1, by=office.actor("An"))
    with pytest.raises(InvalidInput, match="đứng ở hai dòng"):
        actions.issue_template(draft, expected_version=2, by=office.actor("An"))
    with pytest.raises(StaleVersion):
        actions.save_design(draft, twice, expected_version=1, by=office.actor("An"))
    assert form.template.versions.count() == 1


def test_a_design_may_not_ask_by_faith_nor_name_what_is_forbidden(office: World) -> None:
    draft = designed.draft(office, "Biểu thử", ["TT02"])
    for changed in (
        designing.with_section(draft.content, "Danh sách đen"),
        designing.with_row(draft.content, "I", designed.cell("TT02", "2", name="Số tín đồ dự")),
        designing.with_row(
            draft.content, "I", {"kind": "note", "order": "", "text": "Chia theo tôn giáo"}
        ),
    ):
        with pytest.raises(Refused, match="Chưa lưu"):
            actions.save_design(draft, changed, expected_version=1, by=office.actor("An"))
    draft.refresh_from_db()
    assert draft.row_version == 1


def test_only_the_standing_body_designs_and_only_what_is_its_own(office: World) -> None:
    packaged = ReportTemplate.objects.get(code="bao-cao-nam")
    for name in ("Bình", "Vân", "Dũng", "Kiểm"):
        with pytest.raises(Forbidden):
            actions.start_template("Biểu thử", by=office.actor(name))
    with pytest.raises(Forbidden, match="sao chép"):
        actions.revise_template(packaged, by=office.actor("An"))
    own = designed.issued(office, "Biểu thử", ["TT01"]).template
    with pytest.raises(Forbidden):
        actions.revise_template(own, by=office.actor("Chi"))
    assert actions.revise_template(packaged, by=office.actor("Trung")).template == packaged
    assert actions.start_template("Của quản trị", by=office.actor("Quản")).template.owner


def test_a_form_issued_by_the_centre_outlives_the_next_packaged_file(office: World) -> None:
    template = ReportTemplate.objects.get(code="bao-cao-nam")
    centre = office.actor("Trung")
    draft = actions.revise_template(template, by=centre)
    fewer = designing.without_row(draft.content, 1)
    draft = actions.save_design(draft, fewer, expected_version=1, by=centre)
    issued = actions.issue_template(draft, expected_version=2, by=centre)
    imports.load_catalogue()
    assert template.versions.order_by("-n").first() == issued


def test_a_retired_form_opens_no_further_round(office: World) -> None:
    form = designed.issued(office, "Biểu thử", ["TT01"])
    actions.retire_template(form.template, retire=True, by=office.actor("An"))
    form.refresh_from_db()
    with pytest.raises(Refused, match="thôi dùng"):
        _round(office, form, "2026-H1")
    actions.retire_template(form.template, retire=False, by=office.actor("An"))
    assert _round(office, TemplateVersion.objects.get(pk=form.pk), "2026-H1").pk


def test_an_indicator_that_may_not_be_is_refused_in_words(office: World) -> None:
    cases_refused: list[tuple[dict[str, Any], str]] = [
        ({"name": "Số tin tố giác theo tôn giáo"}, "tôn giáo"),
        ({"name": "Số người Kinh tham gia", "unit": "người"}, "dân tộc"),
        ({"name": "Danh sách hộ và tên chủ hộ"}, "từng người"),
        ({"code": "x"}, "xem các ô"),
        ({"unit": " "}, "xem các ô"),
        ({"kind": "ratio", "unit": "%"}, "phải có thành phần"),
        ({"kind": "ratio", "numerator": "TT01", "denominator": "ZZ99"}, "Không có chỉ tiêu ZZ99"),
        ({"code": "TT01"}, "đã có chỉ tiêu khác dùng"),
    ]
    for changes, said in cases_refused:
        with pytest.raises(DomainError, match=said):
            actions.create_indicator(_terms(**changes), by=office.actor("An"))
    assert not Indicator.objects.filter(owner__isnull=False).exists()


def test_the_meaning_of_a_used_indicator_stays_and_its_names_are_dated(office: World) -> None:
    an = office.actor("An")
    row = actions.create_indicator(_terms(), by=an)
    row = actions.change_indicator(row, _terms(unit="cuộc"), by=an)
    designed.issued(office, "Biểu thử", ["QN01"])
    with pytest.raises(Refused, match="nghĩa của nó không đổi được"):
        actions.change_indicator(row, _terms(unit="buổi"), by=an)
    row = actions.rename_indicator(row, "Số buổi giao lưu", reason="Gọi theo QĐ mới", by=an)
    assert row.former_names[0]["name"] == TERMS["name"]
    newer = actions.create_indicator(_terms(code="QN02", unit="cuộc"), replaces=row, by=an)
    row.refresh_from_db()
    assert (row.is_enabled, row.disabled_reason) == (False, "Thay bằng QN02")
    assert newer.replaces == row
    draft = designed.draft(office, "Biểu khác", ["QN01"])
    with pytest.raises(InvalidInput, match="QN01 đang tắt"):
        actions.issue_template(draft, expected_version=1, by=an)


def test_what_was_switched_off_here_stays_off_when_the_package_is_loaded(office: World) -> None:
    row = Indicator.objects.get(code="TT09")
    with pytest.raises(Forbidden):
        actions.disable_indicator(row, reason="Không dùng", by=office.actor("An"))
    with pytest.raises(InvalidInput):
        actions.disable_indicator(row, reason=" ", by=office.actor("Trung"))
    actions.disable_indicator(row, reason="Không dùng", by=office.actor("Trung"))
    imports.load_catalogue()
    row.refresh_from_db()
    assert (row.is_enabled, row.disabled_reason) == (False, "Không dùng")
    ratio = Indicator.objects.get(code="CD02")
    with pytest.raises(InvalidInput):
        actions.enable_indicator(ratio, by=office.actor("Trung"))  # its parts are not known


def test_a_list_keeps_the_codes_of_its_values_and_divides_by_nothing_forbidden(
    office: World,
) -> None:
    an = office.actor("An")
    row = actions.save_breakdown(None, "loại đèn", ["Đèn cao áp", "Đèn năng lượng"], by=an)
    row = actions.save_breakdown(row, "loại đèn", ["Đèn khác", "Đèn cao áp"], by=an)
    assert [value["code"] for value in row.values] == ["den_khac", "den_cao_ap"]
    with pytest.raises(InvalidInput, match="tôn giáo"):
        actions.save_breakdown(None, "tôn giáo", ["Một", "Hai"], by=an)


@pytest.mark.parametrize(
    ("code", "period", "figures", "computed"),
    [
        (
            "bao-cao-nam",
            "2025",
            {"HG03": "10", "HG04": "8", "PL01": "3", "PL02": "1", "PL03": "2", "TT01": "2",
             "TT02": "80", "MH02": "2", "MH03": "5", "LL01": "4", "LL02": "12"},
            {"HG05": 80, "PL06": 100},
        ),
        (
            "ket-qua-ngay-hoi",
            "2026-07/2026-08",
            {"NH01": "3", "NH01.diem_hoi.xa": "1", "NH01.diem_hoi.kdc": "2", "NH04": "900",
             "NH05": "9", "NH15": "30", "NH15.nguon.ngan_sach": "10",
             "NH15.nguon.xa_hoi_hoa": "20"},
            {"NH01": 3, "NH15": 30},
        ),
    ],
    ids=["year", "festival"],
)  # fmt: skip
def test_a_shipped_form_opens_fills_submits_and_rolls_up(
    office: World, code: str, period: str, figures: dict[str, str], computed: dict[str, int]
) -> None:
    form = TemplateVersion.objects.get(template__code=code)
    round_ = _round(office, form, period)
    _send(office, round_, figures, "dak-ha", "Chi")
    table = queries.roll_up(office.actor("An"), round_)
    found = {line.indicator.code: line.current.value for line in table.lines}
    assert {key: found[key] for key in computed} == computed
    assert _round(office, form, period, "province").reports.count() == 2


def test_a_shipped_form_refuses_what_its_checks_forbid(office: World) -> None:
    form = TemplateVersion.objects.get(template__code="ket-qua-ngay-hoi")
    round_ = _round(office, form, "2026-07/2026-08")
    with pytest.raises(InvalidInput) as refused:
        _send(office, round_, {"NH01": "3", "NH01.diem_hoi.xa": "1"}, "dak-ha", "Chi")
    assert "tổng các điểm theo cấp" in str(next(iter(refused.value.fields.values())))


def test_a_form_that_must_be_told_is_not_sent_in_silence(office: World) -> None:
    round_ = _round(office, TemplateVersion.objects.get(template__code="bao-cao-nam"), "2025")
    report = cases.report_of(round_, office)
    specs = specs_of(round_.template_version.cells)
    content = read_content(specs, dict.fromkeys(range(len(specs)), "0"), reason="Không phát sinh")
    actions.save_working_copy(report, content, expected_version=0, by=office.actor("Chi"))
    with pytest.raises(InvalidInput, match="Kết quả nổi bật, Khó khăn"):
        actions.submit_report(report, by=office.actor("Chi"))


def test_rounds_of_two_levels_open_in_one_act_or_not_at_all(office: World) -> None:
    form = TemplateVersion.objects.get(template__code="bao-cao-nam")
    asked: dict[str, Any] = {
        "period": "2025",
        "scheme": "ADMIN_15_14",
        "area_id": office.area("vn").pk,
        "deadlines": {"province": cases.DEADLINE, "commune": cases.DEADLINE},
        "by": office.actor("Trung"),
    }
    opened = actions.open_rounds(form, **asked)
    assert [(each.round.level, each.reports) for each in opened] == [
        ("province", 2),
        ("commune", 4),
    ]
    Round.objects.filter(level="province").update(period="2024")
    with pytest.raises(Refused):
        actions.open_rounds(form, **asked)
    assert Round.objects.filter(period="2025").count() == 1
