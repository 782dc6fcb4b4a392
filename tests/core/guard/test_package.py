"""Files: every part of a package is read."""

import json
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from phongtrao.core.guard.package import judge, read
from tests.core.gate.packages import docx, paragraph, relations, xlsx

ROOT = Path(__file__).resolve().parents[3]
NUMBER = "0912345678"
TABLE = (
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>SĐT</w:t></w:r></w:p></w:tc></w:tr>"
    "<w:tr><w:tc><w:p><w:r><w:t>912345678</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)


def _kinds(tmp_path: Path, data: bytes, kind: str) -> set[str]:
    path = tmp_path / "file"
    path.write_bytes(data)
    return {finding.kind for part in judge(path, kind) for finding in part.findings}


@pytest.mark.parametrize(
    "inner",
    [
        paragraph(f"gọi {NUMBER}"),
        "<w:p><w:r><w:t>09123</w:t></w:r><w:r><w:t>45678</w:t></w:r></w:p>",
        f"<w:p><w:del><w:r><w:delText>{NUMBER}</w:delText></w:r></w:del></w:p>",
        f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{NUMBER}</w:t></w:r></w:p>",
        TABLE,
    ],
)
def test_every_way_of_writing_in_the_body_is_read(tmp_path: Path, inner: str) -> None:
    assert _kinds(tmp_path, docx(inner), "docx") == {"mobile"}


@pytest.mark.parametrize(
    "part", ["word/comments.xml", "word/footnotes.xml", "word/header1.xml", "docProps/custom.xml"]
)
def test_other_parts_are_read(tmp_path: Path, part: str) -> None:
    data = docx(extra={part: f"<x><p><t>{NUMBER}</t></p></x>"})
    assert _kinds(tmp_path, data, "docx") == {"mobile"}


def test_a_link_is_read(tmp_path: Path) -> None:
    links = relations(("hyperlink", f"tel:{NUMBER}", "External"))
    data = docx(extra={"word/_rels/document.xml.rels": links})
    assert "mobile" in _kinds(tmp_path, data, "docx")


def test_a_number_cell_under_a_person_header_keeps_its_meaning(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Số CCCD</t></is></c></row>'
        '<row r="2"><c r="A2"><v>79201012345</v></c></row>'
    )
    assert _kinds(tmp_path, xlsx(rows), "xlsx") == {"cccd"}


def test_a_number_cell_of_a_budget_names_nobody(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Kinh phí</t></is></c></row>'
        '<row r="2"><c r="A2"><v>912345678</v></c></row>'
    )
    assert _kinds(tmp_path, xlsx(rows), "xlsx") == set()


def test_a_text_chunk_of_a_picture_is_read(tmp_path: Path) -> None:
    body = b"tEXt" + b"Comment\0" + NUMBER.encode()
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    assert _kinds(tmp_path, b"\x89PNG\r\n\x1a\n" + chunk, "png") == {"mobile"}


def test_texts_come_with_the_name_of_their_part(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(docx())
    assert ("word/document.xml", "Kế hoạch phối hợp năm 2026") in [
        (part.part, part.text) for part in read(path, "docx")
    ]


def _run(tmp_path: Path, *arguments: str, sent: bytes = b"") -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "phongtrao", *arguments]
    environment = {"PHONGTRAO_DATA_DIR": str(tmp_path), "PYTHONPATH": str(ROOT / "src")}
    return subprocess.run(command, input=sent, capture_output=True, env=environment, check=False)


def test_check_text_answers_one_value_a_line_without_the_value(tmp_path: Path) -> None:
    sent = f"CCCD 079201012345\nKế hoạch\n{NUMBER}\n".encode()
    ended = _run(tmp_path, "check-text", "--lines", "--json", sent=sent)
    answers = [json.loads(line) for line in ended.stdout.splitlines()]
    assert [answer["verdict"] for answer in answers] == ["block", "pass", "block"]
    assert answers[0]["findings"] == [{"kind": "cccd", "start": 5, "end": 17}]
    assert ended.returncode == 1
    assert b"0792" not in ended.stdout + ended.stderr
    assert not (tmp_path / "phongtrao.sqlite3").exists()


def test_check_file_accepts_holds_and_refuses(tmp_path: Path) -> None:
    papers = {"a.docx": "Kế hoạch", "b.docx": "Máy bàn 0255 3822 345", "c.docx": NUMBER}
    for name, text in papers.items():
        (tmp_path / name).write_bytes(docx(paragraph(text)))
    ended = _run(tmp_path, "check-file", *(str(tmp_path / name) for name in papers), "--json")
    answers = [json.loads(line) for line in ended.stdout.splitlines()]
    assert [answer["verdict"] for answer in answers] == ["accept", "hold", "refuse"]
    assert ended.returncode == 1
    assert NUMBER.encode() not in ended.stdout
