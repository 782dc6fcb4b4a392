"""`phongtrao check-word`: what it says, with which exit code; hostile files end in a sentence."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from django.core.management import call_command

from phongtrao.publishing.layout_check.check import MOST_PLACES, by_rule
from phongtrao.publishing.layout_check.rules import RULES
from phongtrao.publishing.layout_check.rules.rule import DECREE
from tests.publishing.layout.papers import letter, report


def _said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = 0
    try:
        call_command("check_word", *arguments)
    except SystemExit as ended:
        code = int(ended.code or 0)
    return code, capsys.readouterr().out


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A right paper, a wrong one, one that only a doubtful rule finds, and files that are none."""
    (tmp_path / "dung.docx").write_bytes(letter().docx())
    wrong = letter().changed(motto={"size": 11}, signer={"text": "TS. Lê Văn Chung"})
    (tmp_path / "sai.docx").write_bytes(wrong.docx())
    doubtful = report().changed(plain={"size": 13})
    (tmp_path / "ngo.docx").write_bytes(doubtful.docx())
    (tmp_path / "khac.docx").write_bytes(b"MZ\x90\x00 not a paper")
    (tmp_path / "chu.txt").write_text("Kế hoạch", encoding="utf-8")
    return tmp_path


def test_a_right_paper_passes_with_exit_code_0(folder: Path, capsys) -> None:
    code, said = _said(capsys, str(folder / "dung.docx"))
    assert (code, said) == (0, f"{folder / 'dung.docx'}: đạt.\n")


def test_a_fault_is_told_with_its_place_article_and_remedy_and_exit_code_1(
    folder: Path, capsys
) -> None:
    code, said = _said(capsys, str(folder / "sai.docx"))
    assert code == 1
    assert "B10 motto.size (thường): Cỡ chữ Tiêu ngữ không phải 13–14." in said
    assert "Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.1b." in said
    assert "– Độc lập - Tự do - Hạnh phúc (cỡ chữ 11)" in said
    assert "– TS. Lê Văn Chung" in said


def test_a_rule_whose_text_was_not_seen_is_told_and_fails_nothing(folder: Path, capsys) -> None:
    code, said = _said(capsys, str(folder / "ngo.docx"), "--json")
    answer = json.loads(said)
    assert (code, answer["verdict"]) == (0, "pass")
    assert [(f["code"], f["verified"]) for f in answer["faults"]] == [("body.size-mixed", False)]


def test_files_that_are_no_papers_get_a_sentence_and_exit_code_2(folder: Path, capsys) -> None:
    names = ("khac.docx", "chu.txt", "khong-co.docx", "sai.docx")
    code, said = _said(capsys, *(str(folder / name) for name in names), "--json")
    answers = [json.loads(line) for line in said.splitlines()]
    assert code == 2
    assert [answer["verdict"] for answer in answers] == ["refuse", "refuse", "refuse", "fault"]
    assert all(answer["message"] for answer in answers[:3])
    assert "Chỉ kiểm tra được thể thức của tệp Word" in answers[1]["message"]


def test_a_bomb_and_an_entity_are_stopped_by_the_wall(tmp_path: Path, capsys) -> None:
    for name, filler in (("bom.docx", "<w:p/>" * 20_000_000), ("thuc-the.docx", "")):
        written = io.BytesIO()
        source = zipfile.ZipFile(io.BytesIO(letter().docx()))
        with source, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target:
            for part in source.namelist():
                text = source.read(part).decode()
                if part == "word/document.xml":
                    declared = "" if filler else '<!DOCTYPE w [<!ENTITY a "a">]>'
                    text = declared + text.replace("</w:body>", f"{filler}</w:body>")
                target.writestr(part, text)
        (tmp_path / name).write_bytes(written.getvalue())
        code, said = _said(capsys, str(tmp_path / name), "--json")
        assert (code, json.loads(said)["verdict"]) == (2, "refuse"), name


def test_what_a_broken_child_says_is_not_believed() -> None:
    strange = {"faults": [["page.margin-top"], ["<b>", 1], 7, None, ["motto.size", {}, []]]}
    found = by_rule(strange | {"counts": "many"}, DECREE.valid_from)
    assert [each.rule.code for each in found] == ["page.margin-top", "motto.size"]


def test_a_paper_wrong_on_every_line_is_told_in_a_few_places(tmp_path: Path, capsys) -> None:
    source = report()
    plain = source.blocks["plain"]
    many = {f"more{n}": plain for n in range(60)}
    blocks = dict(source.blocks)
    position = list(blocks).index("plain") + 1
    items = list(blocks.items())
    blocks = dict(items[:position]) | many | dict(items[position:])
    wrong = type(source)(blocks, source.sheet)
    wrong = wrong.changed(**{name: {"align": "left"} for name in many})
    (tmp_path / "dai.docx").write_bytes(wrong.docx())
    _code, said = _said(capsys, str(tmp_path / "dai.docx"), "--json")
    (fault,) = json.loads(said)["faults"]
    assert (fault["code"], fault["count"], len(fault["places"])) == ("body.align", 60, MOST_PLACES)


def test_rules_hold_from_the_day_of_their_text() -> None:
    from phongtrao.publishing.layout_check.rules import rules_on

    before = DECREE.valid_from.replace(year=2019)
    assert {rule.source.name for rule in rules_on(before).values()} == {"Hướng dẫn 36-HD/VPTW"}
    assert rules_on(DECREE.valid_from).keys() == RULES.keys()
