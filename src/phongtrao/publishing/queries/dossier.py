"""The dossier of an issued paper: everything that belongs to it, in the order of its contents list.

The contents list has the columns of a *mục lục văn bản trong hồ sơ* (Nghị định 30/2020/NĐ-CP,
Phụ lục V): number and symbol, date, type and abstract, author, page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from phongtrao.core import clock
from phongtrao.core.models import StoredFile
from phongtrao.publishing.models import Paper, PaperDelivery, PaperStep, PaperVersion
from phongtrao.publishing.queries.sending import deliveries_of
from phongtrao.publishing.queries.signing import steps_of
from phongtrao.publishing.queries.versions import versions_of
from phongtrao.publishing.workflow import StepForm, StepKind


class Part(StrEnum):
    """What a line of the contents list is."""

    PAPER = "paper"
    MEMO = "memo"
    VERSION = "version"
    STEP = "step"
    DELIVERY = "delivery"


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the contents list; `number` is empty for what has none of its own."""

    n: int
    part: Part
    title: str
    on: date
    author: str
    number: str = ""
    text: str = ""
    file: StoredFile | None = None
    step: PaperStep | None = None
    version: PaperVersion | None = None
    delivery: PaperDelivery | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """A paper with all that belongs to it."""

    paper: Paper
    items: Sequence[Item]

    def of(self, *parts: Part) -> list[Item]:
        """The lines of some kinds, in their order."""
        return [item for item in self.items if item.part in parts]

    @property
    def files(self) -> list[StoredFile]:
        """Every stored file of the dossier, each once."""
        found = [item.file for item in self.items if item.file is not None]
        gone = [item.delivery.disposal_copy for item in self.items if item.delivery is not None]
        found += [each for each in gone if each is not None]
        return list({each.pk: each for each in found}.values())


def dossier_of(paper: Paper) -> Dossier:
    """The dossier of an issued paper that was read through its door."""
    parts = [*_papers(paper), *_versions(paper), *_steps(paper), *_deliveries(paper)]
    return Dossier(paper, [Item(n, **part) for n, part in enumerate(parts, start=1)])


def _papers(paper: Paper) -> Iterator[dict[str, Any]]:
    assert paper.issued_on is not None
    yield {
        "part": Part.PAPER,
        "title": str(paper),
        "on": paper.issued_on,
        "author": paper.issuer,
        "number": paper.heading,
        "file": paper.report_file,
    }
    yield {
        "part": Part.MEMO,
        "title": _("Phiếu trình"),
        "on": paper.issued_on,
        "author": paper.memo_unit or paper.body.name,
        "text": "\n".join(filter(None, [paper.memo_summary, paper.memo_proposals])),
        "file": paper.memo_file,
    }


def _versions(paper: Paper) -> Iterator[dict[str, Any]]:
    for version in versions_of(paper):
        day = timezone.localtime(version.made_at, clock.VIETNAM).date()
        yield {
            "part": Part.VERSION,
            "title": _("Bản trình ký lần %(n)s") % {"n": version.n},
            "on": day,
            "author": paper.body.name,
            "version": version,
        }


def _steps(paper: Paper) -> Iterator[dict[str, Any]]:
    for step in steps_of(paper):
        words = [str(step.get_kind_display()), step.asked_of]
        if step.form != StepForm.SCREEN:
            words.append(str(step.get_form_display()))
        yield {
            "part": Part.STEP,
            "title": ", ".join(filter(None, words)),
            "on": step.signed_on,
            "author": step.who,
            "number": paper.heading if step.kind == StepKind.ISSUED else "",
            "text": step.text,
            "file": step.file,
            "step": step,
        }


def _deliveries(paper: Paper) -> Iterator[dict[str, Any]]:
    for delivery in deliveries_of(paper):
        yield {
            "part": Part.DELIVERY,
            "title": _("Gửi %(body)s, %(form)s")
            % {"body": delivery.body.name, "form": delivery.form_words.lower()},
            "on": delivery.sent_on,
            "author": delivery.sender.name,
            "number": delivery.copy_number,
            "file": delivery.receipt_copy,
            "delivery": delivery,
        }
