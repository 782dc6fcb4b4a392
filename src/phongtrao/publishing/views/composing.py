"""The page on which a paper of any kind is written and taken along; nothing of it is kept."""

from base64 import b64encode
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from phongtrao.core import clock
from phongtrao.core.attempts import attempt, form_page
from phongtrao.core.errors import NotFound
from phongtrao.core.http import page, requires
from phongtrao.core.idempotency import SHOWN_ONCE
from phongtrao.core.vietnamese import tidy
from phongtrao.org.middleware import actor_of
from phongtrao.org.models import Body
from phongtrao.publishing import exports
from phongtrao.publishing.actions.composing import Composed, compose
from phongtrao.publishing.forms import ComposeForm
from phongtrao.publishing.queries.names import head_of
from phongtrao.publishing.rules.composing import hidden_signs
from phongtrao.publishing.word.kinds import DECREE_KINDS, PARTY_KINDS, PaperKind
from phongtrao.publishing.word.layout_profile import LayoutProfile, unverified_rules
from phongtrao.publishing.word.profiles import party_profile_on, profile_on, symbol_of

_PARTY = "dang"


@requires("paper.draft")
@require_http_methods(["GET", "HEAD", "POST"])
def paper_compose(request: HttpRequest) -> HttpResponse:
    """Choose a kind, fill it in; the answer holds the paper as Word and PDF, once."""
    body = actor_of(request).body
    if body is None:
        raise NotFound
    is_party = request.GET.get("he") == _PARTY
    kinds = PARTY_KINDS if is_party else DECREE_KINDS
    profile = (party_profile_on if is_party else profile_on)(clock.today())
    if "loai" not in request.GET:
        return page(request, "publishing/paper_compose_choice.html", _choices())
    kind = exports.kind_at(request.GET["loai"], kinds)
    context = {"kind": kind, "is_party": is_party, "doubtful": unverified_rules(profile)}
    if request.method != "POST":
        form = ComposeForm(kind=kind, initial=_first_words(kind, body, profile))
        return page(request, "publishing/paper_compose.html", context | {"form": form})
    return _answered(request, kind, profile, context)


def _answered(
    request: HttpRequest, kind: PaperKind, profile: LayoutProfile, context: dict[str, Any]
) -> HttpResponse:
    """The page again with what was typed: with the paper, or with what is wrong."""
    dropped = sum(hidden_signs(text) for text in request.POST.values() if isinstance(text, str))
    form = ComposeForm({name: tidy(str(text)) for name, text in request.POST.items()}, kind=kind)
    if dropped:
        form.add_error(None, _hidden(dropped))
    made = attempt(
        form, lambda: compose(kind, form.cleaned_data, profile=profile, day=clock.today())
    )
    if made is None:
        return form_page(request, "publishing/paper_compose.html", context | {"form": form})
    shown = {"form": form, "made": _result(kind, form.cleaned_data.get("abstract", ""), made)}
    answer = page(request, "publishing/paper_compose.html", context | shown)
    # The paper is in the answer: it is shown and kept nowhere.
    setattr(answer, SHOWN_ONCE, True)
    return answer


def _result(kind: PaperKind, abstract: str, made: Composed) -> dict[str, Any]:
    return {
        "name": exports.composed_name(kind, abstract),
        "word": b64encode(made.word).decode("ascii"),
        "pdf": b64encode(made.pdf).decode("ascii") if made.pdf else "",
        "no_pdf": exports.in_words(str(made.no_pdf)) if made.no_pdf else "",
        "faults": [each for each in made.faults if each.fails],
        "doubtful": [each for each in made.faults if not each.fails],
    }


def _hidden(count: int) -> str:
    return ngettext(
        "Đã bỏ %(count)s ký tự ẩn (điều khiển hoặc đổi chiều chữ) khỏi nội dung; phần còn lại giữ"
        " nguyên. Hãy xem lại rồi bấm Tạo văn bản.",
        "Đã bỏ %(count)s ký tự ẩn (điều khiển hoặc đổi chiều chữ) khỏi nội dung; phần còn lại giữ"
        " nguyên. Hãy xem lại rồi bấm Tạo văn bản.",
        count,
    ) % {"count": count}


def _first_words(kind: PaperKind, body: Body, profile: LayoutProfile) -> dict[str, Any]:
    """The head of the actor's body; everything can be changed."""
    head = head_of(body, kind.abbreviation, clock.today())
    first = "Như trên" if kind.is_letter or kind.traits.is_addressed else ""
    return {
        "parent_body": head.parent_body,
        "issuer": head.issuer,
        "symbol": symbol_of(kind, (body.symbol,), profile),
        "place": head.place,
        "recipients": first,
        "archive": "VT",
    }


def _choices() -> dict[str, Any]:
    return {
        "groups": [
            (_("Theo Nghị định 30/2020/NĐ-CP"), "", exports.kind_links(DECREE_KINDS)),
            (_("Văn bản của Đảng"), _PARTY, exports.kind_links(PARTY_KINDS)),
        ]
    }
