"""``phongtrao intake FILE… [--out DIR | --json]``: read papers without a database."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from phongtrao.intake.extraction import extract, extraction_as_json
from phongtrao.intake.readers import UnreadableFile, read

ANSWERED, REFUSED, WRONG_USE = 0, 1, 2


def main(arguments: Sequence[str]) -> int:
    """The command line of `phongtrao intake`; returns the exit code."""
    parser = argparse.ArgumentParser(
        prog="phongtrao intake", description="Bóc tách văn bản: mỗi tệp một bản ghi JSON."
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="TỆP")
    parser.add_argument("--out", type=Path, metavar="THƯ_MỤC", help="ghi THƯ_MỤC/<doc_id>.json")
    parser.add_argument("--json", action="store_true", help="in mỗi tệp một dòng JSON (mặc định)")
    chosen = parser.parse_args(arguments)
    return run(chosen.files, out=chosen.out, as_json=chosen.json or chosen.out is None)


def run(files: list[Path], *, out: Path | None, as_json: bool) -> int:
    """Read each file; write ``out/<doc_id>.json`` or one JSON a line on standard output.

    Returns 0 when every file was read, 1 when one was refused, 2 for wrong use. Refusals are
    Vietnamese sentences on standard error; in a run with ``--json`` a refused file answers
    ``null`` in its place, so that answers keep the order of the files.
    """
    if not files or (out is None) == (not as_json):
        _say("Cách dùng: phongtrao intake TỆP… (--out THƯ_MỤC | --json)")
        return WRONG_USE
    if out is not None and not _made(out):
        return WRONG_USE
    status = ANSWERED
    for file in files:
        answer = _answer(file)
        if answer is None:
            status = REFUSED
        if as_json:
            sys.stdout.write((answer or "null") + "\n")
        elif out is not None and answer is not None and not _written(out, file, answer):
            status = REFUSED
    return status


def _answer(file: Path) -> str | None:
    """The extraction of a file as one line of JSON; None (and a sentence) when refused."""
    try:
        text = read(file).text
    except UnreadableFile as refusal:
        _say(f"{file.name}: {refusal}")
        return None
    return json.dumps(extraction_as_json(extract(text, file.stem)), ensure_ascii=False)


def _made(out: Path) -> bool:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError:
        _say(f"Không tạo được thư mục {out}. Hãy chọn thư mục khác hoặc xin quyền ghi.")
        return False
    return True


def _written(out: Path, file: Path, answer: str) -> bool:
    try:
        (out / f"{file.stem}.json").write_text(answer + "\n", encoding="utf-8")
    except (OSError, UnicodeEncodeError):
        _say(
            f"{file.name}: không ghi được kết quả vào {out}. Hãy kiểm tra dung lượng và quyền ghi."
        )
        return False
    return True


def _say(sentence: str) -> None:
    sys.stderr.write(sentence + "\n")
