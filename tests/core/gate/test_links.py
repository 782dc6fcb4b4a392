"""Links to the outside are taken out of what is stored."""

from pathlib import Path

import docx as word
import pytest

from phongtrao.core.gate import inspect
from phongtrao.core.gate.links import cut_outside_links
from tests.core.gate import corpus_bombs
from tests.core.gate.case import Case
from tests.core.gate.packages import docx

CUT = [case for case in corpus_bombs.OUTSIDE if case.code == "links-cut"]
ADDRESSES = (b"127.0.0.1", b"169.254.169.254", b"Users", b"so-lieu")


@pytest.mark.parametrize("case", CUT, ids=lambda case: case.id)
def test_a_cut_package_leads_nowhere_and_is_accepted(case: Case, tmp_path: Path) -> None:
    source, target = tmp_path / "in", tmp_path / "out"
    source.write_bytes(case.build())
    assert cut_outside_links(source, target) == 1
    verdict = inspect(target, case.filename)
    assert (verdict.verdict, verdict.codes) == ("accept", ())
    assert not any(address in unpacked_text(target) for address in ADDRESSES)


def test_cutting_is_the_same_each_time(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.write_bytes(CUT[0].build())
    first, second = tmp_path / "first", tmp_path / "second"
    cut_outside_links(source, first)
    cut_outside_links(source, second)
    assert first.read_bytes() == second.read_bytes()


def test_links_that_a_reader_clicks_stay_and_word_readers_open_the_paper(tmp_path: Path) -> None:
    source, target = tmp_path / "in.docx", tmp_path / "out.docx"
    links = (
        ("hyperlink", "https://mattran.org.vn/?a=1&amp;b=2", "External"),
        ("image", "http://127.0.0.1:9/x.png", "External"),
    )
    source.write_bytes(docx(rels=links))
    assert cut_outside_links(source, target) == 1
    relations = word.Document(str(target)).part.rels.values()
    assert {each.target_ref for each in relations} == {
        "https://mattran.org.vn/?a=1&b=2",
        "about:blank",
    }


def unpacked_text(path: Path) -> bytes:
    """All relation parts of a package, one after another."""
    import zipfile

    with zipfile.ZipFile(path) as package:
        return b"".join(package.read(n) for n in package.namelist() if n.endswith(".rels"))
