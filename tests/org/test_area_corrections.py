"""Correction files: read, grouped into acts, judged whole, previewed, carried out or not at all."""

import io
import uuid
from datetime import date
from fractions import Fraction

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook, load_workbook

from phongtrao.org.models import AreaChange, AreaVersion, Succession
from phongtrao.org.queries import area_on
from phongtrao.org.queries.known_areas import state_hash
from phongtrao.org.reshaping.correction_rows import read_rows
from phongtrao.org.roles import Role
from tests.org.acts import ON, mark_of, text

pytestmark = pytest.mark.django_db
HEAD = [
    "ngày áp dụng", "căn cứ", "việc", "mã cũ", "mã mới", "loại mới", "tên mới",
    "mã cấp trên mới", "tỷ lệ",
]  # fmt: skip
BASIS = "Nghị quyết 99/NQ-UBTVQH16 ngày 01/12/2026 của Ủy ban Thường vụ Quốc hội"
DAY = "15/12/2026"
MERGE = [
    [DAY, BASIS, "sáp nhập", "23500", "21484", "xã", "Giả Định", "51", ""],
    [DAY, BASIS, "sáp nhập", "21484", "21484", "", "", "", ""],
]


@pytest.fixture
def admin(world, client_for):
    """The browser of the administrator of the country."""
    return client_for(world.posting("Quản"))


def _book(*rows):
    book = Workbook()
    sheet = book.active
    for row in [HEAD, *rows]:
        sheet.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return SimpleUploadedFile("dieu-chinh.xlsx", buffer.getvalue())


def _sheet(*rows, delimiter=";"):
    lines = [delimiter.join(row) for row in [HEAD, *rows]]
    return SimpleUploadedFile("dieu-chinh.csv", "\n".join(lines).encode())


def _upload(client, file, **options):
    address = reverse("org:correction-import")
    return client.post(address, {"_once": uuid.uuid4().hex, "file": file, **options})


def _confirm(client):
    address = reverse("org:correction-preview")
    shown = text(client.get(address))
    sent = {"_once": uuid.uuid4().hex, "mark": mark_of(shown)}
    return shown, client.post(address, sent)


@pytest.mark.parametrize("file", [_book, _sheet])
def test_a_file_is_previewed_and_then_carried_out_whole(world, admin, file):
    rows = [*MERGE, [DAY, BASIS, "đổi loại", "21548", "", "xã", "", "", ""],
            [DAY, BASIS, "lập", "", "21999", "đặc khu", "Đảo Mới", "51", ""]]  # fmt: skip
    before = state_hash()
    assert _upload(admin, file(*rows)).status_code == 302
    assert state_hash() == before
    shown, done = _confirm(admin)
    assert "Xã Đăk Hà (23500)" in shown
    assert "Xã Giả Định (21484)" in shown
    assert done.status_code == 302
    assert AreaChange.objects.count() == 3
    assert AreaVersion.objects.get(code="21484", valid_to=None).name == "Giả Định"
    assert area_on(world.area("ly-son").pk, ON).type == "xã"


def test_acts_go_in_the_order_of_their_days_and_may_build_on_each_other(world, admin):
    rename = ["20/12/2026", BASIS, "đổi tên", "21484", "", "", "Giả Định Mới", "", ""]
    _upload(admin, _book(rename, *MERGE))
    assert _confirm(admin)[1].status_code == 302
    names = AreaVersion.objects.filter(code="21484").order_by("valid_from")
    assert [each.name for each in names] == ["Ba Tơ", "Giả Định", "Giả Định Mới"]


def test_provinces_and_their_communes_are_reformed_on_one_day_in_the_order_of_the_rows(
    world, admin
):
    before = state_hash()
    provinces = [
        [DAY, BASIS, "sáp nhập", "51", "51", "tỉnh", "Miền Thử", "00", ""],
        [DAY, BASIS, "sáp nhập", "52", "51", "", "", "", ""],
    ]
    communes = [
        [DAY, BASIS, "sáp nhập", "23942", "21484", "xã", "Giả Định", "51", ""],
        [DAY, BASIS, "sáp nhập", "21484", "21484", "", "", "", ""],
    ]
    _upload(admin, _book(*provinces, *communes))
    assert _confirm(admin)[1].status_code == 302
    commune = AreaVersion.objects.get(code="21484", valid_to=None)
    assert commune.parent_id == AreaVersion.objects.get(name="Miền Thử").lineage_id
    for change in AreaChange.objects.order_by("-pk"):
        assert (
            admin.post(
                reverse("org:change-undo", args=[change.pk]), {"_once": uuid.uuid4().hex}
            ).status_code
            == 302
        )
    assert state_hash() == before


def test_shares_of_a_split_are_kept_exactly_and_even_ones_are_estimated(world, admin):
    _upload(
        admin,
        _book(
            [DAY, BASIS, "tách", "21484", "21484", "xã", "Ba Tơ", "", "1/3"],
            [DAY, BASIS, "tách", "21484", "21490", "xã", "Ba Tơ Đông", "", "2/3"],
            [DAY, BASIS, "tách", "21548", "21548", "xã", "Lý Sơn", "", ""],
            [DAY, BASIS, "tách", "21548", "21549", "xã", "An Hải", "", ""],
        ),
    )
    assert _confirm(admin)[1].status_code == 302
    typed = Succession.objects.filter(predecessor=world.area("ba-to"))
    assert {Fraction(p.share_numerator, p.share_denominator) for p in typed} == {
        Fraction(1, 3), Fraction(2, 3)
    }  # fmt: skip
    assert not any(p.is_estimated for p in typed)
    even = Succession.objects.filter(predecessor=world.area("ly-son"))
    assert {(p.share_denominator, p.is_estimated) for p in even} == {(2, True)}


@pytest.mark.parametrize(
    ("rows", "line", "said"),
    [
        ([["15/12/2026", BASIS, "giải thể", "99999", "", "", "", "", ""]], 2, "mang mã 99999"),
        ([MERGE[0], MERGE[0]], 3, "Trùng với dòng 2"),
        ([["12/31/2026", BASIS, "giải thể", "21484", "", "", "", "", ""]], 2, "ngày trước"),
        ([["15/12/26", BASIS, "giải thể", "21484", "", "", "", "", ""]], 2, "bốn chữ số"),
        ([[DAY, BASIS, "xóa", "21484", "", "", "", "", ""]], 2, "chưa rõ"),
        ([[DAY, "", "giải thể", "21484", "", "", "", "", ""]], 2, "Chưa ghi căn cứ"),
        ([[DAY, BASIS, "đổi tên", "21484", "", "", "", "", ""]], 2, "tên mới còn trống"),
        ([[DAY, BASIS, "đổi loại", "21484", "", "tỉnh", "", "", ""]], 2, "không phải loại"),
        ([[DAY, BASIS, "tách", "21484", "21490", "xã", "A", "", "một nửa"]], 2, "tỷ lệ"),
        ([[DAY, BASIS, "tách", "21484", "21490", "xã", "A", "", "1/2"]], 2, "đúng bằng 1"),
        ([[DAY, BASIS, "đổi tên", "21484", "", "", "Ba T¬", "", ""]], 2, "TCVN3"),
        ([[DAY, BASIS, "đổi tên", "21484", "", "", "Ñaêk Haø", "", ""]], 2, "TCVN3"),
        ([[DAY, BASIS, "đổi tên", "21484", "", "", "Taân An", "", ""]], 2, "VNI"),
        ([["01/01/2020", BASIS, "giải thể", "21484", "", "", "", "", ""]], 2, "mang mã 21484"),
    ],
)
def test_one_faulty_row_stops_the_whole_file_and_is_named(world, admin, rows, line, said):
    before = state_hash()
    good = [DAY, BASIS, "đổi loại", "21548", "", "xã", "", "", ""]
    answer = _upload(admin, _book(*rows, good))
    assert answer.status_code == 422
    shown = text(answer)
    assert f'data-label="Dòng" class="numeric">{line}<' in shown
    assert said in shown
    assert admin.get(reverse("org:correction-preview")).status_code == 302
    assert state_hash() == before


def test_every_faulty_row_is_named_at_once(world, admin):
    rows = [[DAY, BASIS, "giải thể", code, "", "", "", "", ""] for code in ("99991", "99992")]
    shown = text(_upload(admin, _book(*rows)))
    assert "99991" in shown
    assert "99992" in shown


def test_a_code_that_became_a_number_may_have_lost_its_noughts(world, admin):
    row = [DAY, BASIS, "chuyển", "21484", "", "", "", 4, ""]
    assert "mất chữ số 0" in text(_upload(admin, _book(row)))


def test_real_dates_beside_texts_ask_until_somebody_has_checked_them(world, admin):
    rows = [
        [date(2026, 12, 7), BASIS, "đổi loại", "21548", "", "xã", "", "", ""],
        ["15/12/2026", BASIS, "đổi tên", "21484", "", "", "Khác", "", ""],
    ]
    answer = _upload(admin, _book(*rows))
    assert answer.status_code == 422
    assert "Ngày 07/12/2026 có thể là 12/07/2026" in text(answer)
    assert _upload(admin, _book(*rows), dates_checked="on").status_code == 302


def test_a_column_of_real_dates_alone_is_believed(world):
    table = [[1, *HEAD], [2, ["date", "2026-12-07"], BASIS, "giải thể", "21484"]]
    rows, faults = read_rows(table)
    assert not faults
    assert rows[0].on == date(2026, 12, 7)


def test_a_file_in_an_old_code_page_is_refused(world, admin):
    file = SimpleUploadedFile("cu.csv", "ngày áp dụng;việc".encode("utf-16-le")[:-1] + b"\xff\xfe")
    answer = _upload(admin, file)
    assert answer.status_code == 422


def test_missing_columns_are_named(world, admin):
    file = SimpleUploadedFile("thieu.csv", f"ngày áp dụng;việc\n{DAY};giải thể".encode())
    assert "Không thấy cột: căn cứ, mã cũ" in text(_upload(admin, file))


def test_a_file_about_areas_beyond_ones_own_is_forbidden(world, client_for):
    quy = client_for(world.add_posting("Quý", "ca", "quang-ngai", Role.ADMINISTRATOR))
    row = [DAY, BASIS, "đổi tên", "23942", "", "", "Khác", "", ""]
    assert _upload(quy, _book(row)).status_code == 403
    assert _upload(quy, _book(*MERGE)).status_code == 302


def test_a_preview_that_no_longer_fits_is_shown_anew(world, admin):
    _upload(admin, _book(*MERGE))
    seen = mark_of(text(admin.get(reverse("org:correction-preview"))))
    AreaVersion.objects.filter(lineage=world.area("dak-ha")).update(basis="Khác")
    sent = {"_once": uuid.uuid4().hex, "mark": seen}
    answer = admin.post(reverse("org:correction-preview"), sent)
    assert answer.status_code == 409
    assert not AreaChange.objects.exists()


def test_the_template_has_the_head_that_the_reader_wants(world, admin):
    answer = admin.get(reverse("org:correction-template"))
    book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    assert [cell.value for cell in book.worksheets[0][1]] == HEAD
    assert book.worksheets[0]["D2"].number_format == "@"
