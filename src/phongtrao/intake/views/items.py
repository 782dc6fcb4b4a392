"""One proposed requirement: keep, correct, drop, bring back, split, join, add."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from phongtrao.core.errors import InvalidInput
from phongtrao.core.http import page, render_part, requires
from phongtrao.intake import actions, queries, rules
from phongtrao.intake.forms import AddForm, ItemForm, SplitForm, body_rows
from phongtrao.intake.models import DraftRequirement
from phongtrao.intake.views.drafts import card_context, draft_page
from phongtrao.org.middleware import actor_of

Change = Callable[..., DraftRequirement]


@requires("intake.upload")
@require_POST
def item_keep(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """The proposal is right."""
    return _changed(request, pk, item, actions.keep_item)


@requires("intake.upload")
@require_POST
def item_drop(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Leave it out."""
    return _changed(request, pk, item, actions.drop_item)


@requires("intake.upload")
@require_POST
def item_restore(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Bring it back."""
    return _changed(request, pk, item, actions.restore_item)


@requires("intake.upload")
def item_edit(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Correct text, bodies, deadline; in the card itself where there is script."""
    actor = actor_of(request)
    row = queries.item_for(actor, pk, item)
    form = ItemForm(request.POST if request.method == "POST" else None, item=row, actor=actor)
    if form.is_bound and form.is_valid():
        version = form.cleaned_data["row_version"]
        actions.edit_item(row, form.change(), by=actor, expected_version=version)
        return _answer(request, pk, item)
    context = {"draft": row.draft, "item": row, "form": form}
    status = 422 if form.is_bound else 200
    if request.headers.get("HX-Request"):
        return render_part(request, "intake/_item_form.html", context, status=status)
    return page(request, "intake/item_edit.html", context, status=status)


@requires("intake.upload")
@require_safe
def item_bodies(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """The bodies of a form with those that a search finds, as check boxes (for htmx)."""
    actor = actor_of(request)
    row = queries.item_for(actor, pk, item)
    name = "coordinators" if request.GET.get("vai") == "coordinators" else "leads"
    chosen = body_rows(actor, row, name, request.GET.getlist(name))
    known = {entry["token"] for entry in chosen}
    found = [
        {"token": f"b:{body.pk}", "name": body.name}
        for body in queries.bodies_called(actor, request.GET.get(f"find_{name}", ""))
        if f"b:{body.pk}" not in known
    ]
    context = {"name": name, "chosen": chosen, "found": found, "searched": True, "item": row}
    return render_part(request, "intake/_item_bodies.html", context)


@requires("intake.upload")
def item_split(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Choose where an item is cut in two."""
    actor = actor_of(request)
    row = queries.item_for(actor, pk, item)
    form = SplitForm(request.POST if request.method == "POST" else None)
    if form.is_bound:
        if not form.is_valid():
            raise InvalidInput(_("Hãy chọn chỗ tách."), code="cut_missing")
        data = form.cleaned_data
        actions.split_item(row, data["at"], by=actor, expected_version=data["row_version"])
        messages.success(request, _("Đã tách làm hai nội dung."))
        return redirect(_card_address(pk, item))
    context = {"draft": row.draft, "item": row, "halves": _halves(row)}
    return page(request, "intake/item_split.html", context)


@requires("intake.upload")
@require_POST
def item_join(request: HttpRequest, pk: int, item: int, other: int) -> HttpResponse:
    """Put an item and a later one together."""
    actor = actor_of(request)
    first, second = (queries.item_for(actor, pk, one) for one in (item, other))
    actions.join_items(first, second, by=actor, expected_version=_version(request))
    messages.success(request, _("Đã gộp hai nội dung thành một."))
    return redirect(_card_address(pk, item))


@requires("intake.upload")
@require_POST
def item_add(request: HttpRequest, pk: int) -> HttpResponse:
    """Make an item of a stretch of the text."""
    actor = actor_of(request)
    draft = queries.draft_for(actor, pk)
    form = AddForm(request.POST, text=draft.text, auto_id="them-%s")
    if form.is_valid():
        data = form.cleaned_data
        made = actions.add_item(draft, data["start"], data["end"], by=actor)
        messages.success(request, _("Đã thêm nội dung. Hãy ghi cơ quan chủ trì và hạn."))
        return redirect(_card_address(pk, made.pk))
    return draft_page(request, draft, add_form=form)


@requires("intake.upload")
@require_POST
def items_keep(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep every open proposal whose rule is certain."""
    draft = queries.draft_for(actor_of(request), pk)
    count = actions.keep_certain_items(draft, by=actor_of(request))
    messages.success(
        request,
        ngettext("Đã giữ %(count)s nội dung.", "Đã giữ %(count)s nội dung.", count)
        % {"count": count},
    )
    return redirect("intake:draft-detail", pk)


def _version(request: HttpRequest) -> int | None:
    sent = request.POST.get("row_version", "")
    return int(sent) if sent.isdecimal() and len(sent) < 10 else None


def _changed(request: HttpRequest, pk: int, item: int, act: Change) -> HttpResponse:
    row = queries.item_for(actor_of(request), pk, item)
    act(row, by=actor_of(request), expected_version=_version(request))
    return _answer(request, pk, item)


def _answer(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """The card anew with the bar (htmx), else back to the page at the card."""
    if not request.headers.get("HX-Request"):
        return redirect(_card_address(pk, item))
    draft = queries.draft_for(actor_of(request), pk)
    context = card_context(actor_of(request), draft)
    shown = next(row for row in context["items"] if row.pk == item)
    return render_part(request, "intake/_item_answer.html", context | {"item": shown})


def _card_address(pk: int, item: int) -> str:
    return f"{reverse('intake:draft-detail', args=[pk])}#the-n{item}"


def _halves(item: DraftRequirement) -> list[tuple[int, str, str]]:
    """Every possible cut: the offset and the words on both sides."""
    if item.start is None or item.end is None:
        return []
    text = item.draft.text
    return [
        (at, text[item.start : at].strip(), text[at : item.end].strip())
        for at in rules.cut_points(text, item.start, item.end)
    ]
