"""Held files: whoever sent one sees at once what was found, and keeps the covered text or drops it.

Nothing waits on the server between the two requests. The covered text travels in the form of the
answer, signed, for an hour and for this account and this address only; when it comes back it goes
through the same door as a file of text. A file without text is sent again with the sender's word
that no personal data is in it; that word is tied to the file's hash.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib import messages
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils.translation import gettext as _

from phongtrao.core.errors import N_, InvalidInput
from phongtrao.core.uploads.admission import CoveredFile, Upload, judge
from phongtrao.core.uploads.queue import seat
from phongtrao.core.uploads.rescue import OFFERS, name_of

COVERED = "_ban_che"
SCAN = "_tep_anh"
SCAN_WORD = "_khong_co_du_lieu_ca_nhan"
# Fields of ours: no view reads them, so the guard of typed text need not.
FIELDS = frozenset({COVERED, SCAN, SCAN_WORD})
VALID_SECONDS = 3600
# What a form may carry is bounded (DATA_UPLOAD_MAX_MEMORY_SIZE); the rest is left to the fields.
_LONGEST_TOKEN = 3_000_000


@dataclass(frozen=True, slots=True)
class HeldFile:
    """A held file as its sender sees it; the tokens are empty where there is no such choice."""

    field: str
    name: str
    reasons: tuple[str, ...]
    covered: str
    made: str
    covered_token: str
    scan_token: str

    @property
    def verb(self) -> str:
        """What the button says that keeps the covered text."""
        return _(OFFERS[self.made][0]) if self.made else ""


class Held(InvalidInput):
    """The files of a request that wait for their sender; its page offers what he may do."""

    def __init__(self, held: list[HeldFile]) -> None:
        """`held` has at least one file."""
        self.held = held
        super().__init__(
            N_(
                "Tệp có nội dung cần xem lại nên được giữ lại, chưa lưu gì. Chỉ bạn thấy trang này."
            ),
            code="file_held",
            fields={each.field: " ".join(each.reasons) for each in held},
        )


def judged(
    request: HttpRequest, field: str = "file", *, reader: str | None = None
) -> Upload | None:
    """The upload of one form field, judged; None where none was sent.

    Raises Held, Busy, and InvalidInput for a covered text that came too late.
    """
    found = judged_all(request, field, reader=reader, most=1)
    if found and found[0].hold is not None:
        raise Held(held_files(request, field, found))
    return found[0] if found else None


def judged_all(
    request: HttpRequest, field: str, *, reader: str | None = None, most: int
) -> list[Upload]:
    """Every upload of one form field, judged; none when there are more than `most`.

    Held files stand among them; `held_files` offers their sender what he may do. Raises Busy, and
    InvalidInput for a covered text that came too late.
    """
    for covered in _covered_files(request, field):
        request.FILES.appendlist(field, covered)
    sent = [each for each in request.FILES.getlist(field) if isinstance(each, UploadedFile)]
    if len(sent) > most:
        return []
    if not sent:
        return []
    confirmed = _confirmed(request)
    with seat():
        found = [judge(each, reader=reader, confirmed=confirmed) for each in sent]
    for each in found:
        if each.taken_out:
            messages.info(request, each.taken_out)
    return found


def count(request: HttpRequest, field: str) -> int:
    """How many files one form field has brought, the covered texts among them once judged."""
    return len(request.FILES.getlist(field))


def held_files(request: HttpRequest, field: str, uploads: list[Upload]) -> list[HeldFile]:
    """What the page shows of the held ones among some uploads."""
    return [_held(request, field, each) for each in uploads if each.hold is not None]


def _held(request: HttpRequest, field: str, upload: Upload) -> HeldFile:
    hold = upload.hold
    if hold is None:
        raise ValueError("not held")
    account = request.user.pk
    covered = scan = ""
    if hold.covered.strip():
        name = name_of(hold.made, upload.name)
        content = [account, request.path, field, name, hold.made, upload.sent_sha256]
        covered = signing.dumps([*content, hold.covered], salt=COVERED, compress=True)
    if hold.is_scan:
        scan = signing.dumps([account, upload.sent_sha256], salt=SCAN)
    return HeldFile(
        field,
        upload.name,
        hold.reasons,
        hold.covered,
        hold.made,
        covered if len(covered) <= _LONGEST_TOKEN else "",
        scan,
    )


def _covered_files(request: HttpRequest, field: str) -> Iterator[CoveredFile]:
    """The covered texts that this account keeps at this address."""
    for token in request.POST.getlist(COVERED):
        try:
            account, path, at, name, made, sha256, text = signing.loads(
                token, salt=COVERED, max_age=VALID_SECONDS
            )
        except signing.BadSignature:
            raise _too_late() from None
        if (account, path) != (request.user.pk, request.path):
            raise _too_late()
        if at == field:
            yield CoveredFile(name, text, made=made, sent_sha256=sha256)


def _confirmed(request: HttpRequest) -> set[str]:
    """The hashes of files that this account has looked through, page by page."""
    if not request.POST.get(SCAN_WORD):
        return set()
    hashes = set()
    for token in request.POST.getlist(SCAN):
        try:
            account, sha256 = signing.loads(token, salt=SCAN, max_age=VALID_SECONDS)
        except signing.BadSignature:
            raise _too_late() from None
        if account == request.user.pk:
            hashes.add(sha256)
    return hashes


def _too_late() -> InvalidInput:
    return InvalidInput(
        N_("Bản đã che chỉ dùng được trong một giờ nên chưa lưu gì. Hãy chọn lại tệp rồi gửi."),
        code="covered_too_late",
    )
