"""`phongtrao rollup`: figures of any areas and periods, on the boundaries of any day."""

import json
from argparse import ArgumentParser
from datetime import date
from fractions import Fraction
from typing import Any

from django.core.management.base import CommandError

from phongtrao.analytics.queries import figures_everywhere
from phongtrao.cli import prepare
from phongtrao.cli.commands import PlainCommand
from phongtrao.core.errors import InvalidInput
from phongtrao.core.formats import DASH
from phongtrao.core.periods import DEFAULT_SCHEME, parse_period, parse_scheme
from phongtrao.reporting.queries import FigureRow, FiguresAsked
from phongtrao.reporting.rules.levels import LEVELS

_WRONG_USE = 2


class Command(PlainCommand):
    """Exact answers: from the files of figures, else from the record; writes nothing."""

    help = "Tổng hợp số liệu theo địa bàn, kỳ và ranh giới của một ngày."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What is asked."""
        parser.add_argument("--indicator", nargs="+", action="extend", required=True, metavar="MÃ")
        parser.add_argument("--period", nargs="+", action="extend", required=True, metavar="KỲ")
        parser.add_argument("--level", choices=LEVELS, required=True)
        parser.add_argument("--area", metavar="MÃ", help="chỉ các địa bàn trong địa bàn này")
        parser.add_argument("--body", metavar="LOẠI", help="chỉ số liệu của một loại cơ quan")
        parser.add_argument(
            "--as-of", metavar="NGÀY", help="ranh giới của ngày nào; mặc định: ngày cuối mỗi kỳ"
        )
        parser.add_argument("--scheme", default=DEFAULT_SCHEME.code, metavar="CÁCH")
        parser.add_argument("--json", action="store_true", help="in JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0 also with an empty list or nothing known; 2 for what cannot be asked."""
        try:
            asked = _asked(options)
            prepare.ensure_ready()
            rows = list(figures_everywhere(asked).rows())
        except InvalidInput as refusal:
            raise CommandError(refusal.message, returncode=_WRONG_USE) from refusal
        if options["json"]:
            told = [_plain(row) for row in rows]
            self.stdout.write(json.dumps(told, ensure_ascii=False))
            return
        for row in rows:
            plain = _plain(row)
            value = DASH if plain["value"] is None else plain["value"]
            mark = "*" if row.figure.estimated else ""
            self.stdout.write(
                f"{row.area_code}\t{row.area_name}\t{row.period}\t{row.indicator}\t"
                f"{value}{mark}\t{row.figure.n}/{row.figure.of}"
            )


def _asked(options: dict[str, Any]) -> FiguresAsked:
    return FiguresAsked(
        indicators=list(dict.fromkeys(options["indicator"])),
        periods=[parse_period(label) for label in dict.fromkeys(options["period"])],
        level=options["level"],
        scheme=parse_scheme(options["scheme"]),
        area=options["area"],
        body=options["body"],
        as_of=_day(options["as_of"]),
    )


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"“{text[:40]}” không phải ngày; hãy viết như 2025-07-01."
        raise CommandError(message, returncode=_WRONG_USE) from None


def _plain(row: FigureRow) -> dict[str, Any]:
    return {
        "area_code": row.area_code,
        "area_name": row.area_name,
        "period": row.period.label,
        "indicator": row.indicator,
        "value": _number(row.figure.value),
        "n": row.figure.n,
        "of": row.figure.of,
        "estimated": row.figure.estimated,
    }


def _number(value: Fraction | None) -> int | float | None:
    """A whole number where it is one, else the double nearest to the exact figure."""
    if value is None:
        return None
    return value.numerator if value.denominator == 1 else float(value)
