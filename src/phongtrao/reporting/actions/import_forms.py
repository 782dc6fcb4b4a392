"""The forms and rounds of figures that come in by file: made from what the file holds."""

import hashlib
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from phongtrao.core import clock
from phongtrao.core.errors import N_
from phongtrao.core.periods import PeriodKind
from phongtrao.org.gazetteer.country import ROOT_ID
from phongtrao.org.models import BodyKind
from phongtrao.org.queries import standing_kind
from phongtrao.reporting.cells import canonical_json
from phongtrao.reporting.models import (
    IMPORT_TEMPLATE,
    Indicator,
    ReportTemplate,
    Round,
    TemplateVersion,
)
from phongtrao.reporting.queries.catalogue import frozen_cell
from phongtrao.reporting.rules.value_table import ValueGroup, ValueTable

_NAME = N_("Số liệu nhập từ tệp")
_Chosen = tuple[Round, NDArray[np.int64], NDArray[np.int32]]


class ImportForms:
    """Finds for every figure the round that holds it, or opens one for what no round holds yet."""

    def __init__(self, table: ValueTable) -> None:
        self._table = table
        self._template = self._held_template()
        self._kinds = sorted({owner.kind for owner in table.owners})
        kind_place = {kind: place for place, kind in enumerate(self._kinds)}
        self._kind_of = np.array([kind_place[owner.kind] for owner in table.owners], np.int32)
        every = {row.code: row for row in Indicator.objects.filter(code__in=table.indicators)}
        self._rows = [every[code] for code in table.indicators]
        rounds = Round.objects.filter(
            template_version__template=self._template, area_id=ROOT_ID
        ).select_related("template_version")
        self._known: dict[tuple[str, str, str], list[Round]] = {}
        for round_ in rounds.order_by("pk"):
            key = (round_.scheme, round_.period, round_.level)
            self._known.setdefault(key, []).append(round_)

    def rounds_of(
        self,
        place: int,
        owner: NDArray[np.int32],
        indicator: NDArray[np.int32],
        opening: Callable[[ValueGroup], Round],
    ) -> Iterator[_Chosen]:
        """The rounds of one group: each with its rows and the cell of every indicator in it."""
        group = self._table.groups[place]
        kind = self._kind_of[owner]
        waiting = np.ones(len(owner), dtype=bool)
        known = self._known.get((group.scheme, group.period, group.level), [])
        for round_ in known:
            columns, kinds = self._columns(round_.template_version)
            held = waiting & (columns[indicator] >= 0) & np.isin(kind, kinds)
            waiting &= ~held
            if held.any():
                Round.objects.filter(pk=round_.pk).update(deadline_at=clock.now())
                yield round_, np.flatnonzero(held), columns
        if waiting.any():
            rows, kinds_left = self._rows, self._kinds
            if known:
                rows = [self._rows[each] for each in np.unique(indicator[waiting])]
                kinds_left = [self._kinds[each] for each in np.unique(kind[waiting])]
            round_ = opening(group)
            round_.template_version = self._frozen(rows, kinds_left)
            round_.save(force_insert=True)
            yield round_, np.flatnonzero(waiting), self._columns(round_.template_version)[0]

    def _columns(self, form: TemplateVersion) -> tuple[NDArray[np.int32], list[int]]:
        """The cell of each indicator of the file in a form, or -1; the kinds of its bodies."""
        cells = {cell["key"]: place for place, cell in enumerate(form.cells)}
        columns = np.array([cells.get(row.code, -1) for row in self._rows], np.int32)
        return columns, [place for place, kind in enumerate(self._kinds) if kind in form.kinds]

    def _held_template(self) -> ReportTemplate:
        template, _made = ReportTemplate.objects.get_or_create(
            code=IMPORT_TEMPLATE, defaults={"name": _NAME}
        )
        return ReportTemplate.objects.select_for_update().get(pk=template.pk)

    def _frozen(self, rows: list[Indicator], kinds: list[str]) -> TemplateVersion:
        """The form of these indicators; the one that is there already, if it was used before."""
        content = _content(rows, kinds)
        digest = hashlib.sha256(canonical_json(content)).hexdigest()
        known = self._template.versions.filter(hash=digest).first()
        if known is not None:
            return known
        newest = self._template.versions.order_by("-n").first()
        version = TemplateVersion.objects.create(
            template=self._template,
            n=newest.n + 1 if newest else 1,
            hash=digest,
            created_at=clock.now(),
            **content,
        )
        version.participants.set(BodyKind.objects.filter(code__in={*kinds, standing_kind()}))
        return version


def _content(rows: list[Indicator], kinds: list[str]) -> dict[str, Any]:
    sections = list(dict.fromkeys((row.section_code, row.section) for row in rows))
    return {
        "sections": [{"code": code, "name": name} for code, name in sections],
        "cells": [frozen_cell(row, section=row.section_code, order=row.code) for row in rows],
        "checks": [],
        "computed": [],
        "kinds": kinds,
        "approvals": {},
        "period_kind": PeriodKind.WINDOW.value,
    }
