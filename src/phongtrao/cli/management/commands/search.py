"""`phongtrao search rebuild`: brings the search index to what the records say."""

from argparse import ArgumentParser
from typing import Any

from phongtrao.cli import prepare
from phongtrao.cli.commands import PlainCommand
from phongtrao.core import search


class Command(PlainCommand):
    """Writes the search index anew."""

    help = "Dựng lại chỉ mục tìm kiếm từ dữ liệu."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to do with the index."""
        parser.add_argument("verb", choices=["rebuild"])

    def handle(self, *args: Any, **options: Any) -> None:
        """One line a kind: how many entries the index holds, and how many were not as they are."""
        prepare.ensure_ready()
        for kind in search.offered():
            changed = search.rebuild(kind)
            self.stdout.write(f"{kind.label}: {search.count(kind)} mục, sửa {changed}")
