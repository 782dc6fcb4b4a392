"""Rolled-up figures, as JSON or CSV, through the one door that pages use."""

import csv
import io
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from pydantic import Field

from phongtrao.analytics.queries import FigureRow, FiguresAsked, figures
from phongtrao.api import schemas
from phongtrao.api.door import REFUSALS, actor_of, door
from phongtrao.core.errors import N_, InvalidInput
from phongtrao.core.periods import DEFAULT_SCHEME, parse_period, parse_scheme

router = Router()
Text = Annotated[str, Field(max_length=60)]
MOST_INDICATORS, MOST_PERIODS, MOST_FIGURES = 50, 36, 50_000


class FiguresQuery(Schema):
    """What is asked: see `phongtrao rollup`."""

    indicator: Annotated[list[Text], Field(min_length=1, max_length=MOST_INDICATORS)]
    period: Annotated[list[Text], Field(min_length=1, max_length=MOST_PERIODS)]
    level: schemas.Level
    area: Text | None = None
    body: Text | None = None
    as_of: date | None = None
    scheme: Text = DEFAULT_SCHEME.code
    format: Literal["json", "csv"] = "json"


@router.get(
    "/figures",
    response={200: list[schemas.FigureOut], **REFUSALS},
    url_name="figure-list",
    summary="Số liệu tổng hợp theo chỉ tiêu, kỳ và địa bàn",
    openapi_extra={"responses": {200: {"content": {"text/csv": {"schema": {"type": "string"}}}}}},
)
@door("rollup.read")
def figure_list(request: HttpRequest, asked: Annotated[FiguresQuery, Query(...)]) -> Any:
    """Chỉ địa bàn trong phạm vi của bạn. Mã không có thì không có dòng.

    Nhiều nhất 50 chỉ tiêu, 36 kỳ và 50.000 số một lần; nhiều hơn thì chia nhỏ yêu cầu.
    """
    found = figures(actor_of(request), _asked(asked))
    if found.n.size > MOST_FIGURES:
        raise InvalidInput(
            N_("Yêu cầu này có %(size)s số, quá %(most)s. Hãy hỏi ít kỳ, chỉ tiêu hoặc hẹp hơn."),
            "too_many_figures", size=found.n.size, most=MOST_FIGURES,
        )  # fmt: skip
    rows = [_out(row) for row in found.rows()]
    return _csv(rows) if asked.format == "csv" else rows


def _asked(query: FiguresQuery) -> FiguresAsked:
    labels = query.period
    return FiguresAsked(
        indicators=list(dict.fromkeys(query.indicator)),
        periods=_at("period", lambda: [parse_period(label) for label in labels]),
        level=query.level,
        scheme=_at("scheme", lambda: parse_scheme(query.scheme)),
        area=query.area,
        body=query.body,
        as_of=query.as_of,
    )


def _at(name: str, read: Any) -> Any:
    """What was read of a parameter; a refusal names the parameter."""
    try:
        return read()
    except InvalidInput as refused:
        raise InvalidInput(
            refused.sentence, refused.code, fields={f"query.{name}": refused.sentence}
        ) from refused


def _out(row: FigureRow) -> schemas.FigureOut:
    return schemas.FigureOut(
        area_code=row.area_code,
        area_name=row.area_name,
        period=row.period.label,
        indicator=row.indicator,
        value=_number(row.figure.value),
        n=row.figure.n,
        of=row.figure.of,
        estimated=row.figure.estimated,
    )


def _number(value: Fraction | None) -> int | float | None:
    if value is None:
        return None
    return value.numerator if value.denominator == 1 else float(value)


def _csv(rows: list[schemas.FigureOut]) -> HttpResponse:
    names = list(schemas.FigureOut.model_fields)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([getattr(row, name) for name in names] for row in rows)
    return HttpResponse(text.getvalue(), content_type="text/csv; charset=utf-8")
