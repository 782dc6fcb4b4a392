"""The catalogue of indicators as planning asks for it: which may have a target, and why not."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cache

from phongtrao.core.boundary.indicators import Definition, indicator_faults
from phongtrao.core.errors import N_
from phongtrao.planning.queries.targets import KnownIndicator
from phongtrao.reporting.models import Indicator
from phongtrao.reporting.queries.definitions import definition_of

_DISABLED = N_("chỉ tiêu này chưa được dùng trong hệ thống.")
_NO_SCORE = N_("chỉ tiêu này không được dùng để giao mức hay chấm điểm.")


class ReportingCatalogue:
    """The indicators of reporting.

    A target weighs like a score: what may not be scored (CR-19) may have no target either.
    """

    def known(self, codes: Collection[str]) -> Mapping[str, KnownIndicator]:
        """Those of the codes that there are, by code."""
        return {row.code: _known(row) for row in Indicator.objects.filter(code__in=codes)}

    def offered(self) -> Sequence[KnownIndicator]:
        """Those of the common catalogue that may have a target, in its order."""
        rows = map(_known, Indicator.objects.filter(owner=None).order_by("position"))
        return [row for row in rows if not row.refusal]


def _known(row: Indicator) -> KnownIndicator:
    refusal = _refusal(definition_of(row)) if row.is_enabled else _DISABLED
    return KnownIndicator(row.code, row.name, row.unit, refusal)


@cache
def _refusal(definition: Definition) -> str:
    return _NO_SCORE if indicator_faults(replace(definition, is_scored=True)) else ""
