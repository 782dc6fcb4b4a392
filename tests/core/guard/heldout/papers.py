"""Whole state papers, honest and refused, with the expected verdict of each."""

from collections.abc import Callable
from random import Random

from . import paper_people as people
from . import paper_work as work
from .paper_layout import to_docx, write_paper
from .paper_model import Block, Paper
from .paper_refused import refused_papers

__all__ = ["Block", "Paper", "honest_papers", "state_papers", "to_docx", "write_paper"]
Made = Callable[..., Paper]
Sorts = tuple[str, ...]
WITH_CONTACTS: tuple[tuple[str, Made, Sorts, int], ...] = (
    ("plan-mobile", work.plan, ("mobile",), 16),
    ("plan-two", work.plan, ("mobile", "mobile"), 4),
    ("plan-mobile-gov", work.plan, ("gov", "mobile"), 6),
    ("plan-mail", work.plan, ("mail",), 8),
    ("plan-landline", work.plan, ("landline",), 8),
    ("plan-all", work.plan, ("landline", "mobile", "mail"), 3),
    ("plan-gov", work.plan, ("gov",), 8),
    ("plan-hotline", work.plan, ("hotline",), 5),
    ("plan-none", work.plan, (), 12),
    ("letter", work.letter, (), 8),
    ("letter-gov", work.letter, ("gov",), 5),
    ("letter-mobile", work.letter, ("mobile",), 5),
    ("letter-mail", work.letter, ("mail",), 2),
    ("report", work.report, (), 24),
    ("report-gov", work.report, ("gov",), 3),
    ("notice", work.notice, (), 14),
    ("inspection", work.inspection, (), 8),
    ("inspection-mobile", work.inspection, ("mobile",), 3),
    ("minutes", work.minutes, (), 12),
    ("invitation", people.invitation, (), 14),
    ("invitation-gov", people.invitation, ("gov",), 3),
    ("invitation-mobile", people.invitation, ("mobile",), 4),
)
PLAIN: tuple[tuple[str, Made, int], ...] = (
    ("composition", people.composition, 26),
    ("delegation", people.delegation, 12),
    ("award", people.award, 18),
    ("seminar", people.seminar, 10),
    ("directory", people.directory, 10),
    ("statistics", people.statistics, 16),
)


def honest_papers(rng: Random) -> list[Paper]:
    """Return the honest papers: accepted, or held for contacts and award extras."""
    papers = []
    for name, make, sorts, count in WITH_CONTACTS:
        papers += [make(f"{name}-{n:02d}", rng, sorts) for n in range(1, count + 1)]
    for name, make, count in PLAIN:
        papers += [make(f"{name}-{n:02d}", rng) for n in range(1, count + 1)]
    papers += [people.award(f"award-year-{n:02d}", rng, "year of birth") for n in range(1, 8)]
    papers += [people.award(f"award-hamlet-{n:02d}", rng, "hamlet") for n in range(1, 7)]
    return papers


def state_papers(seed: int = 20261103) -> list[Paper]:
    """Return every paper, honest ones first, then the refused ones."""
    rng = Random(seed)
    return honest_papers(rng) + refused_papers(rng)
