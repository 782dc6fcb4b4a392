"""Erasing a training round: everything of it in one act, one entry in the audit chain stays."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.urls import reverse

from phongtrao.core import audit, erasing
from phongtrao.core.errors import N_, Forbidden, Refused
from phongtrao.org.permissions import Actor
from phongtrao.reporting import permissions
from phongtrao.reporting.actions.rounds import locked_round, require_reason
from phongtrao.reporting.models import Report, ReportVersion, Round

# Model → the named page of one of its rows: what notices lead to. See `know_pages`.
_pages: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class Erasure:
    """How much goes, or went, with a training round; `others` is what stands behind the rest."""

    reports: int
    versions: int
    papers: int
    files: int
    others: int


def know_pages(pages: Mapping[str, str]) -> None:
    """Hand in the pages of rows that later stages draw up from a round; replaces those before."""
    own = {
        Round._meta.label_lower: "reporting:round-detail",
        Report._meta.label_lower: "reporting:report-detail",
    }
    _pages.clear()
    _pages.update({**own, **pages})


def erasure_ahead(round_: Round) -> Erasure:
    """What erasing the round would take with it; nothing is changed."""
    _require_training(round_)
    found = erasing.resting_on(round_)
    return _counted(found, len(erasing.files_of(found)))


@transaction.atomic
def erase_training_round(round_: Round, *, reason: str, by: Actor) -> Erasure:
    """Erase a training round with its reports, versions, papers and files.

    Of what was done in it the links of the audit chain stay, empty, and one entry with the counts
    and the reason. Raises ``Refused`` for any other round, ``Forbidden`` unless the actor could
    have opened it, ``InvalidInput`` without a reason.
    """
    found = locked_round(round_)
    _require_training(found)
    if not permissions.can_erase_training(by, found):
        raise Forbidden(
            N_("Chỉ cơ quan mở được đợt này mới xóa được đợt tập làm. Chưa có gì thay đổi.")
        )
    told = require_reason(reason)
    rows = erasing.resting_on(found, lock=True)
    pages = [
        reverse(_pages[model._meta.label_lower], args=[pk])
        for model, keys in rows.items() if model._meta.label_lower in _pages
        for pk in keys
    ]  # fmt: skip
    done = _counted(rows, erasing.erase(rows, pages=pages))
    audit.record(
        "training.erased", found, by=by, reason=told, reports=done.reports,
        versions=done.versions, papers=done.papers, files=done.files, others=done.others,
    )  # fmt: skip
    return done


def _require_training(round_: Round) -> None:
    if not round_.is_training:
        raise Refused(
            N_("Đây là đợt báo cáo chính thức nên không xóa được. Chưa có gì thay đổi."),
            code="training.official",
        )


def _counted(rows: erasing.Rows, files: int) -> Erasure:
    sizes = {model._meta.label_lower: len(keys) for model, keys in rows.items()}
    named = {Report._meta.label_lower, ReportVersion._meta.label_lower, Round._meta.label_lower,
             "publishing.paper"}  # fmt: skip
    return Erasure(
        reports=sizes.get(Report._meta.label_lower, 0),
        versions=sizes.get(ReportVersion._meta.label_lower, 0),
        papers=sizes.get("publishing.paper", 0),
        files=files,
        others=sum(size for label, size in sizes.items() if label not in named),
    )
