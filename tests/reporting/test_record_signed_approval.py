"""Recording an approval given on a signed paper: by a clerk, complete, shown as such."""

import struct
import zlib
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from phongtrao.core import clock, files
from phongtrao.core.errors import Forbidden, InvalidInput, Refused
from phongtrao.core.models import StoredFile
from phongtrao.org.models import Posting
from phongtrao.org.roles import Role
from phongtrao.reporting import actions
from phongtrao.reporting.models import Approval, Report, ReportVersion
from tests.reporting import cases
from tests.world import World

pytestmark = pytest.mark.database
ClientFor = Callable[[Posting], Client]


def _chunk(kind: bytes, data: bytes) -> bytes:
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


_PNG = (
    b"\x89PNG\r\n\x1a\n"
    + _chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 2, 8, 0, 0, 0, 0))
    + _chunk(b"IDAT", zlib.compress(b"\0\xff\xff\0\xff\xff"))
    + _chunk(b"IEND", b"")
)


def _file(world: World) -> StoredFile:
    return files.store(b"%PDF-1.7 ban ky", name="ban-ky.pdf", kind="pdf", by=world.actor("Vân"))


def _record(world: World, version: ReportVersion, **changes: object) -> Report:
    given = {
        "kind": "concur",
        "number": "15/MTTQ-BTT",
        "signed_on": date(2026, 6, 20),
        "signer": "Phó Chủ tịch Nguyễn Văn Mẫu",
        "file": _file(world),
        "by": world.actor("Vân"),
    } | changes
    return actions.record_signed_approval(version, **given)  # type: ignore[arg-type]


def _sent(world: World) -> ReportVersion:
    round_ = cases.open_round(world)
    cases.submitted(world, round_)
    return ReportVersion.objects.select_related("report").get()


def test_a_recorded_paper_completes_an_approval_given_on_screen(world: World) -> None:
    version = _sent(world)
    actions.approve_version(version, kind="approve", by=world.actor("Bình"))
    assert _record(world, version).state == "approved"
    kept = Approval.objects.get(kind="concur")
    assert (kept.form, kept.paper_number, kept.paper_date) == (
        "signed_paper",
        "15/MTTQ-BTT",
        date(2026, 6, 20),
    )
    assert kept.by == world.posting("Vân")


@pytest.mark.parametrize("name", ["An", "Bình", "Dũng", "Chi", "Giang", "Kiểm"])
def test_only_a_clerk_above_records(world: World, name: str) -> None:
    version = _sent(world)
    with pytest.raises(Forbidden):
        _record(world, version, by=world.actor(name))


def test_a_clerk_of_the_other_province_records_nothing(world: World) -> None:
    version = _sent(world)
    world.add_posting("Gia", "ca", "gia-lai", Role.CLERK)
    with pytest.raises(Forbidden):
        _record(world, version, by=world.actor("Gia"))


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"number": "  "}, "number"),
        ({"signer": ""}, "signer"),
        ({"signed_on": clock.today() + timedelta(days=1)}, "signed_on"),
    ],
)
def test_an_incomplete_paper_is_refused_at_its_field(
    world: World, changes: dict[str, object], field: str
) -> None:
    version = _sent(world)
    with pytest.raises(InvalidInput) as refusal:
        _record(world, version, **changes)
    assert set(refusal.value.fields) == {field}
    assert not Approval.objects.exists()


def test_the_same_kind_is_not_recorded_twice(world: World) -> None:
    version = _sent(world)
    _record(world, version)
    with pytest.raises(Refused):
        _record(world, version, number="16/MTTQ-BTT")


def test_the_database_refuses_a_half_recorded_paper(world: World) -> None:
    version = _sent(world)
    _record(world, version)
    for half in ({"paper_number": ""}, {"signed_copy": None}, {"form": "screen"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Approval.objects.update(**half)


def _paper(**changes: Any) -> dict[str, Any]:
    name, data = changes.pop("file", ("bản ký.png", _PNG)) or ("", b"")
    upload = SimpleUploadedFile(name, data) if name else ""
    return {
        "kind": "concur",
        "number": "15/MTTQ-BTT",
        "signed_on": "20/06/2026",
        "signer": "Phó Chủ tịch",
        "file": upload,
    } | changes


def test_the_paper_goes_through_the_wall_and_is_shown_as_such_everywhere(
    world: World, client_for: ClientFor
) -> None:
    version = _sent(world)
    report = version.report
    clerk = client_for(world.posting("Vân"))
    answer = cases.post(clerk, reverse("reporting:report-record", args=[report.pk]), _paper())
    assert answer.status_code == 302, answer.content.decode()
    for name, pk in (("report-detail", report.pk), ("report-review", report.pk)):
        html = clerk.get(reverse(f"reporting:{name}", args=[pk])).content.decode()
        assert "Ghi nhận theo văn bản đã ký số 15/MTTQ-BTT" in html
    html = clerk.get(reverse("reporting:round-detail", args=[report.round_id])).content.decode()
    assert "theo văn bản đã ký số 15/MTTQ-BTT" in html
    kept = Approval.objects.get()
    address = reverse("reporting:approval-file", args=[report.pk, kept.pk])
    download = clerk.get(address)
    assert download.getvalue().startswith(_PNG[:24])  # the picture, written anew
    assert download["Content-Disposition"].startswith("attachment")
    assert client_for(world.posting("Giang")).get(address).status_code == 404


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"file": ""}, "Bản đã ký"),
        ({"file": ("a.png", b"<html>")}, "Bản đã ký"),
        ({"file": ("a.txt", "Đồng ý với báo cáo".encode())}, "phải là tệp PDF hoặc ảnh"),
        ({"signed_on": "31/02/2026"}, "Ngày ký"),
        ({"signed_on": "20/06/2999"}, "không thể sau hôm nay"),
        ({"number": ""}, "Số, ký hiệu"),
        ({"kind": "khong-co"}, "Nội dung văn bản"),
    ],
)
def test_a_faulty_paper_is_told_and_nothing_is_kept(
    world: World, client_for: ClientFor, changes: dict[str, object], said: str
) -> None:
    report = _sent(world).report
    clerk = client_for(world.posting("Vân"))
    address = reverse("reporting:report-record", args=[report.pk])
    answer = cases.post(clerk, address, _paper(**changes))
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not Approval.objects.exists()
    assert not StoredFile.objects.exists()
