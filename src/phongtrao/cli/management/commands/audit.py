"""`phongtrao audit verify`: walks the audit chain and every version of a report."""

from argparse import ArgumentParser
from typing import Any

from phongtrao.cli import prepare
from phongtrao.cli.commands import PlainCommand
from phongtrao.core import audit
from phongtrao.reporting.queries import check_record


class Command(PlainCommand):
    """Checks that nothing in the past was changed."""

    help = "Kiểm tra chuỗi nhật ký và các bản báo cáo."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to do with the chain."""
        parser.add_argument("verb", choices=["verify"])

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0 when the chain holds, 1 with a line for each fault."""
        prepare.ensure_ready()
        found = list(audit.faults())
        for fault in found:
            self.stdout.write(f"{fault.sequence}: {fault.reason}")
        record = check_record()
        for sentence in record.faults:
            self.stdout.write(sentence.shown())
        sequence, digest = audit.head()
        if found or record.faults:
            raise SystemExit(1)
        self.stdout.write(f"Chuỗi nhật ký nguyên vẹn: {sequence} mục, mã cuối {digest}")
        self.stdout.write(
            f"Bản báo cáo nguyên vẹn: {record.versions} bản, {record.roots} gốc cây băm"
        )
