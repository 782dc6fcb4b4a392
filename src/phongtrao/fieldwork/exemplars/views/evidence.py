"""What a model did and what its year was worth: enter, strike out, read the file."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core import files, uploads
from phongtrao.core.attempts import attempt, carried_out, form_page
from phongtrao.core.errors import NotFound
from phongtrao.core.http import requires
from phongtrao.fieldwork.exemplars import actions, forms, queries
from phongtrao.fieldwork.exemplars.rules import vocabulary
from phongtrao.fieldwork.exemplars.views.models import kept_model
from phongtrao.fieldwork.register.forms import StrikeForm
from phongtrao.org.middleware import ActingRequest


@requires("movement.keep", before=uploads.judged)
def model_activity(request: ActingRequest, pk: int) -> HttpResponse:
    """Enter what a model did, with a file where there is one."""
    model = kept_model(request, pk)
    begin = {"held_on": request.actor.day}
    form = forms.ActivityForm(request.POST or None, request.FILES or None, initial=begin)
    if form.is_bound and form.is_valid() and _recorded(request, model, form):
        messages.success(request, _("Đã ghi hoạt động của mô hình."))
        return redirect("exemplars:model-detail", pk)
    return form_page(request, "exemplars/activity_form.html", {"form": form, "model": model})


@requires("movement.read")
@require_safe
def activity_file(request: ActingRequest, pk: int) -> HttpResponse:
    """The file of a line of evidence."""
    activity = queries.activity_for(request.actor, pk)
    if activity.file is None:
        raise NotFound
    return files.attachment(activity.file)  # type: ignore[return-value]  # a FileResponse serves as one


@requires("movement.keep")
@require_POST
def activity_strike(request: ActingRequest, pk: int) -> HttpResponse:
    """Strike a line of evidence out."""
    activity = queries.activity_for(request.actor, pk)
    return _struck(request, activity, _("Đã gạch bỏ dòng hoạt động."))


@requires("movement.keep")
def model_review(request: ActingRequest, pk: int) -> HttpResponse:
    """Enter the review of a year."""
    model, actor = kept_model(request, pk), request.actor
    begin = {"year": actor.day.year, "reviewed_on": actor.day}
    form = forms.ReviewForm(request.POST or None, initial=begin)
    if form.is_bound and form.is_valid():
        act = partial(actions.review_model, model, form.terms(), by=actor)
        to = ("exemplars:model-detail", pk)
        answer = carried_out(request, form, act, _("Đã ghi sơ kết, xếp loại."), *to)
        if answer is not None:
            return answer
    context = {"form": form, "model": model, "vocabulary": vocabulary()}
    return form_page(request, "exemplars/review_form.html", context)


@requires("movement.keep")
@require_POST
def review_strike(request: ActingRequest, pk: int) -> HttpResponse:
    """Strike a review out."""
    review = queries.review_for(request.actor, pk)
    return _struck(request, review, _("Đã gạch bỏ dòng sơ kết, xếp loại."))


def _recorded(request: ActingRequest, model: Any, form: Any) -> bool:
    upload = request.prepared
    if upload is not None and upload.refusal:
        form.add_error("file", upload.refusal)
        return False
    made = attempt(
        form,
        lambda: actions.record_activity(
            model,
            form.terms(),
            by=request.actor,
            file=uploads.keep(upload, by=request.actor) if upload else None,
        ),
    )
    return made is not None


def _struck(request: ActingRequest, entry: Any, said: str) -> HttpResponse:
    """Strike an entry of a model out; the page of the model says how it went."""
    form = StrikeForm(request.POST)
    if attempt(form, lambda: actions.strike_out(entry, by=request.actor, **form.cleaned_data)):
        messages.success(request, said)
    else:
        messages.error(request, " ".join(str(e) for each in form.errors.values() for e in each))
    return redirect("exemplars:model-detail", entry.model_id)
