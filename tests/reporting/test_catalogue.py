"""The packaged catalogue: carried over whole, loaded again without change, nothing scored."""

import csv
import re
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction

from phongtrao.core.boundary.stems import forbidden_counts
from phongtrao.core.errors import Refused
from phongtrao.reporting import imports
from phongtrao.reporting.models import Indicator, ReportTemplate, TemplateVersion
from tests.reporting import cases
from tests.world import World

pytestmark = pytest.mark.database
_SOURCE = Path(__file__).parents[2].parent / "shared" / "domain" / "indicators.csv"


def test_loading_twice_changes_nothing(world: World) -> None:
    cases.load_form(world)
    first = list(TemplateVersion.objects.values_list("template__code", "n", "hash"))
    imports.load_catalogue()
    assert Indicator.objects.count() == 166
    assert list(TemplateVersion.objects.values_list("template__code", "n", "hash")) == first
    assert {code for code, _n, _hash in first} == {
        "bao-cao-6-thang",
        "bao-cao-nam",
        "ket-qua-ngay-hoi",
    }


def test_the_whole_catalogue_is_carried_over(world: World) -> None:
    if not _SOURCE.exists():
        pytest.skip("../shared is not here: the domain catalogue cannot be compared")
    cases.load_form(world)
    with _SOURCE.open(encoding="utf-8", newline="") as stream:
        rows = {row["code"]: row for row in csv.DictReader(stream)}
    stored = {row.code: row for row in Indicator.objects.all()}
    assert stored.keys() == rows.keys()
    for code, row in rows.items():
        ours = stored[code]
        assert (ours.name, ours.name_en, ours.unit) == (
            row["name_vi"],
            row["name_en"],
            row["unit"],
        )
        assert (ours.kind, ours.numerator, ours.denominator) == (
            row["kind"],
            row["numerator"],
            row["denominator"],
        )
        assert ours.decimals == int(row["decimals"])
        assert ours.counts_people is (row["counts_people"] == "yes")
        assert ours.evidence == row["evidence"]


def test_what_cannot_be_mapped_is_disabled_and_says_why(world: World) -> None:
    cases.load_form(world)
    codes = set(Indicator.objects.values_list("code", flat=True))
    for row in Indicator.objects.all():
        parts = [p for p in re.split(r"\+", f"{row.numerator}+{row.denominator}") if p]
        known = all(part in codes for part in parts)
        if row.kind == "ratio":
            assert row.is_enabled is (bool(row.numerator and row.denominator) and known)
        if row.kind == "distinct":
            assert not row.is_enabled
        assert bool(row.disabled_reason) is not row.is_enabled


def test_nothing_is_scored_and_no_name_carries_a_forbidden_word(world: World) -> None:
    cases.load_form(world)
    assert not Indicator.objects.filter(is_scored=True).exists()
    for row in Indicator.objects.all():
        assert forbidden_counts().find(row.name) is None, row.name


def test_a_disabled_indicator_without_a_reason_is_refused_by_the_database(world: World) -> None:
    cases.load_form(world)
    with pytest.raises(IntegrityError), transaction.atomic():
        Indicator.objects.filter(code="CD01").update(is_enabled=False)


def _form(**changes: object) -> dict[str, object]:
    return {
        "code": "mau-thu",
        "name": "Mẫu thử",
        "period_kind": "quarter",
        "kinds": ["ca"],
        "approvals": {"commune": [{"kind": "approve", "body_kind": "ca"}]},
        "sections": [{"code": "I", "name": "Một"}],
        "cells": [{"section": "I", "order": "1", "indicator": "CD01"}],
        "checks": [],
    } | changes


def test_a_changed_form_becomes_a_new_version_and_the_old_one_stays(world: World) -> None:
    cases.load_form(world)
    first = imports.load_template(_form())
    same = imports.load_template(_form())
    second = imports.load_template(_form(kinds=["ca", "mttq"]))
    assert (same.pk, second.n) == (first.pk, 2)
    first.refresh_from_db()
    assert first.kinds == ["ca"]
    assert ReportTemplate.objects.get(code="mau-thu").versions.count() == 2


def test_a_frozen_form_can_be_neither_rewritten_nor_deleted(world: World) -> None:
    form = cases.load_form(world)
    form.cells = []
    with pytest.raises(Refused):
        form.save()
    with pytest.raises(Refused):
        form.delete()


def test_a_form_cannot_use_a_disabled_indicator(world: World) -> None:
    cases.load_form(world)
    with pytest.raises(Refused, match="CD02"):
        imports.load_template(_form(cells=[{"section": "I", "order": "1", "indicator": "CD02"}]))


def test_a_form_of_an_unknown_kind_of_body_is_refused(world: World) -> None:
    cases.load_form(world)
    with pytest.raises(Refused, match="khong-co"):
        imports.load_template(_form(kinds=["khong-co"]))


def test_percentages_are_never_typed_where_parts_exist(world: World) -> None:
    form = cases.load_form(world)
    typed = {cell["indicator"] for cell in form.cells}
    computed = Indicator.objects.filter(code__in=form.computed)
    assert {row.kind for row in computed} == {"ratio"}
    for row in computed:
        assert row.code not in typed
        assert {row.numerator, row.denominator} <= typed
