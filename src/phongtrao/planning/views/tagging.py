"""The further programmes that one task or one paper serves."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from phongtrao.core.attempts import carried_out, form_page
from phongtrao.core.errors import N_, Forbidden
from phongtrao.core.http import requires
from phongtrao.org.middleware import ActingRequest
from phongtrao.org.permissions import Actor
from phongtrao.planning import actions, permissions, queries
from phongtrao.planning.forms.programmes import TagForm
from phongtrao.planning.models import Programme, ProgrammeDocument, Task


@dataclass(frozen=True, slots=True)
class Tagging:
    """What the page of a task or paper shows of its programmes; `url` where they are chosen."""

    own: Programme
    further: list[Programme]
    url: str


def tagging_of(actor: Actor, tagged: Task | ProgrammeDocument) -> Tagging:
    """The programmes that the reader may see, and the address of the choice for who may choose."""
    ids = list(tagged.further_programmes.values_list("programme", flat=True))
    further = list(queries.visible_programmes(actor).filter(pk__in=ids).order_by("code"))
    if isinstance(tagged, Task):
        name, may = "planning:task-programmes", permissions.can_halt(actor, tagged)
    else:
        name, may = "planning:document-programmes", permissions.can_tag_document(actor, tagged)
    return Tagging(tagged.programme, further, reverse(name, args=[tagged.pk]) if may else "")


def verbs_of(actor: Actor, document: ProgrammeDocument) -> dict[str, bool]:
    """What the reader may make of a paper: a programme, a line of the register of joint papers."""
    founds = permissions.can_found(actor) and document.home_body_id == actor.body_id
    return {
        "may_found": founds and not Programme.objects.filter(paper=document).exists(),
        "may_join": actor.can("programme.keep") and document.home_body_id == actor.body_id,
    }


@requires("task.assign")
def task_programmes(request: ActingRequest, pk: int) -> HttpResponse:
    """Choose the further programmes of a task."""
    task = queries.task_for(request.actor, pk)
    if not permissions.can_halt(request.actor, task):
        raise Forbidden(N_("Chỉ cơ quan giao nhiệm vụ mới gắn được thêm chương trình."))
    act = partial(actions.tag_task, task)
    context = {"task": task, "title": task.title}
    return _tag(request, task, act, ("planning:task-detail", pk), context)


@requires("intake.accept")
def document_programmes(request: ActingRequest, pk: int) -> HttpResponse:
    """Choose the further programmes of a paper."""
    document = queries.document_for(request.actor, pk)
    if not permissions.can_tag_document(request.actor, document):
        raise Forbidden(N_("Chỉ cơ quan ghi sổ văn bản mới gắn được thêm chương trình."))
    act = partial(actions.tag_document, document)
    context = {"document": document, "title": document.heading}
    return _tag(request, document, act, ("planning:document-detail", pk), context)


def _tag(
    request: ActingRequest, tagged: Any, act: Any, to: tuple[str, int], context: dict[str, Any]
) -> HttpResponse:
    chosen = list(tagged.further_programmes.values_list("programme", flat=True))
    form = TagForm(
        request.POST if request.method == "POST" else None,
        actor=request.actor,
        own=tagged.programme,
        initial={"programmes": chosen},
    )
    if request.method == "POST" and form.is_valid():
        wanted = list(form.cleaned_data["programmes"])
        done = partial(act, wanted, by=request.actor)
        answer = carried_out(request, form, done, _("Đã gắn chương trình."), *to)
        if answer is not None:
            return answer
    context |= {"form": form, "own": tagged.programme, "to": to}
    return form_page(request, "planning/tag_form.html", context)
