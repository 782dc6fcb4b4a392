import io
import json
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfWriter

from phongtrao.cli.intake import run
from phongtrao.intake.extraction import extract
from phongtrao.intake.readers import UnreadableFile, kind_of_name, read

EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.mark.parametrize("paper", sorted(EXAMPLES.glob("*.docx")), ids=lambda p: p.stem)
def test_the_word_file_says_the_same_as_its_text(paper):
    word = extract(read(paper).text, paper.stem)
    plain = extract(read(paper.with_suffix(".txt")).text, paper.stem)
    assert word.metadata.number.value == plain.metadata.number.value
    assert word.metadata.title.value == plain.metadata.title.value
    assert len(word.metadata.signers) == len(plain.metadata.signers)
    assert [r.number for r in word.references] == [r.number for r in plain.references]
    assert len(word.requirements) == len(plain.requirements) > 0


def test_a_table_keeps_its_place_and_its_cells():
    document = Document()
    document.add_paragraph("Trước bảng")
    table = document.add_table(rows=2, cols=3)
    for cell, words in zip(table.rows[1].cells, ("Việc", "Công an\ntỉnh", "Quý I"), strict=True):
        cell.text = words
    document.add_paragraph("Sau bảng")
    kept = io.BytesIO()
    document.save(kept)
    result = read(kept.getvalue(), "docx")
    assert result.text.splitlines() == [
        "Trước bảng",
        " |  | ",
        "Việc | Công an tỉnh | Quý I",
        "Sau bảng",
    ]
    (hint,) = result.layout
    assert hint.kind == "table"
    assert result.text[hint.start : hint.end].endswith("Quý I\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_text_is_read_in_each_encoding(encoding):
    assert read("Số: 12/KH-UBND".encode(encoding), "txt").text == "Số: 12/KH-UBND"


def _empty_pdf(password=None):
    writer, kept = PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 200)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    writer.write(kept)
    return kept.getvalue()


@pytest.mark.parametrize(
    ("data", "kind", "said"),
    [
        (b"ab\x00cd", "txt", "không phải là văn bản"),
        (b"K\xd5 ho\xb9ch", "txt", "UTF-8"),
        (b"  \n", "txt", "không có chữ nào"),
        (b"PK\x03\x04 broken", "docx", "bị hỏng"),
        (b"not a pdf", "pdf", "bị hỏng"),
        (b"x", "xls", "không thuộc loại"),
        (_empty_pdf(), "pdf", "chỉ có ảnh chụp"),
        (_empty_pdf("x"), "pdf", "mật khẩu"),
    ],
)
def test_an_unreadable_file_is_refused_with_a_remedy(data, kind, said):
    with pytest.raises(UnreadableFile, match=said) as refusal:
        read(data, kind)
    assert "ãy" in str(refusal.value)


def test_the_kind_follows_the_name():
    assert kind_of_name("A.DOCX") == "docx"


def test_the_command_writes_one_file_a_paper(tmp_path):
    papers = sorted(EXAMPLES.glob("*.txt"))
    assert run(papers, out=tmp_path / "made", as_json=False) == 0
    assert {p.stem for p in (tmp_path / "made").glob("*.json")} == {p.stem for p in papers}


def test_the_command_answers_in_the_order_of_the_files_and_goes_on_after_a_refusal(
    tmp_path, capsys
):
    bad = tmp_path / "hong.pdf"
    bad.write_bytes(b"x")
    good = EXAMPLES / "03-cong-van-bao-cao-so-ket.txt"
    assert run([bad, good], out=None, as_json=True) == 1
    lines = capsys.readouterr()
    first, second = lines.out.splitlines()
    assert first == "null"
    assert json.loads(second)["metadata"]["number"]["value"] == "1275/CAT-PV05"
    assert lines.err.startswith("hong.pdf: ")


@pytest.mark.parametrize(("out", "as_json"), [(None, False), (Path("x"), True)])
def test_the_command_refuses_wrong_use(out, as_json):
    assert run([Path("a.txt")], out=out, as_json=as_json) == 2
