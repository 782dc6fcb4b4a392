"""The guard at every form: typed text and file names are read before any view sees them.

What blocks is refused with the covered text ready to send; what asks is sent when the writer says
so. Nothing of it is stored, logged or counted: the page goes back to whoever typed it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from django.core import signing
from django.http import HttpRequest

from phongtrao.core import guard, idempotency
from phongtrao.core.errors import N_, InvalidInput
from phongtrao.core.guard.findings import HINTS

# Signed hash of what the writer was asked about and has let stand.
CONSENT = "_da_xem"
_SALT = "privacy-consent"
# Nothing personal is as short as that.
_SHORTEST = 6
_TECHNICAL = {"csrfmiddlewaretoken", idempotency.FIELD, CONSENT}


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
    """Raise Personal when a field or a file name holds personal data that was not let stand."""
    acts: set[str] = set()
    sent = [_read(each, acts, set(unread)) for each in _values(request)]
    if not acts or (acts == {"ask"} and _let_stand(request)):
        return
    raise Personal(sent, may_stand="" if "block" in acts else _consent(request))


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
