"""Minutes: saved by several writers, put together, compared, approved, corrected."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core.attempts import attempt, carried_out, form_page
from phongtrao.core.errors import N_, Forbidden
from phongtrao.core.http import page, requires
from phongtrao.fieldwork.meetings import actions, queries
from phongtrao.fieldwork.meetings.forms import minutes as forms
from phongtrao.fieldwork.meetings.models import MinutesVersion, VersionOutcome
from phongtrao.fieldwork.meetings.permissions import can_approve
from phongtrao.fieldwork.meetings.rules.merging import compared, merge
from phongtrao.fieldwork.meetings.views.minutes_page import minutes_context
from phongtrao.fieldwork.register.views import require_keeper
from phongtrao.org.middleware import ActingRequest

PAGE, _MERGE = "meetings:meeting-minutes", "meetings:version-merge"


@requires("movement.read")
@require_safe
def meeting_minutes(request: ActingRequest, pk: int) -> HttpResponse:
    """The minutes with what was said, every version, and corrections."""
    return _shown(request, queries.meeting_for(request.actor, pk))


@requires("movement.keep")
@require_POST
def meeting_minute(request: ActingRequest, pk: int) -> HttpResponse:
    """Save the minutes; what somebody else saved meanwhile is put together with it."""
    entry, form = _kept(request, pk), forms.MinutesForm(request.POST)
    saved = attempt(form, partial(_saved, entry, form, request))
    if saved is None:
        return _shown(request, entry, minutes_form=form)
    return _answer(request, saved, _("Đã lưu biên bản."))


@requires("movement.keep")
def version_merge(request: ActingRequest, pk: int) -> HttpResponse:
    """Both texts beside each other where two changed the same paragraph; somebody chooses."""
    version = queries.version_for(request.actor, pk)
    require_keeper(request.actor, version.entry)
    base = _base(request, version)
    begun = queries.text_of(version.entry, version.base)
    theirs = queries.text_of(version.entry, base)
    form = forms.MergeForm(
        request.POST or None, parts=merge(begun, version.text, theirs), initial={"base": base}
    )
    act = partial(_chosen, version, form, request)
    saved = attempt(form, act)
    if saved is not None:
        return _answer(request, saved, _("Đã ghép hai bản biên bản."))
    return form_page(request, "meetings/version_merge.html", {"version": version, "form": form})


@requires("movement.read")
@require_safe
def version_compare(request: ActingRequest, pk: int) -> HttpResponse:
    """The differences between two versions, paragraph by paragraph."""
    version = queries.version_for(request.actor, pk)
    other = queries.other_version(version, request.GET.get("voi", ""))
    first, second = (other, version)
    if other is not None and other.number > version.number:
        first, second = version, other
    context = {
        "version": version,
        "first": first,
        "second": second,
        "rows": compared(first.text if first else "", second.text if second else ""),
        "versions": queries.versions_of(version.entry),
    }
    return page(request, "meetings/version_compare.html", context)


@requires("movement.read")
@require_POST
def meeting_approve(request: ActingRequest, pk: int) -> HttpResponse:
    """Close the minutes: a leader of the body, or its officer who notes whose approval it is."""
    entry = queries.meeting_for(request.actor, pk)
    if not can_approve(request.actor, entry):
        raise Forbidden(N_("Chỉ cơ quan chủ trì mới duyệt được biên bản."))
    form = forms.ApproveForm(request.POST, auto_id="id_approve_%s")
    if form.is_valid():
        act = partial(actions.approve_minutes, entry, by=request.actor, **form.cleaned_data)
        answer = carried_out(request, form, act, _("Đã duyệt biên bản."), PAGE, pk)
        if answer is not None:
            return answer
    return _shown(request, entry, approve_form=form)


@requires("movement.keep")
@require_POST
def meeting_correct(request: ActingRequest, pk: int) -> HttpResponse:
    """Correct approved minutes beside their text."""
    entry = _kept(request, pk)
    form = forms.CorrectionForm(request.POST, auto_id="id_correct_%s")
    if form.is_valid():
        act = partial(actions.add_addendum, entry, form.terms(), by=request.actor)
        answer = carried_out(request, form, act, _("Đã ghi đính chính."), PAGE, pk)
        if answer is not None:
            return answer
    return _shown(request, entry, correct_form=form)


def _shown(request: ActingRequest, entry: Any, **sent: Any) -> HttpResponse:
    with_draft = "soan" in request.GET
    context = minutes_context(request.actor, entry, with_draft=with_draft) | {"entry": entry}
    return form_page(request, "meetings/minutes.html", context | sent)


def _kept(request: ActingRequest, pk: int) -> Any:
    entry = queries.meeting_for(request.actor, pk)
    require_keeper(request.actor, entry)
    return entry


def _saved(entry: Any, form: forms.MinutesForm, request: ActingRequest) -> MinutesVersion:
    data = form.cleaned_data
    # A form without a number began from nothing: it never writes over what others saved.
    base = data["base"] or 0
    return actions.save_minutes(entry, text=data["text"], by=request.actor, base=base)


def _chosen(
    version: MinutesVersion, form: forms.MergeForm, request: ActingRequest
) -> MinutesVersion:
    base = form.cleaned_data["base"]
    return actions.merge_minutes(version, text=form.text(), base=base, by=request.actor)


def _base(request: ActingRequest, version: MinutesVersion) -> int:
    """The number that the minutes had when the choice was shown; now, where it is shown."""
    typed = request.POST.get("base", "")
    if typed.isascii() and typed.isdecimal() and len(typed) < 5:
        return int(typed)
    return queries.latest_number(version.entry)


def _answer(request: ActingRequest, saved: MinutesVersion, said: str) -> HttpResponse:
    """Lead on, and say what happened to the text."""
    if saved.outcome == VersionOutcome.UNMERGED:
        messages.warning(
            request,
            _(
                "Người khác đã sửa cùng một đoạn trong lúc bạn viết. Bản của bạn được giữ thành"
                " bản chưa ghép số %(number)s; hãy chọn từng đoạn dưới đây."
            )
            % {"number": saved.number},
        )
        return redirect(_MERGE, saved.pk)
    if saved.outcome == VersionOutcome.MERGED:
        said = _("Đã lưu và ghép với phần người khác lưu trong lúc bạn viết; không mất đoạn nào.")
    messages.success(request, said)
    return redirect(PAGE, saved.entry_id)
