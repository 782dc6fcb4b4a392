"""The page on which a paper of any kind is written and taken along; nothing of it is kept."""

from base64 import b64encode
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from phongtrao.core import clock, uploads
from phongtrao.core.attempts import attempt, form_page
from phongtrao.core.errors import NotFound
from phongtrao.core.http import page, requires
from phongtrao.core.idempotency import SHOWN_ONCE
from phongtrao.core.uploads import Upload
from phongtrao.core.vietnamese import tidy
from phongtrao.org.middleware import ActingRequest, actor_of
from phongtrao.org.models import Body
from phongtrao.publishing import exports
from phongtrao.publishing.actions.composing import Composed, compose
from phongtrao.publishing.forms import ComposeForm
from phongtrao.publishing.queries.names import head_of
from phongtrao.publishing.rules.composing import MOST_APPENDICES, hidden_signs
from phongtrao.publishing.rules.table_files import READER
from phongtrao.publishing.rules.typed_tables import MOST_COLUMNS, MOST_ROWS, lines_of
from phongtrao.publishing.word.kinds import DECREE_KINDS, PARTY_KINDS, PaperKind
from phongtrao.publishing.word.layout_profile import LayoutProfile, unverified_rules
from phongtrao.publishing.word.profiles import party_profile_on, profile_on, symbol_of

_PARTY = "dang"


Tables = dict[int, Upload]


def _judged(request: HttpRequest) -> Tables:
    """The workbooks of the appendices, judged and read, by the place of the appendix."""
    found = {
        place: uploads.judged(request, f"appendix_{place}_file", reader=READER)
        for place in range(1, MOST_APPENDICES + 1)
    }
    return {place: sent for place, sent in found.items() if sent is not None}


@requires("paper.draft", before=_judged)
@require_http_methods(["GET", "HEAD", "POST"])
def paper_compose(request: ActingRequest) -> HttpResponse:
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
    request: ActingRequest, kind: PaperKind, profile: LayoutProfile, context: dict[str, Any]
) -> HttpResponse:
    """The page again with what was typed: with the paper, or with what is wrong."""
    dropped = sum(hidden_signs(text) for text in request.POST.values() if isinstance(text, str))
    typed = {name: tidy(str(text)) for name, text in request.POST.items()}
    faults = _put_in(typed, request.prepared)
    form = ComposeForm(typed, kind=kind)
    for name, sentence in faults.items():
        form.add_error(name, sentence)
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


def _put_in(typed: dict[str, str], tables: Tables) -> dict[str, str]:
    """Put the tables of workbooks behind the texts of their appendices; what is wrong, by field."""
    faults = {}
    for place, sent in tables.items():
        answer = sent.result if isinstance(sent.result, dict) else {}
        rows = answer.get("rows") or []
        name = f"appendix_{place}_text"
        if sent.refusal or not rows:
            faults[f"appendix_{place}_file"] = sent.refusal or _("Tệp không có bảng nào đọc được.")
        elif answer.get("cut"):
            faults[f"appendix_{place}_file"] = _(
                "Bảng của tệp quá %(rows)s hàng hoặc %(columns)s cột nên chưa đưa vào. Nội dung đã"
                " nhập vẫn giữ; hãy tách bảng rồi gửi lại."
            ) % {"rows": MOST_ROWS, "columns": MOST_COLUMNS}
        else:
            typed[name] = "\n".join(
                filter(None, (typed.get(name, "").rstrip("\n"), lines_of(rows)))
            )
    return faults


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
