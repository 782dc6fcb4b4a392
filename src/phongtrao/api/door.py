"""How every operation is declared: what it needs, and that what changes is done once."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.translation.trans_real import parse_accept_lang_header
from ninja import Schema

from phongtrao.api import problems
from phongtrao.api.problems import Problem
from phongtrao.core import idempotency
from phongtrao.core.errors import N_, InvalidInput
from phongtrao.org.permissions import TokenActor

KEY_HEADER = "Idempotency-Key"
REPLAYED = "Idempotency-Replayed"
# What any operation may answer beside what it is for.
REFUSALS: dict[Any, Any] = {
    frozenset({400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 503}): Problem,
}
KEY_PARAMETER = {
    "parameters": [
        {
            "in": "header",
            "name": KEY_HEADER,
            "required": True,
            "description": "Khóa do phía gọi đặt cho mỗi việc; gửi lại cùng khóa, cùng nội dung thì"
            " nhận lại đúng câu trả lời cũ.",
            "schema": {"type": "string", "minLength": 8, "maxLength": 64},
        }
    ]
}
_SHORTEST_KEY, _LONGEST_KEY = 8, 64
Act = Callable[..., Any]
Prepare = Callable[[HttpRequest], Any]


def actor_of(request: HttpRequest) -> TokenActor:
    """Who acts by the token."""
    return request.actor  # type: ignore[attr-defined]  # put there by TokenAuth


def door(capability: str, *, before: Prepare | None = None) -> Callable[[Act], Act]:
    """Declare what an operation needs: a capability of the role and of the token (see `auth`).

    A changing call runs in one transaction with its Idempotency-Key; `before` runs first and
    outside it (slow work such as judging a file), what it returns is `request.prepared`.
    """

    def declare(act: Act) -> Act:
        @wraps(act)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            if request.method == "GET":
                return act(request, *args, **kwargs)
            _require_key(request)
            if before is not None:
                request.prepared = before(request)  # type: ignore[attr-defined]  # declared here
            return _once(request, lambda: act(request, *args, **kwargs))

        guarded.requires = capability  # type: ignore[attr-defined]  # read by `opened`
        return guarded

    return declare


def opened(view: Callable[..., HttpResponseBase], capability: str) -> Callable[..., Any]:
    """A view of an operation as the site map holds it: in the caller's language, never stored."""

    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        language = language_of(request)
        with translation.override(language):
            answer = view(request, *args, **kwargs)
            if answer.status_code == 405:
                allowed = answer.headers.get("Allow", "")
                answer = problems.method_refused(request)
                answer["Allow"] = allowed
        answer["Content-Language"] = language
        answer["Vary"] = "Accept-Language, Authorization"
        answer["Cache-Control"] = "private, no-store"
        return answer

    answered.csrf_exempt = True  # type: ignore[attr-defined]  # no cookie opens this door
    answered.requires = capability  # type: ignore[attr-defined]  # read by the census test
    answered.refuses = problems.refusal  # type: ignore[attr-defined]  # see core.http
    return answered


def language_of(request: HttpRequest) -> str:
    """English where the caller prefers it, else Vietnamese."""
    asked = parse_accept_lang_header(request.headers.get("Accept-Language", ""))
    for code, _weight in asked:
        if code[:2] in ("vi", "en"):
            return code[:2]
    return "vi"


def _require_key(request: HttpRequest) -> None:
    key = request.headers.get(KEY_HEADER, "")
    if not _SHORTEST_KEY <= len(key) <= _LONGEST_KEY or not key.isascii():
        raise InvalidInput(
            N_("Thiếu tiêu đề Idempotency-Key (8 đến 64 ký tự) nên chưa làm gì."),
            code="idempotency_key",
            status=400,
        )


def _once(request: HttpRequest, act: Callable[[], Schema]) -> HttpResponseBase:
    did: list[bool] = []

    def answer() -> HttpResponse:
        did.append(True)
        return HttpResponse(act().model_dump_json(), content_type="application/json")

    try:
        found = idempotency.once(request, answer)
    except InvalidInput as refused:
        if refused.code != "once_reused":
            raise
        raise InvalidInput(
            N_("Idempotency-Key này đã dùng cho nội dung khác; việc lần đầu đã làm xong."),
            code="idempotency_reused",
        ) from refused
    found["Content-Type"] = "application/json"
    found[REPLAYED] = "false" if did else "true"
    return found
