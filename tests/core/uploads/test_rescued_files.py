"""Old formats, pictures, scans and old encodings: what is kept is made anew and has been read."""

import hashlib
import io
import shutil
import struct
import unicodedata
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw, ImageFont

from phongtrao.core import files
from phongtrao.core.models import AuditEntry, StoredFile
from phongtrao.intake.models import Draft
from phongtrao.planning.models import ProgressEntry
from tests.core.uploads.doors import CONTACT, CONTACT_NUMBER, Door, hidden
from tests.intake.papers import PLAN

pytestmark = pytest.mark.django_db
Open = Callable[[str], Door]
NUMBER = "051199000123"  # made up: the shape of a citizen number, of nobody
FONT = "DejaVuSans.ttf"
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_LANGUAGE = list(Path("/usr/share").glob("tesseract-ocr/*/tessdata/vie.traineddata"))
needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="cần LibreOffice")
needs_reader = pytest.mark.skipif(
    shutil.which("tesseract") is None
    or not _LANGUAGE
    or not list(Path("/usr/share/fonts").rglob(FONT)),
    reason="cần Tesseract với tiếng Việt và phông DejaVu",
)


def _rich_text(*paragraphs: str) -> bytes:
    """An RTF file, letters beyond ASCII as its own escapes."""
    body = "".join(
        "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in text) + "\\par\n"
        for text in paragraphs
    )
    return ("{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}\\f0 " + body + "}").encode("ascii")


def _picture(*lines: str) -> Image.Image:
    picture = Image.new("RGB", (1240, 140 + 70 * len(lines)), "white")
    font = ImageFont.truetype(FONT, 34)
    for number, line in enumerate(lines):
        ImageDraw.Draw(picture).text((60, 60 + 70 * number), line, font=font, fill="black")
    return picture


def _saved(picture: Image.Image, kind: str) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, resolution=150)
    return buffer.getvalue()


def _with_a_text_chunk(png: bytes, text: str) -> bytes:
    body = b"tEXtComment\0" + text.encode()
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return png[:33] + chunk + png[33:]


def _in_windows_1258(text: str) -> bytes:
    """The tone of a letter stands behind it, as that encoding has it."""
    out = b""
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        bare = unicodedata.normalize("NFC", "".join(p for p in parts if p not in _TONES))
        out += (bare + "".join(p for p in parts if p in _TONES)).encode("cp1258")
    return out


def _sent(door: Door, name: str, content: bytes) -> tuple[Any, StoredFile | None]:
    answer = door.send(SimpleUploadedFile(name, content))
    return answer, StoredFile.objects.first()


@needs_office
def test_an_old_paper_is_kept_converted_with_the_hash_of_what_was_sent(door: Open) -> None:
    content = _rich_text("Báo cáo kết quả quý III", "Đã tổ chức 12 hội nghị.")
    answer, kept = _sent(door("progress"), "bao-cao.rtf", content)
    assert answer.status_code == 302
    assert kept is not None
    assert (kept.name, kept.kind) == ("bao-cao.docx", "docx")
    assert kept.original_sha256 == hashlib.sha256(content).hexdigest()
    assert AuditEntry.objects.get(verb="file.changed").auditpayload.payload["made"] == "converted"


@needs_office
def test_an_old_paper_is_read_by_the_guard(door: Open) -> None:
    answer, kept = _sent(door("progress"), "a.rtf", _rich_text(f"Số căn cước {NUMBER}"))
    assert "Nội dung: Có số căn cước công dân." in answer.content.decode()
    assert kept is None


@pytest.mark.parametrize("kind", ["png", "jpg"])
def test_a_picture_is_kept_as_points_alone(door: Open, kind: str) -> None:
    picture = Image.new("RGB", (60, 40), "white")
    exif = Image.Exif()
    exif[0x010E] = f"CCCD {NUMBER}"
    buffer = io.BytesIO()
    picture.save(buffer, {"jpg": "jpeg"}.get(kind, kind), exif=exif)
    content = buffer.getvalue()
    if kind == "png":
        content = _with_a_text_chunk(content, f"CCCD {NUMBER}")
    answer, kept = _sent(door("progress"), f"anh.{kind}", content)
    assert NUMBER.encode() in content
    assert answer.status_code == 302
    assert kept is not None
    assert NUMBER.encode() not in files.read(kept)
    assert Image.open(io.BytesIO(files.read(kept))).size == (60, 40)


@needs_reader
def test_what_stands_on_a_photo_is_read(door: Open) -> None:
    photo = _saved(_picture("CĂN CƯỚC CÔNG DÂN", f"Số: {NUMBER}"), "jpeg")
    answer, kept = _sent(door("progress"), "anh.jpg", photo)
    assert "Có số căn cước công dân." in answer.content.decode()
    assert kept is None


@needs_reader
def test_a_scan_with_a_contact_line_is_offered_as_covered_text(door: Open) -> None:
    at = door("progress")
    held, kept = _sent(at, "a.pdf", _saved(_picture("BÁO CÁO", CONTACT[:40], CONTACT[40:]), "pdf"))
    page = held.content.decode()
    assert kept is None
    assert "Giữ bản chữ đã nhận dạng" in page
    assert "_tep_anh" not in page
    at.send(_ban_che=hidden(held, "_ban_che"))
    entry = ProgressEntry.objects.select_related("file").get()
    assert entry.file is not None
    assert entry.file.name == "a (bản nhận dạng chữ).txt"
    assert "BÁO CÁO" in files.read(entry.file).decode()
    assert CONTACT_NUMBER not in files.read(entry.file).decode()


@needs_reader
def test_a_scan_with_personal_data_is_refused(door: Open) -> None:
    scan = _saved(_picture("DANH SÁCH", f"CCCD: {NUMBER}"), "pdf")
    answer, kept = _sent(door("signed_copy"), "a.pdf", scan)
    page = answer.content.decode()
    assert "Trang 1: Có số căn cước công dân." in page
    assert "_tep_anh" not in page
    assert kept is None


@needs_reader
def test_intake_goes_on_with_what_was_read_on_a_scan(door: Open) -> None:
    at = door("intake")
    lines = [line for line in PLAN.splitlines() if line][:12]
    held, _ = _sent(at, "ke-hoach.pdf", _saved(_picture(*lines), "pdf"))
    at.send(_ban_che=hidden(held, "_ban_che"))
    assert "86/KH-CAT" in Draft.objects.get().text


def test_a_text_in_an_old_encoding_is_offered_in_unicode(door: Open) -> None:
    at = door("intake")
    held, kept = _sent(at, "ke-hoach.txt", _in_windows_1258(PLAN))
    assert kept is None
    assert "Giữ bản Unicode" in held.content.decode()
    at.send(_ban_che=hidden(held, "_ban_che"))
    draft = Draft.objects.select_related("file").get()
    assert draft.text == PLAN
    assert draft.file.name == "ke-hoach (bản Unicode).txt"


def test_personal_data_in_an_old_encoding_is_refused(door: Open) -> None:
    content = _in_windows_1258(f"{PLAN}\nĐề nghị xác minh CCCD {NUMBER}.")
    answer, kept = _sent(door("intake"), "a.txt", content)
    page = answer.content.decode()
    assert "Nội dung: Có số căn cước công dân." in page
    assert "_ban_che" not in page
    assert kept is None
