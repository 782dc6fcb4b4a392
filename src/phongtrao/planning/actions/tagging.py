"""Say which further programmes one task or one paper serves; it is still counted once."""

from collections.abc import Collection

from django.db import transaction

from phongtrao.core import audit
from phongtrao.core.errors import N_, Forbidden, InvalidInput
from phongtrao.org.permissions import Actor
from phongtrao.planning import permissions
from phongtrao.planning.models import (
    DocumentProgramme,
    Programme,
    ProgrammeDocument,
    Task,
    TaskProgramme,
)

_MOST = 12


@transaction.atomic
def tag_task(task: Task, programmes: Collection[Programme], *, by: Actor) -> Task:
    """Set the further programmes of a task. Raises Forbidden and InvalidInput (too many)."""
    task = Task.objects.select_for_update(of=("self",)).get(pk=task.pk)
    if not permissions.can_halt(by, task):
        raise Forbidden(N_("Chỉ cơ quan giao nhiệm vụ mới gắn được thêm chương trình."))
    wanted = _further(programmes, task.programme_id)
    task.further_programmes.exclude(programme_id__in=wanted).delete()
    known = set(task.further_programmes.values_list("programme_id", flat=True))
    TaskProgramme.objects.bulk_create(
        TaskProgramme(task=task, programme_id=pk) for pk in wanted if pk not in known
    )
    audit.record("task.tagged", task, by=by, programmes=wanted)
    return task


@transaction.atomic
def tag_document(
    document: ProgrammeDocument, programmes: Collection[Programme], *, by: Actor
) -> ProgrammeDocument:
    """Set the further programmes of a paper. Raises Forbidden and InvalidInput (too many)."""
    if not permissions.can_tag_document(by, document):
        raise Forbidden(N_("Chỉ cơ quan ghi sổ văn bản mới gắn được thêm chương trình."))
    wanted = _further(programmes, document.programme_id)
    document.further_programmes.exclude(programme_id__in=wanted).delete()
    known = set(document.further_programmes.values_list("programme_id", flat=True))
    DocumentProgramme.objects.bulk_create(
        DocumentProgramme(document=document, programme_id=pk) for pk in wanted if pk not in known
    )
    audit.record("document.tagged", document, by=by, programmes=wanted)
    return document


def _further(programmes: Collection[Programme], own: int) -> list[int]:
    wanted = sorted({programme.pk for programme in programmes} - {own})
    if len(wanted) > _MOST:
        raise InvalidInput(N_("Gắn nhiều nhất %(most)s chương trình."), "tags.too_many", most=_MOST)
    return wanted
