"""Honest files of many producers pass the wall, and the readers behind it can read them.

A plain run takes one file of every kind that needs no office program, a few of LibreOffice, and
judges them here; `make test-gate` takes the whole corpus through the cage with a reader.
"""

import io
from collections import Counter
from pathlib import Path

import docx
import pytest
import python_calamine

from phongtrao.core.gate import admit, inspect
from tests.core.gate.extent import FULL
from tests.core.gate.honest_files import corpus, office_suite
from tests.core.gate.honest_files.kind import Kind
from tests.core.gate.honest_files.measuring import Outcome, measured

READER = "phongtrao.core.guard.package:judge"
HAND_WRITTEN = [kind for kind in corpus.LIGHT if kind.producer.startswith("layout of")]
REFUSED_SHARE = 0.005
MARKED_SHARE = 0.01


@pytest.mark.parametrize("kind", corpus.LIGHT, ids=lambda kind: kind.id)
def test_an_honest_kind_is_let_in(kind: Kind) -> None:
    verdict = inspect(kind.build(0), kind.filename(0))
    assert (verdict.verdict, verdict.kind) == (kind.due, kind.ending), verdict.codes


def test_kinds_have_names_of_their_own_and_are_many() -> None:
    names = Counter(kind.id for kind in corpus.KINDS)
    assert max(names.values()) == 1
    assert len(names) >= 120


@pytest.mark.parametrize("kind", HAND_WRITTEN, ids=lambda kind: kind.id)
def test_what_is_written_by_hand_opens_in_a_reader_and_comes_out_the_same_again(
    kind: Kind,
) -> None:
    content = kind.build(1)
    assert content == kind.build(1)
    assert content != kind.build(2)
    if kind.ending == "xlsx":
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        assert book.get_sheet_by_index(0).to_python()
    elif kind.id != "docx-word-strict":  # python-docx knows the transitional form only
        assert docx.Document(io.BytesIO(content)).paragraphs


@pytest.mark.skipif(office_suite.PROGRAM is None, reason="LibreOffice is not installed")
def test_what_libreoffice_saves_in_its_usual_forms_is_let_in(tmp_path: Path) -> None:
    made = office_suite.made(tmp_path, fast=True)
    assert len(made) == 12
    refused = {
        each.path.name: verdict.codes
        for each in made
        if not (verdict := inspect(each.path, each.filename)).accepted
    }
    assert not refused


def test_a_file_of_each_ending_goes_through_the_cage_with_its_reader(tmp_path: Path) -> None:
    first = {kind.ending: kind for kind in reversed(corpus.LIGHT) if kind.due == "accept"}
    for ending, kind in first.items():
        path = tmp_path / f"upload.{ending}"
        path.write_bytes(kind.build(0))
        answer = admit(path, kind.filename(0), reader=READER)
        assert answer.accepted, (kind.id, answer.verdict.codes)
        assert any(part["has_text"] for part in answer.result)


if FULL:

    @pytest.fixture(scope="module")
    def outcomes(tmp_path_factory: pytest.TempPathFactory) -> list[Outcome]:
        """Every file of the corpus through the cage, read by the privacy guard."""
        folder = tmp_path_factory.mktemp("honest")
        return [measured(sample, READER) for sample in corpus.samples(folder)]

    def test_at_most_one_honest_file_in_two_hundred_is_refused(outcomes: list[Outcome]) -> None:
        papers = [each for each in outcomes if each.ending in {"docx", "xlsx", "pdf"}]
        refused = [(each.kind, each.codes) for each in outcomes if each.verdict != each.due]
        assert len(papers) >= 500
        assert len({each.kind for each in papers}) >= 120
        assert len(refused) <= REFUSED_SHARE * len(outcomes), refused

    def test_the_reader_marks_at_most_one_paper_without_persons_in_a_hundred(
        outcomes: list[Outcome],
    ) -> None:
        found = [(each.kind, each.findings) for each in outcomes if each.findings]
        assert len(found) <= MARKED_SHARE * len(outcomes), found
