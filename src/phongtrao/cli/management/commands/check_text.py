"""`phongtrao check-text [--lines] [--json]`: personal data in a text from standard input."""

import sys
from argparse import ArgumentParser
from typing import Any

from phongtrao.cli.checks import FOUND, TextAnswer, check_text, texts_of
from phongtrao.cli.commands import PlainCommand


class Command(PlainCommand):
    """Answers one JSON value a text; the value found is never printed."""

    help = "Tìm dữ liệu cá nhân trong văn bản đọc từ đầu vào chuẩn."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument("--lines", action="store_true", help="mỗi dòng là một văn bản")
        parser.add_argument("--json", action="store_true", help="mỗi văn bản một dòng JSON")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Check; exit code 1 when something was found."""
        found = False
        for text in texts_of(sys.stdin.buffer, by_line=options["lines"]):
            answer = check_text(text)
            self.stdout.write(answer.as_json() if options["json"] else _sentence(answer))
            found = found or answer.verdict != "pass"
        if found:
            sys.exit(FOUND)


def _sentence(answer: TextAnswer) -> str:
    if answer.verdict == "pass":
        return "Không thấy dữ liệu cá nhân."
    places = (f"{f.hint} (ký tự {f.start + 1} đến {f.end})" for f in answer.findings)
    return " ".join(places)
