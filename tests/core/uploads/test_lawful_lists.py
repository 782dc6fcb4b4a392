"""Lawful lists that say too much: what is kept is the covered text, without a question."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from phongtrao.cli.checks import check_file
from phongtrao.core import files
from phongtrao.core.models import AuditEntry, StoredFile
from tests.core.uploads.doors import Door, word_file

pytestmark = pytest.mark.django_db
Open = Callable[[str], Door]
AWARDS = (
    "ỦY BAN NHÂN DÂN XÃ NÀ TÒNG",
    "QUYẾT ĐỊNH",
    "Về việc tặng Giấy khen cho các cá nhân có thành tích xuất sắc",
    "Điều 1. Tặng Giấy khen của Chủ tịch UBND xã cho 02 cá nhân:",
    "1. Ông Lường Văn Ún, sinh năm 1965, trú tại bản Pú Tửu, xã Nà Tòng;",
    "2. Bà H'Lan Mlô (1980), Chi hội trưởng Phụ nữ bản Co Mỵ;",
)
GROUP = (
    "ỦY BAN NHÂN DÂN XÃ NÀ TÒNG",
    "QUYẾT ĐỊNH",
    "Về việc thành lập Ban Chỉ đạo phong trào",
    "Điều 1. Thành lập Ban Chỉ đạo gồm các ông, bà có tên sau:",
    "1. Ông Lường Văn Ún, sinh năm 1965, Chủ tịch UBND xã, Trưởng ban;",
    "2. Bà Cà Thị Hặc, Phó Chủ tịch UBND xã, Phó Trưởng ban.",
)
PRIVATE = ("1965", "1980", "Pú Tửu")


def test_an_award_decision_is_kept_covered_and_its_sender_is_told(door: Open) -> None:
    at, content = door("progress"), word_file(*AWARDS)
    answer = at.send(SimpleUploadedFile("khen-thuong.docx", content))
    assert answer.status_code == 302
    page = at.client.get(answer["Location"]).content.decode()
    assert "Đã che năm sinh, nơi ở trong danh sách của tệp “khen-thuong.docx”" in page
    kept = StoredFile.objects.get()
    text = files.read(kept).decode()
    assert (kept.name, kept.kind) == ("khen-thuong (bản đã che).txt", "txt")
    assert not any(word in text for word in PRIVATE)
    assert "Lường Văn Ún" in text
    assert "Chi hội trưởng Phụ nữ bản Co Mỵ" in text
    sha256 = hashlib.sha256(content).hexdigest()
    changed = AuditEntry.objects.get(verb="file.changed").auditpayload.payload
    assert changed == {"made": "covered", "original_sha256": sha256}


def test_a_year_of_birth_in_a_composition_decision_is_taken_out_too(door: Open) -> None:
    answer = door("progress").send(SimpleUploadedFile("ban.docx", word_file(*GROUP)))
    assert answer.status_code == 302
    text = files.read(StoredFile.objects.get()).decode()
    assert "1965" not in text
    assert "Trưởng ban" in text


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("3. Bà Cà Thị Hặc, ĐT 0912345678, xã Nà Tòng.", "Chưa lưu gì từ tệp này."),
        ("Liên hệ Văn phòng, điện thoại 0255 3822 123.", "Giữ bản đã che"),
    ],
)
def test_with_anything_else_in_it_it_is_refused_or_held_as_before(
    door: Open, line: str, said: str
) -> None:
    answer = door("progress").send(SimpleUploadedFile("a.docx", word_file(*AWARDS, line)))
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not StoredFile.objects.exists()


def test_years_of_birth_in_another_paper_are_held(door: Open) -> None:
    paper = word_file("BÁO CÁO", "Ông Lường Văn Ún, sinh năm 1965, xã Nà Tòng.")
    assert door("progress").send(SimpleUploadedFile("a.docx", paper)).status_code == 422
    assert not StoredFile.objects.exists()


def test_a_person_named_below_the_list_holds_the_decision(door: Open) -> None:
    below = "Nơi nhận: con ông Bùi Văn Tám, sinh năm 1971, để biết."
    paper = word_file(*AWARDS, "Điều 2. Quyết định có hiệu lực từ ngày ký.", below)
    assert door("progress").send(SimpleUploadedFile("a.docx", paper)).status_code == 422
    assert not StoredFile.objects.exists()


def test_check_file_accepts_it_and_says_what_is_covered(tmp_path: Path) -> None:
    path = tmp_path / "khen-thuong.docx"
    path.write_bytes(word_file(*AWARDS))
    answer = check_file(path)
    assert answer.verdict == "accept"
    assert [code for code, _sentence in answer.reasons] == ["taken-out"]
    assert "năm sinh, nơi ở" in answer.reasons[0][1]
