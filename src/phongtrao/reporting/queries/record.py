"""Whether the record holds: every version has its hash, every root fits its versions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from django.db.models import QuerySet

from phongtrao.core.errors import N_, Sentence
from phongtrao.core.models import AuditEntry
from phongtrao.reporting.cells import CorruptCells, canonical_json
from phongtrao.reporting.grid.record import GENESIS, Origin, version_hash
from phongtrao.reporting.models import Report, ReportVersion, TemplateVersion, ValueImport
from phongtrao.reporting.rules.merkle import merkle_root

_AT_ONCE = 2_000
# Entries that vouch for many versions at once, by the Merkle root of their hashes.
BULK_VERBS = ("values.imported", "round.recorded")


@dataclass(frozen=True, slots=True)
class RecordCheck:
    """What was looked at, and every place where the record does not hold."""

    versions: int
    roots: int
    faults: tuple[Sentence, ...]


def check_record() -> RecordCheck:
    """Recompute the hash of every version and every Merkle root in the audit chain."""
    forms = {form.pk: (form.hash, len(form.cells)) for form in TemplateVersion.objects.all()}
    faults: list[Sentence] = []
    count = 0
    rows = _hashed(ReportVersion.objects.all()).order_by("report_id", "n")
    for report_id, versions in groupby(rows.iterator(_AT_ONCE), attrgetter("report_id")):
        found = list(versions)
        count += len(found)
        if not _holds(found, forms):
            told = N_("Báo cáo số %(report)s: bản đã gửi bị sửa.")
            faults.append(Sentence(told, {"report": report_id}))
    roots = list(_root_faults())
    faults += [fault for fault in roots if fault is not None]
    return RecordCheck(count, len(roots), tuple(faults))


def chain_holds(report: Report) -> bool:
    """Whether every version of the report still has the hash it was given."""
    form = report.round.template_version
    versions = _hashed(ReportVersion.objects.filter(report=report)).order_by("n")
    return _holds(versions, {form.pk: (form.hash, len(form.cells))})


def _hashed(versions: QuerySet[ReportVersion]) -> QuerySet[ReportVersion]:
    return versions.select_related("value_import", "report__round").only(
        "report__round__template_version_id", "value_import__file_sha256", "report_id", "n",
        "cells", "text", "prev_hash", "hash", "submitted_by_id", "account_id", "submitted_at",
    )  # fmt: skip


def _holds(versions: Iterable[ReportVersion], forms: dict[int, tuple[str, int]]) -> bool:
    try:
        return _is_chain(versions, forms)
    except CorruptCells:
        return False


def _is_chain(versions: Iterable[ReportVersion], forms: dict[int, tuple[str, int]]) -> bool:
    previous = GENESIS
    for n, version in enumerate(versions, start=1):
        template_hash, count = forms[version.report.round.template_version_id]
        imported = version.value_import
        expected = version_hash(
            report_id=version.report_id,
            n=n,
            template_hash=template_hash,
            packed=bytes(version.cells),
            count=count,
            text_json=canonical_json(version.text),
            prev_hash=previous,
            origin=Origin(
                version.submitted_at,
                version.submitted_by_id,
                version.account_id,
                imported.file_sha256 if imported else "",
            ),
        )
        if (version.n, version.prev_hash, version.hash) != (n, previous, expected):
            return False
        previous = version.hash
    return True


def _root_faults() -> Iterator[Sentence | None]:
    """For each root of the audit chain a fault, or None where it fits."""
    entries = AuditEntry.objects.filter(verb__in=BULK_VERBS).select_related("auditpayload")
    for entry in entries.order_by("sequence"):
        payload = getattr(entry, "auditpayload", None)
        if payload is None:
            continue  # erased: the commitment stays in the chain
        told = payload.payload
        rows = ReportVersion.objects.filter(pk__gte=told["first"], pk__lte=told["last"])
        if entry.verb == "round.recorded":
            rows = rows.filter(report__round=int(entry.target_id))
            roots = {told["root"]}
        else:
            rows = rows.filter(value_import=int(entry.target_id))
            kept = ValueImport.objects.filter(pk=int(entry.target_id))
            roots = {told["root"], *kept.values_list("root", flat=True)}
        hashes = rows.order_by("pk").values_list("hash", flat=True)
        whole = roots == {merkle_root(hashes.iterator(_AT_ONCE))}
        yield (
            None
            if whole
            else Sentence(
                N_("Mục nhật ký %(entry)s: các bản báo cáo không còn khớp với gốc cây băm."),
                {"entry": entry.sequence},
            )
        )
