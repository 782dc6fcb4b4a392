"""`phongtrao areas`: what stands on standard output, and the exit codes."""

import gzip
import io
import json
import subprocess
import sys
from importlib.resources import files

import pytest

from phongtrao.cli.areas import main

RESOLVED = {
    "code", "name", "level", "type", "province", "kind", "on", "current_code", "confidence",
    "before_horizon",
}  # fmt: skip


def answers(capsys, *arguments, code=0):
    assert main(arguments) == code
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.fixture
def typed(monkeypatch):
    """Puts bytes on standard input."""

    def type_in(content: bytes):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))

    return type_in


def columns():
    packed = files("phongtrao.org").joinpath("data", "country.json.gz").read_bytes()
    return json.loads(gzip.decompress(packed))


def test_a_tree_lists_parents_first_with_the_code_of_the_parent(capsys):
    (rows,) = answers(capsys, "tree", "--on", "2025-06-30", "--json")
    assert len(rows) == 1 + 63 + 696 + 10_035
    assert set(rows[0]) == {"code", "name", "level", "type", "parent_code"}
    seen = {None}
    for row in rows:
        assert row["parent_code"] in seen
        seen.add(row["code"])


def test_a_tree_before_the_horizon_is_that_of_the_horizon(capsys):
    before = answers(capsys, "tree", "--on", "1999-01-01", "--json")
    assert before == answers(capsys, "tree", "--on", "2025-01-01", "--json")


def test_a_text_is_answered_with_the_agreed_keys(capsys):
    ((row,),) = answers(capsys, "resolve", "CA x. Đăk Hà, Kon Tum", "--on", "2025-06-30", "--json")
    assert set(row) == RESOLVED
    assert (row["code"], row["province"], row["kind"]) == ("23425", "Kon Tum", "ca")
    assert (row["on"], row["before_horizon"]) == ("2025-06-30", False)


def test_every_line_has_one_answer_in_its_place_also_empty_and_broken_ones(capsys, typed):
    typed("82\nxã Tân Tiến\n\n".encode() + b"\xff\xfe\x00\n" + "tỉnh Kon Tum\r\nHà Nội".encode())
    found = answers(capsys, "resolve", "-", "--on", "2026-11-26", "--json")
    names = [sorted({row["name"] for row in rows}) for rows in found]
    assert names == [["Đồng Tháp"], ["Tân Tiến"], [], [], ["Kon Tum"], ["Hà Nội"]]
    assert found[4][0]["on"] == "2025-06-30"


def test_a_lineage_goes_forwards_and_backwards_with_exact_shares(capsys, typed):
    typed(b"62\n51\n99999\n")
    forwards = answers(capsys, "lineage", "-", "--on", "2025-01-01", "--to", "2026-01-01", "--json")
    quang_ngai = {
        "code": "51", "name": "Quảng Ngãi", "level": "province", "share": "1/1", "estimated": False,
    }  # fmt: skip
    assert forwards == [[quang_ngai], [quang_ngai], []]
    (back,) = answers(capsys, "lineage", "51", "--on", "2026-01-01", "--to", "2025-01-01")
    assert [part["code"] for part in back] == ["51", "62"]


def test_the_shares_of_a_cut_commune_are_fractions_marked_as_estimated(capsys):
    """One of the communes that the open data divides among several."""
    (parts,) = answers(capsys, "lineage", "00079", "--on", "2025-01-01", "--to", "2025-07-01")
    assert [part["share"] for part in parts] == ["1/2", "1/2"]
    assert all(part["estimated"] for part in parts)


def test_the_packaged_list_is_sound(capsys):
    assert answers(capsys, "check", "--json") == [[]]
    assert main(["check"]) == 0
    assert capsys.readouterr().out.endswith("không có lỗi.\n")


def test_a_file_with_faults_is_told_fault_by_fault_with_exit_code_1(capsys, tmp_path):
    broken = columns()
    broken["successions"]["num"][0] += 1
    broken["versions"]["parent"][5] = 424_242
    path = tmp_path / "sua.json"
    path.write_text(json.dumps(broken), encoding="utf-8")
    (found,) = answers(capsys, "check", str(path), "--json", code=1)
    assert {"shares", "parent"} <= {fault["kind"] for fault in found}


@pytest.mark.parametrize(
    "spoil",
    [
        lambda columns: columns["versions"].pop("code"),
        lambda columns: columns["versions"]["code"].pop(),
        lambda columns: columns["successions"]["den"].__setitem__(0, 0),
        lambda columns: columns["days"].__setitem__(0, "hôm qua"),
        lambda columns: columns.__setitem__("format", "khác"),
        lambda columns: columns.__setitem__("acts", None),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(capsys, tmp_path, spoil):
    broken = columns()
    spoil(broken)
    path = tmp_path / "sua.json.gz"
    path.write_bytes(gzip.compress(json.dumps(broken).encode()))
    assert main(["check", str(path)]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "Tệp địa bàn" in told.err


@pytest.mark.parametrize("content", [b"", b"x", b"\x1f\x8b", b"[1]", b"null", b"\xff" * 9])
def test_a_file_of_another_kind_is_refused(capsys, tmp_path, content):
    path = tmp_path / "khac"
    path.write_bytes(content)
    assert main(["check", str(path)]) == 1
    assert "ịa bàn" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_wrong_use(capsys, tmp_path):
    assert main(["check", str(tmp_path / "khong-co")]) == 2
    assert "Không mở được" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [[], ["tree", "--on", "31/12/2025"], ["lineage", "62"], ["grow"], ["resolve"]]
)
def test_wrong_use_ends_with_2(capsys, arguments):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().out == ""


def test_the_command_starts_without_the_database_and_without_django():
    program = """
import sys
from phongtrao.__main__ import main
sys.argv = ["phongtrao", "areas", "check"]
try:
    main()
except SystemExit as end:
    sys.exit(9 if "django" in sys.modules else end.code)
"""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert ran.returncode == 0, ran.stderr
