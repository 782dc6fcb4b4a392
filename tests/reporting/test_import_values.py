"""A file of figures is taken as a whole or not at all, and every row at fault is named."""

import hashlib
from datetime import date
from fractions import Fraction
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from phongtrao.core import audit
from phongtrao.core.errors import DomainError, InvalidInput, Refused
from phongtrao.core.periods import parse_period
from phongtrao.org.models import Body
from phongtrao.reporting.cells import CellState, unpack
from phongtrao.reporting.imports.value_files import ValuesRefused
from phongtrao.reporting.models import Indicator, Report, ReportVersion, Round, ValueImport
from phongtrao.reporting.queries import FiguresAsked, check_record, figure_rows
from phongtrao.reporting.rules.merkle import EMPTY, merkle_root
from tests.reporting.small_country import HEAD, build, take, write

pytestmark = [pytest.mark.django_db, pytest.mark.database]

GOOD = "00101,2025-03-01,2025-03,TT01,12"
NEW = "00101,2026-01-05,2026-01,TT01,{}"


@pytest.fixture
def country(tmp_path: Path) -> Path:
    """The small country; the folder for files."""
    build()
    return tmp_path / "so-lieu.csv"


def refusal(path: Path) -> dict[int, list[str]]:
    """What is said of each row; nothing is stored."""
    with pytest.raises(ValuesRefused) as refused:
        take(path)
    assert not ValueImport.objects.exists()
    assert not Round.objects.exists()
    found: dict[int, list[str]] = {}
    for row, sentence in refused.value.faults:
        found.setdefault(row, []).append(sentence.shown())
    return found


def value(code: str, period: str, indicator: str = "TT01", *, day: str | None = None) -> object:
    """One figure by the roll-up."""
    asked = FiguresAsked(
        [indicator],
        [parse_period(period)],
        "commune",
        area=code,
        as_of=date.fromisoformat(day) if day else None,
    )
    return [row.figure.value for row in figure_rows(asked)]


def test_a_file_becomes_approved_reports_of_one_round_for_each_period(country: Path) -> None:
    done = take(write(country, [GOOD, NEW.format(5), "00202,2026-01-05,2026-01,HG03,0"]))
    assert (done.rounds, done.new_reports, done.value_import.figures) == (2, 3, 3)
    rounds = {r.period: r for r in Round.objects.select_related("template_version")}
    assert set(rounds) == {"2025-03", "2026-01"}
    form = rounds["2026-01"].template_version
    assert [cell["key"] for cell in form.cells] == ["TT01", "HG03"]
    assert {r.state for r in Report.objects.all()} == {"approved"}
    assert {r.body.kind_id for r in Report.objects.select_related("body")} == {"ca"}
    version = ReportVersion.objects.get(report__area_id=202)
    states = [cell.state for cell in unpack(bytes(version.cells), 2)]
    assert states == [CellState.NONE, CellState.ZERO]
    assert (version.submitted_by_id, version.account_id) == (None, None)
    assert version.value_import == done.value_import


def test_a_code_means_the_area_that_carried_it_on_the_day(country: Path) -> None:
    take(write(country, [GOOD, NEW.format(5)]))
    assert set(Report.objects.values_list("area_id", flat=True)) == {101, 201}
    assert value("00101", "2025-03") == [12]
    assert value("00101", "2026-01") == [5]


def test_before_the_horizon_its_tree_answers(country: Path) -> None:
    take(write(country, ["00101,2020-05-01,2020-04,TT01,3"]))
    assert value("00101", "2020-04") == [3]


def test_the_body_of_a_former_area_is_stored_when_a_figure_needs_it(country: Path) -> None:
    assert not Body.objects.exists()
    take(write(country, [GOOD]))
    body = Body.objects.get()
    assert (body.name, body.valid_to) == ("Công an xã A", date(2025, 7, 1))


def test_the_same_key_again_is_a_new_version_and_the_other_figures_stay(country: Path) -> None:
    take(write(country, [NEW.format(5), "00101,2026-01-05,2026-01,HG03,8"]))
    done = take(write(country, [NEW.format(6)]))
    assert (done.rounds, done.new_reports) == (1, 0)
    report = Report.objects.get()
    assert (report.version_count, report.state) == (2, "approved")
    assert value("00101", "2026-01") == [6]
    assert value("00101", "2026-01", "HG03") == [8]
    first, second = report.versions.order_by("n")
    assert second.prev_hash == first.hash


def test_a_later_file_adds_indicators_and_bodies_beside_what_is_there(country: Path) -> None:
    take(write(country, [NEW.format(5)]))
    lines = [NEW.format(6) + ",ca", NEW.format(4) + ",mttq", "00101,2026-01-05,2026-01,HG03,8,ca"]
    take(write(country, lines, f"{HEAD},body"))
    assert value("00101", "2026-01") == [10]
    assert value("00101", "2026-01", "HG03") == [8]
    assert Report.objects.filter(version_count=2).count() == 1
    assert check_record().faults == ()


def test_one_audit_entry_vouches_for_all_versions_by_their_root(country: Path) -> None:
    lines = [f"{code},2026-01-05,2026-01,TT01,{n}" for n, code in enumerate(["00101", "00202"])]
    done = take(write(country, [*lines, "00106,2026-01-05,2026-02,TT01,7"]))
    hashes = list(ReportVersion.objects.order_by("pk").values_list("hash", flat=True))
    assert done.value_import.root == merkle_root(hashes)
    entry = audit.entries_of(done.value_import).get()
    assert (entry.verb, entry.actor) == ("values.imported", "cli:thu")
    assert entry.auditpayload.payload["root"] == done.value_import.root
    assert (check_record().versions, check_record().roots) == (3, 1)
    assert check_record().faults == ()


@pytest.mark.parametrize("change", ["cells", "gone"])
def test_a_record_changed_behind_our_back_is_found(country: Path, change: str) -> None:
    take(write(country, [NEW.format(5), "00202,2026-01-05,2026-01,TT01,9"]))
    rows = ReportVersion.objects.filter(report__area_id=202)
    if change == "cells":
        rows.update(cells=bytes(rows.get().cells).replace(b"\x09", b"\x08"))
        assert [f.template for f in check_record().faults] == [
            "Báo cáo số %(report)s: bản đã gửi bị sửa."
        ]
    else:
        rows.delete()
        assert len(check_record().faults) == 1


def _node(*parts: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + b"".join(parts)).digest()


def test_the_root_is_that_of_rfc_9162() -> None:
    names = [hashlib.sha256(bytes([n])).hexdigest() for n in range(7)]
    leaf = [hashlib.sha256(b"\x00" + bytes.fromhex(name)).digest() for name in names]
    four = _node(_node(leaf[0], leaf[1]), _node(leaf[2], leaf[3]))
    seven = _node(four, _node(_node(leaf[4], leaf[5]), leaf[6]))
    assert merkle_root(names) == seven.hex()
    assert merkle_root(names[:1]) == leaf[0].hex()
    assert merkle_root([]) == EMPTY == hashlib.sha256(b"").hexdigest()


FAULTS = {
    "99999,2026-01-05,2026-01,TT01,1": "Không có địa bàn mã",
    "00202,2025-06-30,2025-06,TT01,1": "Không có địa bàn mã",
    "00101,2026-13-01,2026-01,TT01,1": "không phải ngày",
    "00101,,2026-01,TT01,1": "Thiếu on.",
    "00101,2026-01-05,2026-14,TT01,1": "Không có kỳ",
    "00101,2026-01-05,2026-01,XX99,1": "Không có chỉ tiêu",
    "00101,2026-01-05,2026-01,CD02,1": "đang tắt",
    "00101,2026-01-05,2026-01,HG05,1": "được tính từ HG04/HG03",
    "00101,2026-01-05,2026,HG07,1": "một số tổng của cả tỉnh",
    NEW.format("mười"): "không phải là số",
    NEW.format('"1.234,5"'): "có dấu phân cách",
    NEW.format('"1,234.5"'): "có dấu phân cách",
    NEW.format("1 234"): "có dấu phân cách",
    NEW.format("-3"): "không nhận số âm",
    NEW.format("1e400"): "viết theo lũy thừa",
    NEW.format("NaN"): "không phải là số",
    NEW.format("2026-01-05"): "không phải là số",
    NEW.format("12.5"): "có phần lẻ",
    NEW.format("0x1F"): "không phải là số",
    NEW.format("9" * 19): "quá lớn",
    NEW.format("9" * 30): "quá lớn",
    NEW.format(""): "Thiếu giá trị",
    "01,2026-01-05,2026-01,KP02,1.234": "quá 2 chữ số thập phân",
    "00101,2026-01-05,2026-01,TT01": "Dòng có 4 cột, cần 5 cột.",
}  # fmt: skip


@pytest.mark.parametrize("line", FAULTS)
def test_a_faulty_row_is_named_with_what_is_wrong(country: Path, line: str) -> None:
    if "KP02" in line:
        Indicator.objects.filter(code="KP02").update(decimals=2)
    found = refusal(write(country, [GOOD, line]))
    assert list(found) == [3]
    assert FAULTS[line] in found[3][0]


def test_all_faulty_rows_are_named_at_once(country: Path) -> None:
    faulty = [line for line in FAULTS if "KP02" not in line]
    found = refusal(write(country, [GOOD, *faulty, NEW.format(1)]))
    assert list(found) == list(range(3, 3 + len(faulty)))


def test_rows_that_say_the_same_twice_are_all_named(country: Path) -> None:
    found = refusal(write(country, [GOOD, NEW.format(1), NEW.format(2), NEW.format(2)]))
    assert list(found) == [3, 4, 5]
    assert "có ở nhiều dòng trong tệp" in found[3][0]


def test_two_labels_of_one_period_are_the_same_key(country: Path) -> None:
    lines = ["00101,2026-01-05,2026-Q1,TT01,1", "00101,2026-01-06,2026-01/2026-03,TT01,1"]
    assert set(refusal(write(country, lines))) == {2, 3}


def test_unknown_schemes_and_bodies_and_bodies_that_do_not_exist_there(country: Path) -> None:
    lines = [NEW.format(1) + ",LUNAR,ca", NEW.format(2) + ",,hoi", GOOD + ",CALENDAR,ca",
             "011,2025-03-01,2025-03,TT01,1,,mttq"]  # fmt: skip
    found = refusal(write(country, lines, f"{HEAD},scheme,body"))
    assert set(found) == {2, 3, 5}
    assert "Không có cách tính kỳ" in found[2][0]
    assert "Không có loại cơ quan" in found[3][0]
    assert "không có cơ quan loại mttq" in found[5][0]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "Tệp rỗng"),
        (f"{HEAD}\n".encode(), "không có dòng số liệu nào"),
        (b"area_code,on,period,value\n00101,2026-01-05,2026-01,1\n", "thiếu cột indicator"),
        (f"{HEAD},ten\n{GOOD},x\n".encode(), "cột thừa"),
        (f"{HEAD.replace(',', ';')}\n{GOOD.replace(',', ';')}\n".encode(), "thiếu cột"),
        (f"{HEAD}\n{GOOD}\n".encode("utf-16"), "Không đọc được"),
        (f"{HEAD}\n{NEW.format('tám')}\n".encode("cp1258", "replace") + b"\xff", "Không đọc được"),
        (b"PAR1 and nothing more", "Không đọc được"),
    ],
)
def test_a_file_that_is_none_is_refused_in_a_sentence(
    country: Path, content: bytes, told: str
) -> None:
    country.write_bytes(content)
    with pytest.raises(InvalidInput, match=told):
        take(country)


def test_half_a_parquet_file_is_refused(country: Path) -> None:
    table = _table(["00101"], [5])
    pq.write_table(table, country)
    country.write_bytes(country.read_bytes()[:-40])
    with pytest.raises(DomainError, match="bị cắt giữa chừng"):
        take(country)


def _table(codes: list[str], values: list[object], kind: pa.DataType | None = None) -> pa.Table:
    return pa.table(
        {
            "area_code": codes,
            "on": pa.array([date(2026, 1, 5)] * len(codes)),
            "period": ["2026-01"] * len(codes),
            "indicator": ["TT01"] * len(codes),
            "value": pa.array(values, kind),
        }
    )


@pytest.mark.parametrize("kind", [pa.int16(), pa.float64(), pa.float32(), pa.decimal128(9, 2)])
def test_numbers_of_any_kind_are_read_exactly_from_parquet(
    country: Path, kind: pa.DataType
) -> None:
    pq.write_table(_table(["00101", "00202"], [7, 0], kind), country)
    take(country)
    assert value("00101", "2026-01") == [7]
    assert value("00202", "2026-01") == [0]


@pytest.mark.parametrize("odd", [float("nan"), float("inf"), 1e300, 0.5, -1.0, None])
def test_an_odd_number_of_a_parquet_file_is_named_by_its_row(
    country: Path, odd: float | None
) -> None:
    pq.write_table(_table(["00202", "00101"], [1.0, odd], pa.float64()), country)
    assert list(refusal(country)) == [2]


def test_a_figure_with_decimals_is_kept_to_the_last_digit(country: Path) -> None:
    Indicator.objects.filter(code="KP02").update(decimals=2)
    take(write(country, ["00101,2026-01-05,2026-01,KP02,123456789012.07"]))
    assert value("00101", "2026-01", "KP02") == [Fraction(12345678901207, 100)]


def test_a_file_whose_name_tells_of_a_person_is_refused(country: Path) -> None:
    path = country.with_name("CCCD 001085012345.csv")
    with pytest.raises(Refused):
        take(write(path, [GOOD]))
    assert not ValueImport.objects.exists()
