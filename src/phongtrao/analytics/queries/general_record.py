"""The record as the general path reads it: whole rounds as blocks, codes as numbers."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import numpy as np

from phongtrao.analytics.general.blocks import Block, Column
from phongtrao.analytics.queries.record_columns import RoundColumns, RoundForm, record_columns
from phongtrao.reporting.models import Indicator, ReportVersion
from phongtrao.reporting.rules.levels import LEVELS

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TICK = timedelta(microseconds=1)


@dataclass
class Numbers:
    """Codes of schemes and kinds of bodies as the numbers that stand in the files.

    Numbers are given in the order in which codes are met; a number once given stays. Indicators
    have those of their rows, levels their places among all levels.
    """

    schemes: dict[str, int] = field(default_factory=dict)
    body_kinds: dict[str, int] = field(default_factory=dict)
    indicators: Mapping[str, int] = field(default_factory=dict)

    def scheme(self, code: str) -> int:
        """The number of a scheme."""
        return self.schemes.setdefault(code, len(self.schemes) + 1)

    def body_kind(self, code: str) -> int:
        """The number of a kind of bodies."""
        return self.body_kinds.setdefault(code, len(self.body_kinds) + 1)

    def copy(self) -> "Numbers":
        """The same numbers, to which others may be added."""
        return Numbers(dict(self.schemes), dict(self.body_kinds), self.indicators)


def indicator_numbers() -> dict[str, int]:
    """The numbers of the indicators of the catalogue."""
    return dict(Indicator.objects.order_by("pk").values_list("code", "pk"))


def blocks(
    forms: Collection[RoundForm], numbers: Numbers, *, areas: Collection[int] | None = None
) -> Iterator[Block]:
    """The counting reports of rounds, of all areas or some, one block a round."""
    for columns in record_columns(forms, areas=areas):
        yield _block(columns, numbers)


def replaced(form: RoundForm, versions: Sequence[int], numbers: Numbers) -> Block | None:
    """Versions that stood in the files, as they were: the record keeps every one."""
    rows = list(
        ReportVersion.objects.filter(pk__in=versions, report__round=form.pk)
        .order_by("pk")
        .values_list(
            "report__area_id", "report__body_id", "report__body__kind_id", "pk", "submitted_at",
            "cells",
        )
    )  # fmt: skip
    if not rows:
        return None
    areas, bodies, kinds, pks, sent, packed = zip(*rows, strict=True)
    columns = RoundColumns(
        form, np.array(areas), np.array(bodies), kinds, np.array(pks), sent,
        np.ones(len(rows), bool), [bytes(each) for each in packed],
    )  # fmt: skip
    return _block(columns, numbers)


def _block(columns: RoundColumns, numbers: Numbers) -> Block:
    form = columns.form
    values, states = columns.table
    kinds = {kind: numbers.body_kind(kind) for kind in sorted(set(columns.kinds))}
    return Block(
        form.pk,
        numbers.scheme(form.scheme),
        form.period,
        LEVELS.index(form.level),
        [
            Column(place, numbers.indicators[code], decimals)
            for place, (code, decimals) in enumerate(zip(form.codes, form.decimals, strict=True))
            if code in numbers.indicators
        ],
        columns.areas.astype(np.int32),
        columns.bodies.astype(np.int32),
        np.array([kinds[kind] for kind in columns.kinds], np.int16),
        columns.versions,
        np.array([(sent - _EPOCH) // _TICK for sent in columns.sent], np.int64),
        values,
        states,
    )


__all__ = ["Numbers", "blocks", "indicator_numbers", "replaced"]
