"""`phongtrao audit verify`: walks the audit chain."""

from argparse import ArgumentParser
from typing import Any

from phongtrao.cli import prepare
from phongtrao.cli.commands import PlainCommand
from phongtrao.core import audit


class Command(PlainCommand):
    """Checks that nothing in the past was changed."""

    help = "Kiểm tra chuỗi nhật ký."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to do with the chain."""
        parser.add_argument("verb", choices=["verify"])

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0 when the chain holds, 1 with a line for each fault."""
        prepare.ensure_ready()
        found = list(audit.faults())
        for fault in found:
            self.stdout.write(f"{fault.sequence}: {fault.reason}")
        sequence, digest = audit.head()
        if found:
            raise SystemExit(1)
        self.stdout.write(f"Chuỗi nhật ký nguyên vẹn: {sequence} mục, mã cuối {digest}")
