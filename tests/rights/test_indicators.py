"""CR-4 and CR-19: what may be counted, tried with indicators worded by somebody who wants them."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from phongtrao.core.boundary.indicators import Definition, form_faults, indicator_faults
from phongtrao.core.errors import Refused
from phongtrao.reporting import imports
from phongtrao.reporting.models import Indicator, TemplateVersion
from phongtrao.reporting.queries.definitions import definition_of
from tests.reporting import cases
from tests.world import World

HERE = Path(__file__).parent
HEADER = (
    "section_code,section,code,name,name_en,unit,disaggregation,frequency,level,kind,numerator,"
    "denominator,decimals,counts_people,scored,enabled,disabled_reason,evidence\n"
)


def _listed(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    return rows


def _definition(row: dict[str, Any]) -> Definition:
    return Definition(
        code="XX01",
        name=row["name"],
        unit=row["unit"],
        disaggregation=tuple(part.strip() for part in row.get("by", "").split(";") if part.strip()),
        is_scored=row.get("scored", True),
    )


WRONG, HONEST = _listed("indicators_wrong.yaml"), _listed("indicators_honest.yaml")


def test_there_are_a_hundred_wrong_and_two_hundred_honest_indicators() -> None:
    assert len(WRONG) == 100
    assert len(HONEST) == 200


@pytest.mark.parametrize("row", WRONG, ids=lambda row: f"{row['name']} {row.get('by', '')}")
def test_a_wrong_indicator_is_refused_with_a_sentence(row: dict[str, Any]) -> None:
    faults = indicator_faults(_definition(row))
    assert faults
    assert str(faults[0]).startswith("XX01: ")
    assert "%(" not in str(faults[0])


@pytest.mark.parametrize("row", HONEST, ids=lambda row: f"{row['name']} {row.get('by', '')}")
def test_an_honest_indicator_passes(row: dict[str, Any]) -> None:
    assert not indicator_faults(_definition(row))


def test_the_packaged_catalogue_and_forms_pass() -> None:
    assert len(imports.packaged_indicators()) == 166
    assert imports.packaged_faults() == []


@pytest.mark.parametrize("code", ["HG07", "HG08", "HG10"])
def test_yearly_totals_of_rehabilitation_cannot_be_scored(code: str) -> None:
    row = next(row for row in imports.packaged_indicators() if row.code == code)
    assert not indicator_faults(definition_of(row))
    row.is_scored = True
    assert indicator_faults(definition_of(row))


def test_a_disguise_in_letters_changes_nothing() -> None:
    for name in ("Số người theo tôn gіáo", "So nguoi theo TON_GIAO", "Số người theo t0n giao"):
        assert indicator_faults(Definition("XX01", name)), name


@pytest.mark.django_db
@pytest.mark.parametrize(
    "row",
    [
        "XX,Mục,XX01,Số tin tố giác tiếp nhận,,tin,,N,X,flow,,,0,no,yes,yes,,S01",
        "XX,Mục,XX01,Số lượt người dự,,lượt người,dân tộc,N,X,flow,,,0,yes,no,yes,,S01",
    ],
)
def test_a_catalogue_with_a_wrong_row_is_refused_whole(tmp_path: Path, row: str) -> None:
    honest = "XX,Mục,XX02,Số cuộc họp,,cuộc,cấp,N,X,flow,,,0,no,no,yes,,S01"
    path = tmp_path / "indicators.csv"
    path.write_text(HEADER + honest + "\n" + row + "\n", encoding="utf-8")
    with pytest.raises(Refused, match="XX01 chưa được nhận"):
        imports.load_indicators(path)
    assert not Indicator.objects.exists()


def test_a_form_may_not_split_an_honest_indicator_by_faith(world: World) -> None:
    cases.load_form(world)
    form = dict(imports.packaged_forms()[0])
    form["cells"] = [{"section": "I", "order": "1", "indicator": "TT02", "disaggregation": "đạo"}]
    before = TemplateVersion.objects.count()
    with pytest.raises(Refused, match="TT02"):
        imports.load_template(form)
    assert TemplateVersion.objects.count() == before


@pytest.mark.parametrize("place", ["name", "section", "topic", "cell"])
def test_every_word_of_a_form_is_read(place: str) -> None:
    word = "Danh sách đen"
    form: dict[str, Any] = {
        "code": "x",
        "name": word if place == "name" else "Báo cáo năm",
        "sections": [
            {
                "code": "I",
                "name": word if place == "section" else "Kết quả",
                "topics": [word if place == "topic" else "result"],
            }
        ],
        "cells": [{"indicator": "CD01", "name": word if place == "cell" else "Số văn bản"}],
    }
    assert len(form_faults(form)) == 1
