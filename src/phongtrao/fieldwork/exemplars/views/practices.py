"""Good practices: list, page, tell, change, picture, growing into a model."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core import files, uploads
from phongtrao.core.attempts import attempt, carried_out, form_page
from phongtrao.core.errors import Forbidden, NotFound
from phongtrao.core.http import requires
from phongtrao.fieldwork.exemplars import actions, exports, forms, queries
from phongtrao.fieldwork.exemplars.rules import vocabulary
from phongtrao.fieldwork.exemplars.views.models import NOT_OURS
from phongtrao.fieldwork.register.forms import StrikeForm
from phongtrao.fieldwork.register.forms.entry import area_typed
from phongtrao.fieldwork.register.permissions import can_keep
from phongtrao.fieldwork.register.views import as_workbook, listed
from phongtrao.org.middleware import ActingRequest
from phongtrao.org.permissions import Actor

_PICTURES = ("png", "jpg")


@requires("movement.read")
@require_safe
def practice_list(request: ActingRequest) -> HttpResponse:
    """Good practices of the whole country."""
    return listed(request, "exemplars/practice_list.html", exports.PRACTICES, _filters(request))


@requires("movement.read")
@require_safe
def practice_excel(request: ActingRequest) -> HttpResponse:
    """The filtered list as a workbook."""
    return as_workbook(request, exports.PRACTICES, _filters(request))


@requires("movement.read")
@require_safe
def practice_detail(request: ActingRequest, pk: int) -> HttpResponse:
    """One good practice."""
    return _page(request, queries.practice_for(request.actor, pk), StrikeForm())


@requires("movement.read")
@require_safe
def practice_picture(request: ActingRequest, pk: int) -> HttpResponse:
    """Its picture."""
    practice = queries.practice_for(request.actor, pk)
    if practice.picture is None:
        raise NotFound
    return files.attachment(practice.picture)  # type: ignore[return-value]  # a FileResponse serves as one


@requires("movement.keep", before=uploads.judged)
def practice_tell(request: ActingRequest) -> HttpResponse:
    """Share a good practice."""
    begin = {"told_on": request.actor.day}
    form = forms.PracticeForm(
        request.POST or None, request.FILES or None, actor=request.actor, initial=begin
    )
    if form.is_bound and form.is_valid() and _picture_fits(request, form):
        made = attempt(
            form,
            lambda: actions.tell_practice(
                form.terms(), by=request.actor, picture=_picture(request)
            ),
        )
        if made is not None:
            messages.success(request, _("Đã chia sẻ cách làm hay."))
            return redirect("exemplars:practice-detail", made.pk)
    return _form(request, form, None)


@requires("movement.keep", before=uploads.judged)
def practice_edit(request: ActingRequest, pk: int) -> HttpResponse:
    """Tell it otherwise, or with another picture."""
    actor, practice = request.actor, _kept(request, pk)
    form = forms.PracticeForm(
        request.POST or None, request.FILES or None, actor=actor, initial=_stored(practice, actor)
    )
    if form.is_bound and form.is_valid() and _picture_fits(request, form):
        changed = attempt(
            form,
            lambda: actions.change_practice(
                practice,
                form.terms(),
                by=actor,
                picture=_picture(request),
                expected_version=form.cleaned_data["row_version"],
            ),
        )
        if changed is not None:
            messages.success(request, _("Đã lưu cách làm hay."))
            return redirect("exemplars:practice-detail", pk)
    return _form(request, form, practice)


@requires("movement.keep")
@require_POST
def practice_strike(request: ActingRequest, pk: int) -> HttpResponse:
    """Strike it out: nobody but its own body reads it any more."""
    practice = queries.practice_for(request.actor, pk)
    form = StrikeForm(request.POST)
    if form.is_valid():
        act = partial(actions.strike_out, practice, by=request.actor, **form.cleaned_data)
        to = ("exemplars:practice-detail", pk)
        answer = carried_out(request, form, act, _("Đã gạch bỏ cách làm hay."), *to)
        if answer is not None:
            return answer
    return _page(request, practice, form)


@requires("movement.keep")
def practice_grow(request: ActingRequest, pk: int) -> HttpResponse:
    """Propose a model that grows out of it."""
    actor, practice = request.actor, _kept(request, pk)
    begin = {
        "name": practice.title,
        "field": practice.field,
        "purpose": "\n".join((practice.matter, practice.deed, practice.effect)),
    }
    form = forms.ModelForm(request.POST or None, actor=actor, initial=begin)
    made = attempt(form, lambda: actions.grow_practice(practice, form.terms(), by=actor))
    if made is None:
        context = {"form": form, "model": None, "vocabulary": vocabulary()}
        return form_page(request, "exemplars/model_form.html", context)
    messages.success(request, _("Đã ghi mô hình hình thành từ cách làm hay."))
    return redirect("exemplars:model-detail", made.pk)


def _kept(request: ActingRequest, pk: int) -> Any:
    practice = queries.practice_for(request.actor, pk)
    if not can_keep(request.actor, practice):
        raise Forbidden(NOT_OURS)
    return practice


def _picture_fits(request: ActingRequest, form: Any) -> bool:
    upload = request.prepared
    if upload is None:
        return True
    if upload.refusal:
        form.add_error("file", upload.refusal)
    elif upload.kind not in _PICTURES:
        form.add_error("file", _("Đây không phải ảnh png hoặc jpg. Chưa lưu gì từ tệp này."))
    return not form.errors


def _picture(request: ActingRequest) -> Any:
    upload = request.prepared
    return uploads.keep(upload, by=request.actor) if upload is not None else None


def _page(request: ActingRequest, practice: Any, strike: Any) -> HttpResponse:
    exports.prepare_practices([practice])
    context = {
        "practice": practice,
        "may_keep": can_keep(request.actor, practice),
        "strike_form": strike,
    }
    return form_page(request, "exemplars/practice_detail.html", context)


def _form(request: ActingRequest, form: Any, practice: Any) -> HttpResponse:
    context = {"form": form, "practice": practice}
    return form_page(request, "exemplars/practice_form.html", context)


def _stored(practice: Any, actor: Actor) -> dict[str, Any]:
    names = ("title", "field", "matter", "deed", "effect", "told_on", "row_version")
    return {name: getattr(practice, name) for name in names} | {
        "programme": practice.programme_id,
        "area": area_typed(practice.area_id, actor),
    }


def _filters(request: ActingRequest) -> forms.PracticeFilter:
    return forms.PracticeFilter(request.GET, queryset=queries.practice_rows(), request=request)
