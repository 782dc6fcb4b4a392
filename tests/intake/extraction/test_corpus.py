import json
from pathlib import Path

import pytest

from phongtrao.intake.extraction import extract
from tests.intake.extraction.summary import summary_of

HERE = Path(__file__).parent
PAPERS = sorted((HERE / "corpus").glob("*.txt"))


def test_the_corpus_holds_at_least_twenty_papers():
    assert len(PAPERS) >= 20


@pytest.mark.parametrize("paper", PAPERS, ids=lambda p: p.stem)
def test_a_paper_of_the_corpus_is_read_as_expected(paper):
    expected = json.loads(paper.with_suffix(".json").read_text(encoding="utf-8"))
    assert summary_of(extract(paper.read_text(encoding="utf-8"), paper.stem)) == expected
