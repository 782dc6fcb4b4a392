"""`phongtrao demo`: loads the demo pack into an empty installation."""

import time
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError

from phongtrao.cli import demo, prepare
from phongtrao.cli.commands import PlainCommand
from phongtrao.org.models import Account


class Command(PlainCommand):
    """Loads the demo once; a second call only lists the accounts."""

    help = "Nạp dữ liệu trình diễn (số liệu giả định)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How to treat an installation in use."""
        parser.add_argument(
            "--if-empty", action="store_true", help="không báo lỗi khi đã có dữ liệu"
        )
        parser.add_argument(
            "--national", action="store_true", help="thêm hai đợt báo cáo của mọi xã cả nước"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuse to mix invented figures into real ones."""
        if not settings.DEMO:
            raise CommandError("Hãy đặt PHONGTRAO_DEMO=1 để mọi màn hình ghi rõ số liệu giả định.")
        prepare.ensure_ready()
        if not options["if_empty"] and Account.objects.filter(is_demo=False).exists():
            raise CommandError("Cơ sở dữ liệu đã có tài khoản thật nên không nạp số liệu giả định.")
        for line in demo.ensure_demo():
            self.stdout.write(line)
        if options["national"]:
            started = time.monotonic()
            for line in demo.ensure_national():
                self.stdout.write(line)
            seconds = time.monotonic() - started
            self.stderr.write(f"Phần toàn quốc mất {seconds:.1f} giây.")
