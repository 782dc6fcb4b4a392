"""Papers of a training round: drawn up and signed for practice, never numbered, then erased."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection, models
from django.test import Client
from django.urls import reverse

from phongtrao.core import audit, erasing
from phongtrao.core.errors import Forbidden, InvalidInput, Refused
from phongtrao.core.models import AuditEntry, AuditPayload, Notice, SearchEntry, StoredFile
from phongtrao.org.models import Posting
from phongtrao.publishing import actions, queries
from phongtrao.publishing.actions.composition import memo_bytes, report_bytes, summary_bytes
from phongtrao.publishing.layout_check.check import check
from phongtrao.publishing.models import Paper
from phongtrao.reporting import actions as reporting
from phongtrao.reporting import queries as reports
from phongtrao.reporting.models import Report, Round
from phongtrao.reporting.queries.record import check_record
from tests.publishing import signing
from tests.publishing.docx_text import header_of
from tests.reporting import cases
from tests.world import World

pytestmark = pytest.mark.database
ClientFor = Callable[[Posting], Client]
# What may go with a training round. A model that comes to point at one is judged here first.
ERASED = {
    "analytics.figurechange", "oversight.outline", "publishing.paper", "publishing.paperdelivery",
    "publishing.paperfigures",
    "publishing.paperline", "publishing.paperline_sources", "publishing.papersection",
    "publishing.paperstep", "publishing.paperversion", "reporting.adjustment",
    "reporting.approval", "reporting.cellcomment", "reporting.deadlineextension",
    "reporting.oneoffrequest", "reporting.report", "reporting.reportversion", "reporting.round",
    "reporting.savedcopy", "reporting.workingcopy",
}  # fmt: skip


def _lived_through(world: World) -> tuple[Round, Paper]:
    """A training round with everything in it: a paper signed on paper after a question."""
    practice = cases.open_training(world)
    cases.approved(world, practice)
    second = cases.submitted(world, practice, "ba-to", "Ba")
    version = reports.newest_version(second)
    assert version is not None
    reporting.propose_adjustment(
        version, reporting.AdjustmentDraft("TT01", "+3", "Đối chiếu"), by=world.actor("An")
    )
    reporting.return_report(version, reason="Xem lại số mô hình", by=world.actor("An"))
    paper = signing.ready(world, practice)
    step = signing.question(paper)
    actions.answer_word(step, "Nhất trí", by=world.actor("Vân"), signed=signing.on_paper(world))
    actions.refresh_figures(paper, approved_only=True, by=world.actor("An"))
    paper.refresh_from_db()
    return practice, signing.signed_on_paper(world, signing.handed_in(world, paper))


def test_a_paper_of_practice_is_marked_in_its_header_and_gets_no_number(
    world: World, client_for: ClientFor
) -> None:
    _practice, paper = _lived_through(world)
    contents = queries.contents_of(queries.paper_for(world.actor("An"), paper.pk))
    for data in (report_bytes(contents), summary_bytes(contents), memo_bytes(contents)):
        assert "TẬP LÀM" in header_of(data)
    assert not check(report_bytes(contents))
    clerk = client_for(world.posting("Vân"))
    page = clerk.get(reverse("publishing:paper-detail", args=[paper.pk])).content.decode()
    assert "TẬP LÀM – số liệu không dùng chính thức" in page
    answer = clerk.get(reverse("publishing:paper-issue", args=[paper.pk]))
    assert answer.status_code == 409
    assert "không được cấp số" in answer.content.decode()
    with pytest.raises(Refused, match="đợt tập làm nên không được cấp số"):
        actions.record_issue(
            paper, number="5", issued_on=paper.created_at.date(),
            expected_version=paper.row_version, by=world.actor("Vân"),
        )  # fmt: skip


def test_erasing_leaves_no_row_that_points_to_it_and_the_chains_hold(
    world: World, client_for: ClientFor, django_capture_on_commit_callbacks: Any
) -> None:
    real = cases.open_round(world)
    cases.approved(world, real)
    practice, _paper = _lived_through(world)
    found = erasing.resting_on(practice)
    kept = {model: model._base_manager.count() - len(keys) for model, keys in found.items()}
    stored = StoredFile.objects.get(pk=erasing.files_of(found).pop())
    client = client_for(world.posting("An"))
    address = reverse("reporting:training-erase", args=[practice.pk])
    _page_says_what_goes_and_what_stays(client.get(address).content.decode())
    assert cases.post(client, address, {"reason": " "}).status_code == 422
    assert Round.objects.filter(pk=practice.pk).exists()
    with django_capture_on_commit_callbacks(execute=True):
        assert cases.post(client, address, {"reason": "Tập huấn xong"}).status_code == 302

    connection.check_constraints()  # no key leads to a row that is gone
    for model, keys in found.items():
        assert not model._base_manager.filter(pk__in=keys).exists(), model
        assert model._base_manager.count() == kept[model], model
        label, told = model._meta.label_lower, [str(pk) for pk in keys]
        payloads = AuditPayload.objects.filter(
            entry__target_type=label, entry__target_id__in=told
        ).exclude(entry__verb="training.erased")
        assert not payloads.exists()
        assert not SearchEntry.objects.filter(kind=label, object_id__in=keys).exists()
    assert not list(_pointing(found))
    assert not StoredFile.objects.filter(pk=stored.pk).exists()
    gone = [reverse("reporting:round-detail", args=[practice.pk])]
    assert not Notice.objects.filter(address__in=gone).exists()
    entry = AuditEntry.objects.get(verb="training.erased")
    assert entry.auditpayload.payload == {
        "reason": "Tập huấn xong", "reports": 3, "versions": 2, "papers": 1,
        "files": 2, "others": entry.auditpayload.payload["others"],
    }  # fmt: skip
    assert not list(audit.faults())
    assert not check_record().faults
    assert not _on_disk(stored)


def _page_says_what_goes_and_what_stays(ahead: str) -> None:
    assert "1 báo cáo tổng hợp soạn từ đợt này" in ahead
    assert "Mọi đợt báo cáo chính thức" in ahead.split("Những gì được giữ lại")[1]


def _on_disk(stored: StoredFile) -> bool:
    place = Path(settings.FILES_DIR) / stored.sha256[:2] / stored.sha256[2:4]
    return (place / stored.sha256).exists()


def _pointing(found: erasing.Rows) -> Iterator[tuple[str, str]]:
    """Every field of every model by which a row still points to one that was erased."""
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.concrete_fields:
            keys = found.get(field.related_model) if field.related_model else None
            if keys and isinstance(field, models.ForeignKey):
                rows = model._base_manager.filter(**{f"{field.attname}__in": list(keys)})
                if rows.exists():
                    yield model._meta.label_lower, field.name


def test_only_judged_models_go_with_a_training_round() -> None:
    seen, left = {Round}, [Round]
    while left:
        for each in erasing.pointing_to(left.pop()):
            if each.related_model not in seen:
                seen.add(each.related_model)
                left.append(each.related_model)
    assert {model._meta.label_lower for model in seen} == ERASED


def test_a_real_round_is_never_erased_and_strangers_erase_nothing(world: World) -> None:
    real, practice = cases.open_round(world), cases.open_training(world)
    with pytest.raises(Refused, match="đợt báo cáo chính thức nên không xóa được"):
        reporting.erase_training_round(real, reason="Thử", by=world.actor("An"))
    for name in ("Chi", "Dũng", "Giang"):
        with pytest.raises(Forbidden):
            reporting.erase_training_round(practice, reason="Thử", by=world.actor(name))
    with pytest.raises(InvalidInput, match="Chưa ghi lý do"):
        reporting.erase_training_round(practice, reason="", by=world.actor("An"))
    assert Round.objects.count() == 2


def test_who_saves_while_it_is_erased_reads_what_happened(
    world: World, client_for: ClientFor
) -> None:
    practice = cases.open_training(world)
    report = cases.report_of(practice, world)
    reporting.erase_training_round(practice, reason="Xong", by=world.actor("An"))
    with pytest.raises(Refused, match="vừa được xóa nên nội dung bạn gửi không được lưu"):
        reporting.save_working_copy(
            report, cases.content(practice), expected_version=0, by=world.actor("Chi")
        )
    with pytest.raises(Refused, match="vừa được xóa"):
        actions.draft_paper(practice, world.area("quang-ngai").pk, by=world.actor("An"))
    client = client_for(world.posting("Chi"))
    fill = reverse("reporting:report-fill", args=[report.pk])
    late = client.post(fill, cases.typed())
    assert late.status_code == 404
    assert "đợt tập làm đã được xóa" in late.content.decode()
    assert Report.objects.count() == 0
