"""The signed mark of a report's workbook: which report, which form, which working copy."""

import json
from dataclasses import asdict, dataclass

from django.core.signing import Signer
from django.utils.crypto import constant_time_compare

from phongtrao.reporting.grid.form_layout import MARK_HEAD
from phongtrao.reporting.models import Report

_SALT = "reporting.form"
# Letters alone: a run of digits in a workbook could be taken for a number of a person.
_LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")


@dataclass(frozen=True, slots=True)
class FormMark:
    """What a workbook was made from; `base` is the number of the working copy (0: none yet)."""

    report: int
    form_version: int
    base: int
    form: str
    period: str
    unit: str


def mark_for(report: Report, base: int) -> FormMark:
    """The mark of a report's workbook."""
    form = report.round.template_version
    return FormMark(
        report=report.pk,
        form_version=form.pk,
        base=base,
        form=form.template.name,
        period=report.round.period,
        unit=report.body.name,
    )


def mark_cells(mark: FormMark) -> list[str]:
    """The cells that carry a mark: its head, its content, its signature."""
    content = json.dumps(asdict(mark), ensure_ascii=False, sort_keys=True)
    return [MARK_HEAD, content, _signature(content, Signer(salt=_SALT).key)]


def mark_of(cells: list[str]) -> FormMark | None:
    """The mark in these cells; None unless this installation has signed it."""
    if len(cells) != 3 or cells[0] != MARK_HEAD:
        return None
    signer = Signer(salt=_SALT)
    keys = [signer.key, *signer.fallback_keys]
    if not any(constant_time_compare(cells[2], _signature(cells[1], key)) for key in keys):
        return None
    return FormMark(**json.loads(cells[1]))


def _signature(content: str, key: str | bytes) -> str:
    signed = Signer(key=key, salt=_SALT).signature(content)
    return signed.encode().hex().translate(_LETTERS)
