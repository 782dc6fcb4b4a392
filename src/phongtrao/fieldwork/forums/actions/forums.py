"""Plan a forum, enter one that was held, conclude it, count who was shown another way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q

from phongtrao.core import audit, clock, search
from phongtrao.core.errors import N_, InvalidInput, Refused, Sentence
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.fieldwork.forums.actions.remarks import follow_forum
from phongtrao.fieldwork.forums.actions.words import without_names
from phongtrao.fieldwork.forums.models import Forum, ForumPartner, GuidedCount
from phongtrao.fieldwork.forums.rules import (
    KINDS,
    LEVELS,
    MOST_ATTENDANCES,
    MOST_GUIDED,
    WAYS_BY_CODE,
    codes_of,
    levels_below,
)
from phongtrao.fieldwork.forums.workflow import FORUM, ForumState
from phongtrao.fieldwork.register.actions import (
    area_in_reach,
    locked,
    require_known,
    require_past,
    require_recorder,
    require_within,
    save_changed,
    strike_out,
    write_partners,
)
from phongtrao.fieldwork.register.rules import name_in
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.planning.models import Programme
from phongtrao.planning.permissions import posting_of


@dataclass(frozen=True, slots=True)
class ForumTerms:
    """A forum: its kind, level, day and theme; `attendances` only of one that was held."""

    programme: Programme
    area_id: int
    kind: str
    level: str
    theme: str
    held_on: date
    attendances: int | None = None
    venue: str = ""
    chair_post: str = ""
    plan_paper: str = ""
    partners: Sequence[Body] = ()


@transaction.atomic
def record_forum(terms: ForumTerms, *, by: Actor) -> Forum:
    """Enter a forum that is planned or, with its attendances, one that was held.

    Raises Forbidden and InvalidInput (no theme, a person's name, a word outside the lists, a count
    out of bounds, attendances of a day to come, an area out of reach).
    """
    require_recorder(by)
    posting = posting_of(by)
    forum = Forum.objects.create(
        body=posting.body,
        recorded_at=clock.now(),
        recorded_by=posting,
        state=ForumState.PLANNED if terms.attendances is None else ForumState.HELD,
        **_facts(terms, by),
    )
    write_partners(ForumPartner, forum, terms.partners)
    search.refresh(Forum, [forum.pk])
    audit.record("forum.recorded", forum, by=by, kind=forum.kind, state=forum.state)
    return forum


@transaction.atomic
def change_forum(
    forum: Forum, terms: ForumTerms, *, by: Actor, expected_version: int | None = None
) -> Forum:
    """Correct a forum; its state stays, its remarks follow its day, area and programme.

    Raises as recording does, StaleVersion, and InvalidInput (a day after an answer or a notice).
    """
    found = locked(forum, by=by, expected_version=expected_version)
    if (terms.attendances is None) != (found.state == ForumState.PLANNED):
        said = Sentence(
            N_("Diễn đàn đã tổ chức thì phải có số lượt người dự.")
            if terms.attendances is None
            else N_("Diễn đàn chưa tổ chức: hãy dùng nút Ghi đã tổ chức để ghi số lượt người dự.")
        )
        raise InvalidInput(said, fields={"attendances": said})
    if found.concluded_on is not None and terms.held_on > found.concluded_on:
        said = Sentence(N_("Ngày tổ chức không sau ngày thông báo kết quả."))
        raise InvalidInput(said, fields={"held_on": said})
    _require_before_answers(found, terms.held_on)
    save_changed(found, _facts(terms, by))
    follow_forum(found)
    write_partners(ForumPartner, found, terms.partners)
    audit.record("forum.changed", found, by=by, kind=found.kind)
    return found


@transaction.atomic
def hold_forum(forum: Forum, *, held_on: date, attendances: int, by: Actor) -> Forum:
    """Note that a planned forum was held, and how many came.

    Raises Forbidden, TransitionRefused and InvalidInput (a day to come, a count out of bounds).
    """
    found = locked(forum, by=by)
    state = FORUM.target("hold", current=ForumState(found.state))
    require_past(held_on, by, field="held_on")
    require_within("attendances", attendances, 1, MOST_ATTENDANCES)
    facts = {"state": state, "held_on": held_on, "attendances": attendances}
    save_changed(found, facts)
    audit.record("forum.held", found, by=by, attendances=attendances)
    return found


@transaction.atomic
def conclude_forum(forum: Forum, *, notice_paper: str, concluded_on: date, by: Actor) -> Forum:
    """Note the published notice of the result.

    Raises Forbidden, TransitionRefused and InvalidInput (no paper, a day to come or before the
    forum).
    """
    found = locked(forum, by=by)
    state = FORUM.target("conclude", current=ForumState(found.state))
    require_past(concluded_on, by, field="concluded_on")
    if concluded_on < found.held_on:
        said = Sentence(N_("Ngày thông báo không trước ngày tổ chức diễn đàn."))
        raise InvalidInput(said, fields={"concluded_on": said})
    paper = tidy_line(notice_paper)[:200]
    if not paper:
        said = Sentence(N_("Hãy ghi số, ngày của thông báo kết quả."))
        raise InvalidInput(said, fields={"notice_paper": said})
    facts = {"state": state, "notice_paper": paper, "concluded_on": concluded_on}
    save_changed(found, facts)
    audit.record("forum.concluded", found, by=by, paper=paper)
    return found


@transaction.atomic
def strike_forum(forum: Forum, *, reason: str, by: Actor) -> Forum:
    """Strike a forum out. Raises as every strike does, and Refused while remarks stand in it."""
    found = locked(forum, by=by)
    if found.remarks.filter(struck_on__isnull=True).exists():
        raise Refused(
            N_("Diễn đàn còn ý kiến đang được tính. Hãy gạch bỏ từng ý kiến ghi nhầm trước."),
            code="remarks_stand",
        )
    return strike_out(found, reason=reason, by=by)


@transaction.atomic
def note_guided(forum: Forum, people: Mapping[str, int], *, by: Actor) -> Forum:
    """Set how many people at a forum were shown each legal way; the audit keeps no figure.

    Raises Forbidden and InvalidInput (not held yet, an unknown kind, a count out of bounds).
    """
    found = locked(forum, by=by)
    if found.state == ForumState.PLANNED:
        raise InvalidInput(N_("Diễn đàn chưa tổ chức nên chưa ghi được."), "forums.planned")
    for kind, count in people.items():
        require_known(kind, kind, WAYS_BY_CODE)
        require_within(kind, count, 0, MOST_GUIDED)
    found.guided.all().delete()
    GuidedCount.objects.bulk_create(
        GuidedCount(forum=found, kind=kind, people=count) for kind, count in people.items() if count
    )
    audit.record("forum.guided", found, by=by)
    return found


def _require_before_answers(forum: Forum, day: date) -> None:
    """Raises InvalidInput for a day after something was replied to that was said at the forum."""
    replied = Q(assigned_to__isnull=False, answered_on__lt=day) | Q(first_reply_on__lt=day)
    if forum.remarks.filter(replied).exists():
        said = Sentence(N_("Đã có trả lời trước ngày này; hãy kiểm tra lại ngày tổ chức."))
        raise InvalidInput(said, fields={"held_on": said})


def _facts(terms: ForumTerms, by: Actor) -> dict[str, Any]:
    require_known("kind", terms.kind, codes_of(KINDS))
    require_known("level", terms.level, levels_below(by.scope.level))
    theme = without_names("theme", tidy_line(terms.theme)[:300])
    if not theme:
        said = Sentence(N_("Hãy ghi chủ đề của diễn đàn."))
        raise InvalidInput(said, fields={"theme": said})
    chair = without_names("chair_post", tidy_line(terms.chair_post)[:150])
    venue = tidy_line(terms.venue)[:150]
    if terms.attendances is not None:
        require_past(terms.held_on, by, field="held_on")
        require_within("attendances", terms.attendances, 1, MOST_ATTENDANCES)
    named = (theme, name_in(KINDS, terms.kind), name_in(LEVELS, terms.level), venue, chair)
    return {
        "programme": terms.programme,
        "area_id": area_in_reach(terms.area_id, by),
        "kind": terms.kind,
        "level": terms.level,
        "theme": theme,
        "held_on": terms.held_on,
        "attendances": terms.attendances,
        "venue": venue,
        "chair_post": chair,
        "plan_paper": tidy_line(terms.plan_paper)[:200],
        "search_folded": fold("\n".join(named)),
    }
