"""`phongtrao rebuild`: the files of figures from the record."""

import json
import sys
from argparse import ArgumentParser
from typing import Any

from phongtrao.analytics.actions import rebuild
from phongtrao.cli import prepare
from phongtrao.cli.commands import PlainCommand
from phongtrao.core.formats import number


class Command(PlainCommand):
    """Reads every counting version of the record and writes a new generation of files."""

    help = "Lập lại các tệp tổng hợp số liệu từ các báo cáo đã ghi nhận."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How much, and how it is told."""
        parser.add_argument(
            "--changed", action="store_true", help="chỉ lập lại tệp của các kỳ có thay đổi"
        )
        parser.add_argument("--json", action="store_true", help="in JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0 with one line; progress is one line on stderr, rewritten on a terminal."""
        prepare.ensure_ready()
        made = rebuild(whole=not options["changed"], apart=True, progress=self._progress)
        if sys.stderr.isatty():
            self.stderr.write("")
        if options["json"]:
            told = {"generation": made.name, "figures": made.figures, "bytes": made.size,
                    "seconds": round(made.seconds, 3)}  # fmt: skip
            self.stdout.write(json.dumps(told))
            return
        self.stdout.write(
            f"Đã lập {number(made.figures)} giá trị vào tệp tổng hợp {made.name}"
            f" ({number(made.size)} byte) trong {made.seconds:.1f} giây."
        )

    def _progress(self, done: int, of: int) -> None:
        if sys.stderr.isatty():
            self.stderr.write(f"\rTệp {done}/{of}", ending="")
        elif done == of:
            self.stderr.write(f"Đã ghi {number(of)} tệp.")
