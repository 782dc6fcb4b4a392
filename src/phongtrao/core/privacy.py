"""The guard at every form: typed text and file names are read before any view sees them.

What blocks is refused with the covered text ready to send; what asks is sent when the writer says
so. Nothing of it is stored, logged or counted: the page goes back to whoever typed it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from django.core import signing
from django.http import HttpRequest, QueryDict

from phongtrao.core import guard, idempotency
from phongtrao.core.errors import N_, InvalidInput, Refused
from phongtrao.core.guard.findings import HINTS
from phongtrao.core.uploads.holding import FIELDS

# Signed hash of what the writer was asked about and has let stand.
CONSENT = "_da_xem"
_SALT = "privacy-consent"
# Nothing personal is as short as that.
_SHORTEST = 6
_TECHNICAL = {"csrfmiddlewaretoken", idempotency.FIELD, CONSENT, *FIELDS}


@dataclass(frozen=True, slots=True)
class Sent:
    """One value of a form as it was typed, and covered; no hints where it is clean."""

    field: str
    typed: str
    covered: str
    hints: tuple[str, ...] = ()
    is_file_name: bool = False


class Personal(InvalidInput):
    """Typed text holds personal data; the page offers it covered, and, where it may, as it is."""

    def __init__(self, sent: list[Sent], *, may_stand: str) -> None:
        """`may_stand` is the consent that lets the same content through; empty when it blocks."""
        self.sent = sent
        self.found = [each for each in sent if each.hints]
        self.may_stand = may_stand
        super().__init__(
            N_(
                "Nội dung vừa nhập có thông tin cá nhân nên chưa lưu gì. Hãy che phần đó rồi gửi"
                " lại; hệ thống chỉ giữ thông tin về công việc của cơ quan."
            ),
            code="personal_data",
            fields={each.field: each.hints[0] for each in self.found},
        )


def require_no_personal_data(request: HttpRequest, *, unread: Iterable[str] = ()) -> None:
    """Raise Personal when a field or a file name holds personal data that was not let stand.

    Raises Refused for a request whose content is no form: nobody could have read it.
    """
    if request.method != "POST" or request.content_type not in idempotency.FORM_TYPES:
        raise Refused(
            N_("Hệ thống chỉ nhận nội dung gửi bằng biểu mẫu của trang. Chưa lưu gì."),
            code="no_form",
            status=415,
        )
    if any(guard.verdict(guard.read_text(text)) == "block" for text in _query(request)):
        raise Refused(
            N_("Địa chỉ của trang có thông tin cá nhân nên chưa lưu gì. Hãy mở lại trang."),
            code="personal_data",
            status=422,
        )
    acts: set[str] = set()
    sent = [_read(each, acts, set(unread)) for each in _values(request)]
    if not acts or (acts == {"ask"} and _let_stand(request)):
        return
    raise Personal(sent, may_stand="" if "block" in acts else _consent(request))


def require_no_personal_query(request: HttpRequest) -> None:
    """Raise InvalidInput when a search or a filter asks for personal data (security.md CR-5).

    The query is taken off the request first, so that no page, link or log repeats it.
    """
    if not any(len(text) >= _SHORTEST and guard.read_text(text) for text in _query(request)):
        return
    request.GET = QueryDict()
    request.META["QUERY_STRING"] = ""
    raise InvalidInput(
        N_(
            "Không tìm theo số giấy tờ, điện thoại, biển số hay thông tin của cá nhân. Hệ thống"
            " không lưu và không ghi lại nội dung vừa tìm. Hãy tìm theo số văn bản, tên cơ quan"
            " hoặc địa bàn."
        ),
        code="personal_query",
    )


def _read(value: Sent, acts: set[str], unread: set[str]) -> Sent:
    """The value with what the guard says of it; `acts` gathers how it is to be treated."""
    if value.field in unread or "password" in value.field or len(value.typed) < _SHORTEST:
        return value
    findings = guard.read_text(value.typed)
    if not findings:
        return value
    acts.update(finding.act for finding in findings)
    hints = tuple(dict.fromkeys(HINTS[finding.kind] for finding in findings))
    return replace(value, covered=guard.mask(value.typed, findings), hints=hints)


def _values(request: HttpRequest) -> Iterator[Sent]:
    for field, texts in request.POST.lists():
        if field not in _TECHNICAL:
            yield from (Sent(str(field), str(text), str(text)) for text in texts)
    for field in request.FILES:
        for upload in request.FILES.getlist(field):
            name = upload.name or ""
            yield Sent(field, name, name, is_file_name=True)


def _query(request: HttpRequest) -> Iterator[str]:
    """What stands in the address: parts of it are kept with the answers to forms and sign-ins."""
    for texts in request.GET.lists():
        yield from (str(text) for text in texts[1])


def _consent(request: HttpRequest) -> str:
    return signing.dumps(_content(request), salt=_SALT)


def _let_stand(request: HttpRequest) -> bool:
    given = request.POST.get(CONSENT, "")
    try:
        return bool(signing.loads(given, salt=_SALT, max_age=3600) == _content(request))
    except signing.BadSignature:
        return False


def _content(request: HttpRequest) -> str:
    return idempotency.content_hash(request, without={CONSENT})
