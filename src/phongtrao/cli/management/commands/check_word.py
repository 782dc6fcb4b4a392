"""`phongtrao check-word FILE… [--json]`: layout faults of Word files against Decree 30/2020."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from phongtrao.cli.checks import FOUND, WRONG_USE, WordAnswer, check_word
from phongtrao.cli.commands import PlainCommand
from phongtrao.core.formats import number

_VERDICTS = {"pass": "đạt", "fault": "có lỗi thể thức", "refuse": "không kiểm tra được"}


class Command(PlainCommand):
    """Answers one paper after the other, in the order of the files."""

    help = "Kiểm tra thể thức văn bản Word theo Nghị định 30/2020/NĐ-CP."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the files and the option."""
        parser.add_argument("files", nargs="+", type=Path, metavar="TỆP")
        parser.add_argument("--json", action="store_true", help="mỗi tệp một dòng JSON")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Check; exit code 2 when a file could not be read, else 1 when a paper has a fault."""
        verdicts = set()
        for path in options["files"]:
            answer = check_word(path)
            verdicts.add(answer.verdict)
            lines = [answer.as_json()] if options["json"] else _sentences(answer)
            for line in lines:
                self.stdout.write(line)
        if "refuse" in verdicts:
            sys.exit(WRONG_USE)
        if "fault" in verdicts:
            sys.exit(FOUND)


def _sentences(answer: WordAnswer) -> Iterator[str]:
    yield f"{answer.file}: {_VERDICTS[answer.verdict]}. {answer.refusal}".rstrip()
    for each in answer.found:
        doubt = "" if each.fails else " [chưa đối chiếu]"
        rule = each.rule
        yield f"  {rule.number} {rule.code} ({rule.severity}){doubt}: {rule.fault} {rule.fix}"
        yield f"      Căn cứ: {rule.article}."
        for place in each.places:
            seen = f" ({place.seen})" if place.seen else ""
            yield f"      – {place.excerpt or 'toàn văn bản'}{seen}"
        if each.more:
            yield f"      – và {number(each.more)} chỗ khác"
