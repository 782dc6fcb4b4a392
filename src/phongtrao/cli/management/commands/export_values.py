"""`phongtrao export-values`: figures of the record as a file that `import-values` takes again."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from phongtrao.cli import prepare
from phongtrao.cli.commands import PlainCommand
from phongtrao.core.errors import InvalidInput
from phongtrao.core.formats import number
from phongtrao.core.periods import parse_period, parse_scheme
from phongtrao.reporting.exports.value_files import write_values
from phongtrao.reporting.queries.recorded_values import ValuesAsked
from phongtrao.reporting.rules.levels import LEVELS

_WRONG_USE = 2


class Command(PlainCommand):
    """Writes one row a figure; writes nothing into the database."""

    help = "Xuất số liệu đã báo cáo ra tệp CSV hoặc Parquet, nhập lại được bằng import-values."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which file, and which figures."""
        parser.add_argument("file", type=Path, metavar="TỆP", help="tệp .csv hoặc .parquet")
        parser.add_argument("--indicator", nargs="+", action="extend", metavar="MÃ")
        parser.add_argument("--period", nargs="+", action="extend", metavar="KỲ")
        parser.add_argument("--level", choices=LEVELS)
        parser.add_argument("--area", metavar="MÃ", help="chỉ các địa bàn trong địa bàn này")
        parser.add_argument("--scheme", metavar="CÁCH")
        parser.add_argument("--approved", action="store_true", help="chỉ báo cáo đã duyệt")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0 with one line, also without rows; 2 for what cannot be asked or written."""
        path: Path = options["file"]
        if path.suffix.lower() not in (".csv", ".parquet"):
            message = "Tên tệp phải kết thúc bằng .csv hoặc .parquet; chưa xuất gì."
            raise CommandError(message, returncode=_WRONG_USE)
        try:
            asked = _asked(options)
            prepare.ensure_ready()
            done = write_values(asked, path)
        except InvalidInput as refusal:
            raise CommandError(refusal.message, returncode=_WRONG_USE) from refusal
        except OSError as error:
            message = f"Không ghi được tệp {path} ({error.strerror}). Hãy kiểm tra thư mục."
            raise CommandError(message, returncode=_WRONG_USE) from error
        if done.left_out:
            self.stderr.write(
                f"Lưu ý: {number(done.left_out)} báo cáo không có trong tệp vì trong địa bàn còn "
                "cơ quan khác cùng loại; tệp chỉ ghi được loại cơ quan."
            )
        self.stdout.write(f"Đã xuất {number(done.rows)} giá trị ra {path}")


def _asked(options: dict[str, Any]) -> ValuesAsked:
    periods, scheme = options["period"], options["scheme"]
    return ValuesAsked(
        indicators=options["indicator"],
        periods=None if periods is None else [parse_period(label) for label in periods],
        scheme=None if scheme is None else parse_scheme(scheme).code,
        level=options["level"],
        area=options["area"],
        approved_only=options["approved"],
    )
