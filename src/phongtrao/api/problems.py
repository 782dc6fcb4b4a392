"""How the REST door tells a refusal: RFC 9457 problem details, in the language asked for."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, HttpError, Throttled, ValidationError

from phongtrao.core.errors import N_, DomainError, InvalidInput, NotFound, Sentence, StaleVersion
from phongtrao.reporting.imports.value_files import ValuesRefused

MEDIA_TYPE = "application/problem+json"
MOST_FAULTS = 1_000


class Fault(Schema):
    """One place of the request and what is wrong with it."""

    place: str
    message: str


class Problem(Schema):
    """A refusal: `code` is for programs and stays the same, `detail` is for people."""

    type: str
    title: str
    status: int
    code: str
    detail: str
    request_id: str
    errors: list[Fault]


_UNKNOWN_TOKEN = Sentence(
    N_("Thiếu mã truy cập (Authorization: Bearer), hoặc mã sai, hết hạn, đã thu hồi.")
)
_TOO_OFTEN = Sentence(N_("Mã truy cập này gọi quá nhiều lần. Hãy chờ rồi gọi lại."))
_TOO_BIG = Sentence(N_("Nội dung gửi quá lớn nên chưa làm gì."))
_UNREADABLE = Sentence(N_("Nội dung gửi không phải JSON đọc được nên chưa làm gì."))
_INVALID = Sentence(N_("Yêu cầu có chỗ chưa đúng nên chưa làm gì."))
_METHOD = Sentence(N_("Địa chỉ này không nhận phương thức đó."))
# What pydantic finds, in our words; anything else is a value that cannot be used.
_FAULTS = {
    "missing": N_("Thiếu giá trị này."),
    "extra_forbidden": N_("Không có trường này."),
    "int_parsing": N_("Phải là số nguyên."),
    "int_type": N_("Phải là số nguyên."),
    "bool_parsing": N_("Phải là true hoặc false."),
    "string_type": N_("Phải là chữ."),
    "list_type": N_("Phải là danh sách."),
    "dict_type": N_("Phải là đối tượng."),
    "model_attributes_type": N_("Phải là đối tượng."),
    "string_too_long": N_("Quá dài."),
    "too_long": N_("Quá nhiều phần tử."),
    "too_short": N_("Quá ít phần tử."),
    "greater_than_equal": N_("Ngoài giới hạn cho phép."),
    "less_than_equal": N_("Ngoài giới hạn cho phép."),
    "literal_error": N_("Không thuộc các giá trị cho phép."),
    "date_from_datetime_parsing": N_("Phải là ngày, viết như 2025-07-01."),
    "date_parsing": N_("Phải là ngày, viết như 2025-07-01."),
}
_OTHER = N_("Giá trị không dùng được.")


def problem(
    request: HttpRequest,
    status: int,
    code: str,
    detail: Sentence,
    errors: list[Fault] | None = None,
) -> HttpResponse:
    """The answer that tells a refusal."""
    told = Problem(
        type="about:blank",
        title=HTTPStatus(status).phrase,
        status=status,
        code=code,
        detail=detail.shown(gettext),
        request_id=getattr(request, "id", ""),
        errors=errors or [],
    )
    return HttpResponse(told.model_dump_json(), content_type=MEDIA_TYPE, status=status)


def refusal(request: HttpRequest, error: DomainError) -> HttpResponse:
    """A refusal of ours with every place it names."""
    return problem(request, error.status, error.code, error.sentence, list(_places(error)))


def method_refused(request: HttpRequest) -> HttpResponse:
    """There is something at this address, but not for this method."""
    return problem(request, 405, "method", _METHOD)


def _places(error: DomainError) -> Iterator[Fault]:
    if isinstance(error, ValuesRefused):
        for row, sentence in error.faults[:MOST_FAULTS]:
            yield Fault(place=f"row {row}", message=sentence.shown(gettext))
    elif isinstance(error, InvalidInput):
        for place, said in list(error.fields.items())[:MOST_FAULTS]:
            yield Fault(place=place, message=_shown(said))
    elif isinstance(error, StaleVersion):
        for place, theirs in error.theirs.items():
            yield Fault(place=place, message=f"{theirs} ≠ {error.mine.get(place, '')}")


def _shown(sentence: str | Sentence) -> str:
    return sentence.shown(gettext) if isinstance(sentence, Sentence) else gettext(sentence)


def tell(api: NinjaAPI) -> None:
    """Let every refusal of an operation be told as a problem."""
    api.add_exception_handler(DomainError, _refused)
    api.add_exception_handler(Http404, lambda request, _error: refusal(request, NotFound()))
    api.add_exception_handler(AuthenticationError, _not_known)
    api.add_exception_handler(Throttled, _throttled)
    api.add_exception_handler(ValidationError, _not_valid)
    api.add_exception_handler(RequestDataTooBig, _too_big)
    api.add_exception_handler(HttpError, _not_readable)


def _refused(request: HttpRequest, error: Any) -> HttpResponse:
    return refusal(request, error)


def _not_known(request: HttpRequest, _error: Any) -> HttpResponse:
    answer = problem(request, 401, "token", _UNKNOWN_TOKEN)
    answer["WWW-Authenticate"] = "Bearer"
    return answer


def _throttled(request: HttpRequest, _error: Any) -> HttpResponse:
    return problem(request, 429, "rate", _TOO_OFTEN)


def _too_big(request: HttpRequest, _error: Any) -> HttpResponse:
    return problem(request, 413, "too_big", _TOO_BIG)


def _not_readable(request: HttpRequest, error: Any) -> HttpResponse:
    # ninja says "cannot parse"; what the parser itself said says where and why.
    cause = error.__cause__ or error.__context__
    if isinstance(cause, DomainError):
        return refusal(request, cause)
    if isinstance(cause, RequestDataTooBig):
        return _too_big(request, cause)
    return problem(request, error.status_code, "unreadable", _UNREADABLE)


def _not_valid(request: HttpRequest, error: Any) -> HttpResponse:
    found = [
        Fault(
            place=".".join(str(part) for part in fault["loc"] if part != "sent")[:200],
            message=gettext(_FAULTS.get(fault["type"], _OTHER)),
        )
        for fault in error.errors[:MOST_FAULTS]
    ]
    return problem(request, 422, "invalid", _INVALID, found)
