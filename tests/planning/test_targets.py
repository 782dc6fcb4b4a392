"""Targets: checked against the catalogue, set within reach, read from tables row by row."""

import io
import re
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from phongtrao.core import audit
from phongtrao.core.errors import Forbidden, InvalidInput, NotFound, Refused, StaleVersion
from phongtrao.planning import actions
from phongtrao.planning.actions.target_table import COLUMNS, read_targets
from phongtrao.planning.exports.programmes import bound_in_words, decimal_vn
from phongtrao.planning.models import Target
from phongtrao.planning.queries import targets as queries
from tests.planning.register import Catalogue, target, target_spec

pytestmark = pytest.mark.database
HEAD = [0, *COLUMNS.values()]


def _text(page):
    return re.sub(r"\s+", " ", page.content.decode())


@pytest.fixture(autouse=True)
def catalogue(monkeypatch):
    """Three made-up indicators in place of the catalogue of reporting."""
    monkeypatch.setattr(queries, "_catalogue", [Catalogue()])


def _row(number=2, **changes):
    values = {
        "indicator": "CD01",
        "area": "xã Đăk Hà",
        "period": "2027",
        "bound": "ít nhất",
        "value": "90",
        "upper": "",
        "baseline": "82,5",
        "baseline_year": "2024",
        "source": "Kế hoạch 125/KH-CAT",
        "clause": "",
    }
    return [number, *(values | changes).values()]


class TestSetting:
    """Within reach, with a known indicator, once an area and period."""

    def test_a_target_keeps_the_words_of_the_catalogue(self, plan):
        made = target(plan)
        assert (made.indicator_name, made.unit) == ("Tỷ lệ mô hình hoạt động hiệu quả", "%")
        assert bound_in_words(made) == "ít nhất 90%"
        assert [e.verb for e in audit.entries_of(made)] == ["target.set"]

    @pytest.mark.parametrize(
        ("changes", "said"),
        [
            ({"indicator": "XX99"}, "Danh mục không có"),
            ({"indicator": "KD01"}, "không được giao mức"),
            ({"bound": "between"}, "mức cao nhất"),
            ({"bound": "between", "upper": Decimal(80)}, "mức cao nhất"),
            ({"baseline_year": None}, "năm gốc"),
            ({"source": " "}, "văn bản giao"),
            ({"period": "2027-13"}, "Không có kỳ"),
            ({"bound": "about"}, "loại mức"),
        ],
    )
    def test_what_cannot_be_a_target_is_refused_in_words(self, plan, changes, said):
        with pytest.raises(InvalidInput, match=said):
            target(plan, **changes)
        assert not Target.objects.exists()

    def test_one_target_an_area_indicator_and_period(self, plan):
        target(plan)
        with pytest.raises(Refused, match="đã có chỉ tiêu CD01"):
            target(plan, value=Decimal(95))
        target(plan, period="2028")
        target(plan, area_id=plan.world.area("ba-to").pk)

    def test_only_the_standing_body_sets_and_only_for_its_area_and_below(self, plan):
        for name in ("Bình", "Vân", "Dũng"):
            with pytest.raises(Forbidden):
                target(plan, by=name)
        with pytest.raises(Forbidden):
            target(plan, by="Giang")
        with pytest.raises(Forbidden):
            target(plan, area_id=plan.world.area("chu-se").pk)
        with pytest.raises(Forbidden):
            target(plan, by="Chi", area_id=plan.world.area("quang-ngai").pk)

    def test_what_the_province_set_the_commune_does_not_change(self, plan):
        made = target(plan)
        chi = plan.actor("Chi")
        with pytest.raises(Forbidden, match="cấp trên"):
            actions.change_target(made, target_spec(plan, value=Decimal(10)), by=chi)
        with pytest.raises(Forbidden):
            actions.drop_target(made, by=chi)
        with pytest.raises(Forbidden):
            actions.set_targets([target_spec(plan, value=Decimal(10))], by=chi)
        own = target(plan, by="Chi", period="2028")
        changed = actions.change_target(
            own, target_spec(plan, period="2028", value=Decimal(91)), by=plan.actor("An")
        )
        assert changed.value == 91
        with pytest.raises(StaleVersion):
            actions.change_target(own, target_spec(plan), by=plan.actor("An"), expected_version=1)
        actions.drop_target(made, by=plan.actor("An"))
        assert not Target.objects.filter(pk=made.pk).exists()

    def test_the_database_keeps_bounds_and_baselines_whole(self, plan):
        rows = Target.objects.filter(pk=target(plan).pk)
        for fields in (
            {"upper": 95},
            {"bound": "between"},
            {"bound": "about"},
            {"baseline": None},
            {"source": ""},
        ):
            with pytest.raises(IntegrityError), transaction.atomic():
                rows.update(**fields)

    @given(st.decimals(0, 10**9, places=3))
    def test_a_stored_figure_reads_back_as_itself(self, value):
        shown = decimal_vn(value)
        assert Decimal(shown.replace(".", "").replace(",", ".")) == value
        assert not shown.endswith(",")


class TestTables:
    """From an Excel table: every fault of every row, and then nothing is taken."""

    def _read(self, plan, *rows, head=HEAD, by="An"):
        return read_targets([head, *rows], programme=plan.programme, by=plan.actor(by))

    def test_good_rows_become_targets_whatever_the_order_of_columns(self, plan):
        turned = [0, *reversed(HEAD[1:])]
        row = _row(bound="Từ … đến …", upper="95,5")
        read = self._read(plan, [2, *reversed(row[1:])], head=turned)
        assert read.faults == []
        [spec] = read.specs
        assert (spec.area_id, spec.upper) == (plan.world.area("dak-ha").pk, Decimal("95.5"))
        actions.set_targets(read.specs, by=plan.actor("An"))
        assert bound_in_words(Target.objects.get()) == "từ 90 đến 95,5%"

    def test_each_wrong_row_is_named_with_its_number_and_reason(self, plan):
        wrong = {
            2: ({"indicator": "XX99"}, "không có chỉ tiêu"),
            3: ({"area": "xã Chư Sê"}, "trong phạm vi"),
            4: ({"area": "xã Không Có"}, "trong phạm vi"),
            5: ({"period": "năm nào đó"}, "Không có kỳ"),
            6: ({"bound": "khoảng chừng"}, "chưa rõ"),
            7: ({"value": "chín mươi"}, "Cột Mức"),
            8: ({"baseline_year": "24"}, "Năm gốc"),
            9: ({"source": ""}, "văn bản giao"),
            10: ({"indicator": "KD01"}, "không được giao mức"),
        }
        read = self._read(plan, *(_row(n, **c) for n, (c, _said) in wrong.items()), _row(11))
        assert read.specs == []
        assert [number for number, _said in read.faults] == list(wrong)
        for number, said in read.faults:
            assert wrong[number][1] in str(said)

    def test_the_same_target_twice_in_a_file_is_told(self, plan):
        read = self._read(plan, _row(2), _row(3, area="23500"), _row(4, period="2028"))
        assert [(number, str(said)) for number, said in read.faults] == [
            (3, "Trùng chỉ tiêu với dòng 2.")
        ]

    def test_a_file_without_the_columns_or_without_rows_says_so(self, plan):
        [(number, said)] = self._read(plan, head=[0, "Mã chỉ tiêu", "Mức"]).faults
        assert number == 0
        assert "Địa bàn" in str(said)
        assert self._read(plan).faults
        assert read_targets([], programme=plan.programme, by=plan.actor("An")).faults

    def test_numbers_of_a_spreadsheet_are_read_as_they_stand(self, plan):
        [spec] = self._read(plan, _row(value=90.5, baseline=80, baseline_year=2024)).specs
        assert (spec.value, spec.baseline) == (Decimal("90.5"), Decimal(80))

    def test_a_second_table_gives_new_values_and_no_second_target(self, plan):
        for value in ("90", "92"):
            read = self._read(plan, _row(value=value))
            actions.set_targets(read.specs, by=plan.actor("An"))
        assert Target.objects.get().value == 92


class TestScope:
    """Own area, above and below; never the neighbour's."""

    def test_the_commune_sees_the_target_of_its_province_and_its_own_alone(self, plan):
        made = target(plan)
        of_province = target(plan, area_id=plan.world.area("quang-ngai").pk)
        assert set(queries.visible_targets(plan.actor("Chi"))) == {made, of_province}
        assert set(queries.visible_targets(plan.actor("Ba"))) == {of_province}
        assert queries.visible_targets(plan.actor("Trung")).count() == 2
        assert not queries.visible_targets(plan.actor("Giang"))
        with pytest.raises(NotFound):
            queries.target_for(plan.actor("Giang"), made.pk)


class TestPages:
    """List, one, form, file."""

    def test_the_list_costs_the_same_at_any_size_and_filters(self, plan, client_for):
        target(plan)
        client = client_for(plan.world.posting("An"))
        address = reverse("planning:target-list")
        with CaptureQueriesContext(connection) as few:
            text = _text(client.get(address))
        assert "ít nhất 90%" in text
        assert "xã Đăk Hà" in text
        assert "82,5 (năm 2024)" in text
        for year in range(2030, 2040):
            target(plan, period=str(year))
        with CaptureQueriesContext(connection) as many:
            client.get(address)
        assert len(many) <= len(few) <= 20
        assert "1 dòng" in _text(client.get(address, {"nam": "2027", "dia_ban": "dak ha"}))
        assert "0 dòng" in _text(client.get(address, {"dia_ban": "lý sơn"}))
        detail = reverse("planning:programme-detail", args=[plan.programme.pk])
        assert "Tỷ lệ mô hình hoạt động hiệu quả" in _text(client.get(detail))

    def test_a_target_is_set_corrected_and_dropped_in_the_browser(self, plan, client_for, send):
        client = client_for(plan.world.posting("An"))
        address = reverse("planning:target-set")
        assert "CD02" in _text(client.get(address))
        sent = {
            "programme": plan.programme.pk,
            "indicator": "cd01",
            "area": "xã Đăk Hà",
            "period": "2027",
            "bound": "at_least",
            "value": "90,5",
            "source": "Kế hoạch 125/KH-CAT",
        }
        wrong = send(client, address, **sent | {"indicator": "XX99"})
        assert wrong.status_code == 422
        assert "Danh mục không có chỉ tiêu nào mang mã" in _text(wrong)
        assert "Kế hoạch 125/KH-CAT" in _text(wrong)
        made = send(client, address, **sent)
        row = Target.objects.get()
        assert made["Location"] == reverse("planning:target-detail", args=[row.pk])
        edit = reverse("planning:target-edit", args=[row.pk])
        assert 'value="90,5"' in _text(client.get(edit))
        saved = send(client, edit, **sent | {"value": "91", "row_version": "1"})
        assert saved.status_code == 302
        assert "ít nhất 91%" in _text(client.get(made["Location"]))
        outside = client_for(plan.world.posting("Giang"))
        drop = reverse("planning:target-drop", args=[row.pk])
        assert outside.get(made["Location"]).status_code == 404
        assert send(outside, drop).status_code == 404
        assert send(client, drop).status_code == 302
        assert not Target.objects.exists()

    def _file(self, *rows):
        book = Workbook()
        for row in (HEAD, *rows):
            book.active.append(row[1:])
        stream = io.BytesIO()
        book.save(stream)
        return SimpleUploadedFile("chi-tieu.xlsx", stream.getvalue())

    def test_a_workbook_is_taken_whole_or_its_rows_are_told(self, plan, client_for, send):
        client = client_for(plan.world.posting("An"))
        address = reverse("planning:target-import")
        sent = {"programme": plan.programme.pk}
        wrong = send(client, address, **sent, file=self._file(_row(), _row(indicator="XX99")))
        assert wrong.status_code == 422
        assert "XX99" in _text(wrong)
        assert not Target.objects.exists()
        good = send(client, address, **sent, file=self._file(_row(), _row(area="xã Ba Tơ")))
        assert good.status_code == 302
        assert Target.objects.count() == 2

    def test_the_template_names_the_columns_and_the_indicators(self, plan, client_for):
        client = client_for(plan.world.posting("An"))
        answer = client.get(reverse("planning:target-template"))
        book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
        assert [cell.value for cell in book.worksheets[0][1]] == list(COLUMNS.values())
        listed = [row[0] for row in book["Danh mục chỉ tiêu"].values]
        assert listed == ["Mã", "CD01", "CD02"]
