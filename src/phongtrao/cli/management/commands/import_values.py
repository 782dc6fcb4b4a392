"""`phongtrao import-values`: a file of figures becomes approved reports."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from phongtrao.cli import prepare
from phongtrao.cli.commands import PlainCommand
from phongtrao.core.formats import number
from phongtrao.reporting.actions.value_imports import import_values
from phongtrao.reporting.imports.value_checks import check_values
from phongtrao.reporting.imports.value_files import ValuesRefused, read_values
from phongtrao.reporting.queries import out_of_time

_WRONG_USE = 2


class Command(PlainCommand):
    """Takes the whole file or, when any row is faulty, nothing of it."""

    help = "Nhập số liệu từ tệp CSV hoặc Parquet thành các báo cáo đã duyệt."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which file."""
        parser.add_argument("file", type=Path, metavar="TỆP", help="tệp .csv hoặc .parquet")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0 with one line; 1 with a line for each faulty row; 2 when there is no such file."""
        path: Path = options["file"]
        if not path.is_file():
            message = f"Không có tệp {path}. Hãy kiểm tra đường dẫn."
            raise CommandError(message, returncode=_WRONG_USE)
        prepare.ensure_ready()
        try:
            table = check_values(read_values(path))
        except ValuesRefused as refusal:
            self.stderr.write(
                "\n".join(f"Dòng {row}: {fault.shown()}" for row, fault in refusal.faults)
            )
            raise
        except OSError as error:
            message = f"Không mở được tệp {path} ({error.strerror}). Hãy kiểm tra đường dẫn."
            raise CommandError(message, returncode=_WRONG_USE) from error
        done = import_values(table, by=prepare.service_actor())
        kept = done.value_import
        lost = out_of_time(kept)
        if lost:
            self.stderr.write(
                f"Lưu ý: {number(lost)} báo cáo nói về địa bàn không tồn tại trong kỳ của chúng; "
                "số liệu được giữ nhưng không vào bảng tổng hợp nào."
            )
        self.stdout.write(
            f"Đã nhập {number(kept.figures)} giá trị vào {number(kept.reports)} báo cáo "
            f"({number(done.new_reports)} báo cáo mới) của {number(done.rounds)} đợt; "
            f"gốc cây băm {kept.root}"
        )
