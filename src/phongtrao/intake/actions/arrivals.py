"""A file arrives: judged and read in the wall's child process, then kept with its proposal."""

import hashlib
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from phongtrao.core import audit, clock, uploads
from phongtrao.core.calendar import WorkCalendar
from phongtrao.core.errors import N_, Forbidden, Refused, Sentence
from phongtrao.core.uploads import Upload
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.core.working_days import work_calendar
from phongtrao.intake import permissions, queries, rules
from phongtrao.intake.extraction import due_on
from phongtrao.intake.extraction.doubts import SENTENCES as DOUBTS
from phongtrao.intake.models import Draft, DraftRequirement
from phongtrao.intake.readers import SENTENCES
from phongtrao.intake.workflow import Certainty
from phongtrao.org.models import Body, Posting
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import worker_for_org_id

Json = dict[str, Any]
_READ_KINDS = {"docx", "pdf", "txt"}
_REFUSALS = {
    "kind": N_("Chỉ đọc được văn bản docx, pdf, txt. Chưa lưu gì từ tệp này. Hãy lưu lại dưới "
               "một trong các dạng đó rồi tải lên."),
    "secret": N_("Văn bản có dấu chỉ độ mật (%(mark)s) nên không được tiếp nhận trên hệ thống này. "
                 "Chưa lưu gì từ tệp này. Hãy xử lý theo quy định về bảo vệ bí mật nhà nước."),
    "no-text": N_("Không thấy chữ trong tệp. Chưa lưu gì từ tệp này. Hãy tải bản có chữ, "
                  "không phải ảnh quét."),
    "too-long": N_("Văn bản dài hơn 1.000.000 chữ cái. Chưa lưu gì từ tệp này. Hãy tách thành "
                   "nhiều tệp rồi tải lên lại."),
}  # fmt: skip


class Known(Refused):
    """The same bytes are here already; `draft` is the paper they became."""

    def __init__(self, draft: Draft) -> None:
        """Keep the draft for the link beside the sentence."""
        super().__init__(
            N_("Văn bản này đã được tiếp nhận trước đó (%(paper)s) nên không ghi lần nữa."),
            code="draft_known",
            paper=str(draft),
        )
        self.draft = draft


def judge_file(path: Path, filename: str) -> Upload:
    """Judge a file and read it, both in the child process; outside any transaction."""
    return uploads.judge_file(path, filename, reader=rules.READER)


@transaction.atomic
def receive_file(upload: Upload, *, by: Actor, at: datetime | None = None) -> Draft:
    """Keep an admitted file with its text and what extraction proposes.

    The files of one upload arrive `at` one moment: that is what holds them together.
    Raises Forbidden, Refused with one sentence (the wall, a mark of secrecy, no text, too long)
    and Known (same bytes, same body). Where it raises, nothing of the file is kept.
    """
    posting = by.posting
    if posting is None or not permissions.can_receive(by):
        raise Forbidden(N_("Chỉ cán bộ và văn thư của cơ quan mới tiếp nhận được văn bản."))
    paper = _paper(upload)
    # Two clerks with the same file: the second waits here and then finds the first one's draft.
    Body.objects.select_for_update(no_key=True).get(pk=posting.body_id)
    known = queries.known_draft(posting.body_id, hashlib.sha256(upload.data).hexdigest())
    if known is not None:
        raise Known(known)
    stored = uploads.keep(upload, by=by)
    draft = _written(paper, stored.pk, upload.name, posting, at or clock.now())
    items = _propose(draft, paper["extraction"], by.day)
    audit.record("draft.received", draft, by=by, sha256=stored.sha256, items=len(items))
    return draft


def _paper(upload: Upload) -> Json:
    """The reader's answer; raises Refused with its sentence. The child is not trusted."""
    if upload.refusal:
        raise Refused(upload.refusal, code="file_refused")
    paper = upload.result
    if upload.kind not in _READ_KINDS or not isinstance(paper, dict):
        raise Refused(_REFUSALS["kind"], code="file_kind")
    refused = paper.get("refused")
    if refused in _REFUSALS:
        said = paper.get("mark")
        mark = said if said in rules.MARK_NAMES.values() else ""
        raise Refused(_REFUSALS[refused], code=f"file_{refused}", mark=mark)
    if refused in SENTENCES:
        why = Sentence(SENTENCES[refused])
        raise Refused(N_("%(why)s Chưa lưu gì từ tệp này."), code=f"file_{refused}", why=why)
    if not isinstance(paper.get("text"), str) or not isinstance(paper.get("extraction"), dict):
        raise Refused(_REFUSALS["no-text"], code="file_unread")
    return paper


def _written(paper: Json, file_id: int, name: str, posting: Posting, at: datetime) -> Draft:
    values = rules.header_values(paper["extraction"])
    alike = queries.papers_alike(
        posting.body_id, paper["text"], values["number"], values["issued_on"]
    )
    words = (values["number"], values["title"], values["issuer_text"], name)
    return Draft.objects.create(
        file_id=file_id,
        body=posting.body,
        received_at=at,
        received_by=posting,
        text=paper["text"],
        extraction=paper["extraction"] | {"doubts": _doubts(paper), "same_text": alike},
        references=_references(paper["extraction"], len(paper["text"])),
        search_folded=fold(" ".join(words)),
        **values,
    )


def _doubts(paper: Json) -> list[Json]:
    """What the reader was not sure of, each kind once with its first place, if well-formed."""
    given = paper.get("doubts")
    found: dict[str, Json] = {}
    for row in given if isinstance(given, list) else []:
        if isinstance(row, dict) and row.get("code") in DOUBTS:
            start = row.get("start")
            first = start if isinstance(start, int) else None
            found.setdefault(row["code"], {"code": row["code"], "start": first})
    return list(found.values())


def _references(extraction: Json, length: int) -> list[Json]:
    return [
        {
            "number": row.get("number") or "",
            "type": rules.TYPE_NAMES.get(row.get("doc_type") or "", ""),
            "date": row.get("date"),
            "name": tidy_line((row.get("name") or {}).get("quote") or ""),
            "start": span[0],
            "end": span[1],
            "certainty": row.get("certainty") or Certainty.CHECK,
            "rule": row.get("rule") or "",
        }
        for row in extraction.get("references") or []
        for span in [_span(row, length)]
    ]


def _propose(draft: Draft, extraction: Json, day: date) -> list[DraftRequirement]:
    bodies, calendar = _Bodies(extraction, day), work_calendar()
    return DraftRequirement.objects.bulk_create(
        [
            _item(draft, position, row, bodies, due=_due_from(draft, day, calendar))
            for position, row in enumerate(extraction.get("tasks") or [], start=1)
        ],
        batch_size=200,
    )


def _due_from(draft: Draft, day: date, calendar: WorkCalendar) -> Callable[[str], date | None]:
    """Which day a deadline of this paper means, counted in working days."""
    return lambda norm: due_on(norm, draft.issued_on or day, day, calendar)


def _item(
    draft: Draft, position: int, row: Json, bodies: "_Bodies", *, due: Callable[[str], date | None]
) -> DraftRequirement:
    action, deadline = row["action"], row.get("deadline") or {}
    norm = deadline.get("norm") or ""
    start, end = _span(action, len(draft.text))
    return DraftRequirement(
        draft=draft,
        position=position,
        action=tidy_line(action.get("quote") or ""),
        start=start,
        end=end,
        leads=[bodies.row(body) for body in row.get("lead") or []],
        coordinators=[bodies.row(body) for body in row.get("coord") or []],
        deadline_text=tidy_line(deadline.get("quote") or "")[:300],
        deadline_norm=norm[:120],
        due_on=due(norm),
        certainty=row.get("certainty") or Certainty.GUESS,
        rule=(row.get("rule") or "")[:20],
    )


def _span(row: Json, length: int) -> tuple[int | None, int | None]:
    """The place of a record in the text; none where it is no place of this text."""
    start, end = row.get("start"), row.get("end")
    if isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= length:
        return start, end
    return None, None


class _Bodies:
    """The bodies of a paper: each id is looked up once, by the body that succeeded it if any."""

    def __init__(self, extraction: Json, day: date) -> None:
        self._day = day
        self._found: dict[str, int | None] = {}
        self._current = {
            row["org_id"]: row["org_id_current"]
            for row in extraction.get("organisations") or []
            if row.get("org_id_current")
        }

    def row(self, body: Json) -> Json:
        """A body as an item keeps it; `body_id` is None where it is no single body here."""
        org_id = body.get("org_id") or ""
        if org_id not in self._found:
            found = worker_for_org_id(str(self._current.get(org_id, org_id)), self._day)
            self._found[org_id] = found.pk if found else None
        return {
            "text": tidy_line(body.get("quote") or ""),
            "org_id": org_id,
            "body_id": self._found[org_id],
            "inherited": bool(body.get("inherited")),
        }
