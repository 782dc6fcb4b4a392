"""Reasons for returning that a body keeps to use again."""

from django.db import transaction

from phongtrao.core import audit, clock
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused
from phongtrao.core.vietnamese import tidy_line
from phongtrao.org.permissions import Actor
from phongtrao.reporting import permissions
from phongtrao.reporting.models import ReturnPhrase

MOST_PHRASES = 30
_LONGEST = 300


@transaction.atomic
def keep_phrase(text: str, *, by: Actor) -> ReturnPhrase:
    """Keep a reason for one's body; the same words are kept once."""
    if not permissions.can_keep_phrases(by) or by.body is None:
        raise Forbidden(N_("Chỉ cơ quan duyệt báo cáo mới lưu được mẫu lý do."))
    told = tidy_line(text)[:_LONGEST]
    if not told:
        raise InvalidInput(N_("Chưa ghi lý do nên chưa lưu mẫu nào."), "phrase.empty")
    kept = ReturnPhrase.objects.filter(body=by.body)
    known = kept.filter(text=told).first()
    if known is not None:
        return known
    if kept.count() >= MOST_PHRASES:
        raise Refused(
            N_("Cơ quan đã có %(most)s mẫu lý do; hãy bỏ bớt mẫu không dùng."),
            code="phrase.too_many",
            most=MOST_PHRASES,
        )
    made = ReturnPhrase.objects.create(
        body=by.body, text=told, at=clock.now(), by=permissions.posting_of(by)
    )
    audit.record("phrase.kept", made, by=by)
    return made


@transaction.atomic
def drop_phrase(phrase: ReturnPhrase, *, by: Actor) -> None:
    """Drop a phrase of one's own body; what was returned with it keeps its words."""
    if not permissions.can_keep_phrases(by) or phrase.body_id != by.body_id:
        raise Forbidden(N_("Chỉ cơ quan đã lưu mẫu mới bỏ được mẫu đó."))
    audit.record("phrase.dropped", phrase, by=by, words=phrase.text)
    phrase.delete()
