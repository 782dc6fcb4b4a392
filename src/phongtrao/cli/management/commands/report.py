"""`phongtrao report word`: the state-layout report of a round, with its phiếu trình."""

import hashlib
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from django.db import transaction

from phongtrao.cli import prepare
from phongtrao.cli.commands import PlainCommand
from phongtrao.core import audit, clock
from phongtrao.core.errors import DomainError
from phongtrao.org.queries import area_versions_on
from phongtrao.publishing.actions.composition import memo_bytes, report_bytes
from phongtrao.publishing.actions.drafting import Draft, compose_draft
from phongtrao.publishing.permissions import can_draft
from phongtrao.publishing.queries import standing_reader
from phongtrao.publishing.word.pdf import pdf_of
from phongtrao.reporting.models import Round

_WRONG_USE = 2


class Command(PlainCommand):
    """Writes the report that the standing body of an area would begin with; stores no paper."""

    help = "Xuất báo cáo của một đợt theo thể thức văn bản hành chính."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which round, whose area, where to."""
        parser.add_argument("verb", choices=["word"])
        parser.add_argument("--round", type=int, required=True, help="số của đợt báo cáo")
        parser.add_argument("--area", required=True, help="mã địa bàn, ví dụ 51")
        parser.add_argument("-o", "--out", type=Path, required=True, help="tệp báo cáo .docx")
        parser.add_argument("--memo", type=Path, help="tệp phiếu trình .docx")
        parser.add_argument("--pdf", type=Path, help="tệp báo cáo .pdf")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0 with the path of each file on stdout; 2 when there is no such round or area."""
        prepare.ensure_ready()
        round_ = _round(options["round"])
        draft = _draft(round_, options["area"])
        contents = draft.contents()
        report = report_bytes(contents)
        written = {options["out"]: report}
        if options["memo"]:
            written[options["memo"]] = memo_bytes(contents)
        if options["pdf"]:
            written[options["pdf"]] = _printed(report)
        for path, data in written.items():
            _write(path, data)
        _record(round_, options["area"], written)
        if draft.left_out:
            self.stderr.write(f"Còn {draft.left_out} ý từ cơ sở không đưa vào vì quá nhiều.")
        for path in written:
            self.stdout.write(str(path))


def _round(pk: int) -> Round:
    rows = Round.objects.select_related("template_version__template")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise CommandError(f"Không có đợt báo cáo số {pk}.", returncode=_WRONG_USE)
    return found


def _draft(round_: Round, code: str) -> Draft:
    day = min(clock.today(), round_.last_day)
    for area in area_versions_on(day).filter(code=code):
        reader = standing_reader(round_, area.lineage_id, day)
        if reader is None or reader.body is None:
            continue
        if not can_draft(reader, round_, area.lineage_id):
            continue
        try:
            draft = compose_draft(reader, round_, reader.body)
        except DomainError as refusal:
            raise CommandError(str(refusal), returncode=_WRONG_USE) from refusal
        if draft.figures.of:
            return draft
    raise CommandError(
        f"Đợt báo cáo số {round_.pk} không có địa bàn nào báo cáo lên cơ quan thường trực của địa"
        f" bàn mã {code}.",
        returncode=_WRONG_USE,
    )


def _printed(report: bytes) -> bytes:
    try:
        return pdf_of(report)
    except DomainError as refusal:
        raise CommandError(str(refusal), returncode=_WRONG_USE) from refusal


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        message = (
            f"Không ghi được tệp {path} ({error.strerror}). Hãy kiểm tra thư mục và quyền ghi."
        )
        raise CommandError(message, returncode=_WRONG_USE) from error


def _record(round_: Round, code: str, written: dict[Path, bytes]) -> None:
    with transaction.atomic():
        audit.record(
            "round.report_exported",
            round_,
            by=prepare.service_actor(),
            area=code,
            sha256=[hashlib.sha256(data).hexdigest() for data in written.values()],
        )
