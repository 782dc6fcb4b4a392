"""`phongtrao corrections DIR`: what officials made of proposals, as test material of extraction."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from django.db import transaction

from phongtrao.cli import prepare
from phongtrao.cli.commands import PlainCommand
from phongtrao.core import audit
from phongtrao.intake.exports import corrected_paper
from phongtrao.intake.models import Draft
from phongtrao.intake.queries import corrected_drafts

_WRONG_USE = 2


class Command(PlainCommand):
    """Writes each corrected paper as its text and as a record of the extraction schema."""

    help = "Xuất các văn bản mà cán bộ đã sửa đề xuất, làm dữ liệu kiểm thử bóc tách."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to."""
        parser.add_argument("folder", type=Path, metavar="THƯ_MỤC", help="được tạo nếu chưa có")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0 with the name of each paper on stdout; 2 when the folder cannot be written."""
        prepare.ensure_ready()
        names = []
        with transaction.atomic():
            for draft in corrected_drafts().iterator(chunk_size=50):
                names.append(f"vb{draft.pk:06d}")
                _write(options["folder"], names[-1], draft)
                audit.record("draft.exported", draft, by=prepare.service_actor())
        for name in names:
            self.stdout.write(name)


def _write(folder: Path, name: str, draft: Draft) -> None:
    record = corrected_paper(draft) | {"doc_id": name}
    try:
        for kind in ("docs", "gold"):
            (folder / kind).mkdir(parents=True, exist_ok=True)
        (folder / "docs" / f"{name}.txt").write_text(draft.text, encoding="utf-8")
        text = json.dumps(record, ensure_ascii=False, indent=1)
        (folder / "gold" / f"{name}.json").write_text(f"{text}\n", encoding="utf-8")
    except OSError:
        raise CommandError(
            f"Không ghi được vào {folder}. Hãy chọn thư mục khác hoặc xin quyền ghi.",
            returncode=_WRONG_USE,
        ) from None
