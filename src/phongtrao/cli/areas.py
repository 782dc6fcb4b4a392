"""``phongtrao areas check | tree | resolve | lineage``: areas in time, without a database."""

import argparse
import gc
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from phongtrao.org.gazetteer.country import load_country
from phongtrao.org.gazetteer.packed_file import CountryFileError
from phongtrao.org.gazetteer.records import AreaVersion

ANSWERED, FOUND, WRONG_USE = 0, 1, 2
_encode: Callable[[Any], str] = json.JSONEncoder(ensure_ascii=False).encode
_AT_ONCE = 500
"""Lines written together when many are asked."""


def main(arguments: Sequence[str]) -> int:
    """The command line of `phongtrao areas`; returns the exit code.

    Standard output carries the answer only: one line of JSON for each question, in the order of
    the questions; `[]` for what is unknown. Refusals are Vietnamese sentences on standard error.
    """
    chosen = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = chosen.run
    try:
        return run(chosen)
    except CountryFileError as refusal:
        sys.stderr.write(f"{refusal}\n")
        return FOUND


def tree_rows(day: date) -> list[dict[str, str | None]]:
    """The areas in force on a day, parents first; before the horizon: its tree."""
    codes: dict[int | None, str | None] = {None: None}
    rows: list[dict[str, str | None]] = []
    for version in load_country().tree_on(day).versions:
        codes[version.lineage_id] = version.code
        rows.append({**_named(version), "parent_code": codes[version.parent_id]})
    return rows


def resolved(text: str, on: date, today: date) -> list[dict[str, object]]:
    """What a text may mean, best first; several mean: ask."""
    from phongtrao.org.gazetteer.resolve import resolve  # late: a tree needs no names

    return [
        {
            **_named(match.version),
            "province": match.province.name if match.province else None,
            "kind": match.kind,
            "on": match.on.isoformat(),
            "current_code": match.current_code,
            "confidence": match.confidence,
            "before_horizon": match.before_horizon,
        }
        for match in resolve(text, on, today=today)
    ]


def lineage(code: str, on: date, to: date) -> list[dict[str, object]]:
    """Where the area that carries a code on `on` is found on `to`, forwards or backwards."""
    country = load_country()
    version = country.by_code_on(code, on)
    if version is None:
        return []
    return [
        {
            "code": part.version.code,
            "name": part.version.name,
            "level": part.version.level,
            "share": f"{part.share.numerator}/{part.share.denominator}",
            "estimated": part.estimated,
        }
        for part in country.carried(version.lineage_id, on, to)
    ]


def _named(version: AreaVersion) -> dict[str, str | None]:
    return {
        "code": version.code,
        "name": version.name,
        "level": version.level,
        "type": version.type,
    }


def _check(chosen: argparse.Namespace) -> int:
    from phongtrao.org.gazetteer.faults import find_faults  # late, as above
    from phongtrao.org.gazetteer.packed_file import read_columns, read_unchecked

    try:
        content = chosen.file.read_bytes() if chosen.file else None
    except OSError:
        sys.stderr.write(f"Không mở được tệp {chosen.file}. Hãy kiểm tra đường dẫn.\n")
        return WRONG_USE
    if content == b"":
        raise CountryFileError("Tệp địa bàn rỗng.")
    versions, successions = read_unchecked(read_columns(content))
    faults = find_faults(versions, successions)
    if chosen.json:
        rows = [{"kind": f.kind, "area": f.lineage_id, "message": f.sentence} for f in faults]
        _write([_encode(rows)])
    else:
        counts = f"{len(versions)} bản ghi, {len(successions)} kế thừa"
        end = f"{len(faults)} lỗi." if faults else "không có lỗi."
        _write([*(f.sentence for f in faults), f"Đã kiểm tra {counts}: {end}"])
    return FOUND if faults else ANSWERED


def _tree(chosen: argparse.Namespace) -> int:
    rows = tree_rows(chosen.on or _today())
    if chosen.json:
        _write([_encode(rows)])
    else:
        _write(f"{r['code']}\t{r['type']} {r['name']}\t{r['parent_code'] or ''}" for r in rows)
    return ANSWERED


def _resolve(chosen: argparse.Namespace) -> int:
    today = _today()
    on = chosen.on or today
    resolved("", on, today)
    gc.freeze()  # names and areas live to the end; looking through them again and again is slow
    _write(_encode(resolved(text, on, today)) for text in _questions(chosen.text))
    return ANSWERED


def _lineage(chosen: argparse.Namespace) -> int:
    on, to = chosen.on, chosen.to or _today()
    _write(_encode(lineage(code.strip(), on, to)) for code in _questions(chosen.code))
    return ANSWERED


def _questions(given: str) -> Iterator[str]:
    """The text given, or with "-" one a line of standard input; no bytes stop the reading."""
    if given != "-":
        yield given
        return
    for line in sys.stdin.buffer:
        yield line.decode("utf-8", "replace").rstrip("\r\n")


def _write(lines: Iterable[str]) -> None:
    waiting: list[str] = []
    for line in lines:
        waiting.append(line)
        if len(waiting) == _AT_ONCE or sys.stdin.isatty():
            sys.stdout.write("\n".join(waiting) + "\n")
            sys.stdout.flush()
            waiting.clear()
    if waiting:
        sys.stdout.write("\n".join(waiting) + "\n")


def _today() -> date:
    from phongtrao.core import clock  # late: it loads the time zones

    return clock.today()


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"“{text}” không phải ngày; hãy viết như 2025-07-01"
        raise argparse.ArgumentTypeError(message) from None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="phongtrao areas", description="Địa bàn theo thời gian: mọi ngày, mọi lần sắp xếp."
    )
    commands = parser.add_subparsers(required=True, metavar="LỆNH")
    check = _command(commands, "check", "kiểm tra danh mục địa bàn", _check)
    check.add_argument("file", nargs="?", type=Path, metavar="TỆP", help="mặc định: tệp đi kèm")
    tree = _command(commands, "tree", "các địa bàn của một ngày", _tree)
    tree.add_argument("--on", type=_day, metavar="NGÀY", help="mặc định: hôm nay")
    resolve = _command(commands, "resolve", "địa bàn mà một câu nói tới", _resolve)
    resolve.add_argument("text", metavar="CÂU", help="“-”: mỗi dòng đầu vào một câu")
    resolve.add_argument("--on", type=_day, metavar="NGÀY", help="mặc định: hôm nay")
    line = _command(commands, "lineage", "một địa bàn ở ngày khác", _lineage)
    line.add_argument("code", metavar="MÃ", help="“-”: mỗi dòng đầu vào một mã")
    line.add_argument("--on", type=_day, metavar="NGÀY", required=True, help="ngày mang mã ấy")
    line.add_argument("--to", type=_day, metavar="NGÀY", help="mặc định: hôm nay")
    return parser


def _command(
    commands: Any, name: str, words: str, run: Callable[[argparse.Namespace], int]
) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=words, description=words)
    command.add_argument("--json", action="store_true", help="in JSON")
    command.set_defaults(run=run)
    return command
