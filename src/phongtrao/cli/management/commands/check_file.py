"""`phongtrao check-file FILE… [--json]`: would the door take these files?"""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from phongtrao.cli.checks import FOUND, FileAnswer, check_file
from phongtrao.cli.commands import PlainCommand

_WORDS = {"accept": "nhận", "refuse": "từ chối", "hold": "giữ lại"}


class Command(PlainCommand):
    """Answers one JSON value a file, in the order of the files."""

    help = "Kiểm tra tệp qua cổng tải lên và bộ lọc dữ liệu cá nhân."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the files and the option."""
        parser.add_argument("files", nargs="+", type=Path, metavar="TỆP")
        parser.add_argument("--json", action="store_true", help="mỗi tệp một dòng JSON")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Check; exit code 1 when a file was refused or held."""
        found = False
        for path in options["files"]:
            answer = check_file(path)
            self.stdout.write(answer.as_json() if options["json"] else _sentence(answer))
            found = found or answer.verdict != "accept"
        if found:
            sys.exit(FOUND)


def _sentence(answer: FileAnswer) -> str:
    reasons = " ".join(message for _, message in answer.reasons)
    return f"{answer.file}: {_WORDS[answer.verdict]}. {reasons}".rstrip()
