"""Asking bodies by name, once: an outline in points told in words, with figures beside.

Unlike a request to all bodies of one's own kind below, those asked may be of any kind and level;
whoever calls answers for it that the asker may ask them.
"""

from collections import defaultdict
from collections.abc import Sequence

from django.db import transaction

from phongtrao.core import audit, clock
from phongtrao.core.errors import N_, Forbidden, Refused
from phongtrao.core.vietnamese import tidy_line
from phongtrao.org.models import AreaVersion, Body
from phongtrao.org.permissions import Actor
from phongtrao.reporting.actions import one_off
from phongtrao.reporting.actions.one_off import OneOffDraft, require_askable
from phongtrao.reporting.models import OneOffRequest
from phongtrao.reporting.workflow import AskedOf


@transaction.atomic
def ask_named(draft: OneOffDraft, bodies: Sequence[Body], *, by: Actor) -> list[OneOffRequest]:
    """Ask these bodies once, by an hour: a round for each kind and level, so that none reads what
    bodies of another kind report. `level` and `area_ids` of the draft are not read.

    Raises ``Forbidden``, ``InvalidInput`` as asking does, ``Refused`` (nobody is asked).
    """
    if not by.can("round.open") or by.body is None:
        raise Forbidden(N_("Chỉ cán bộ của cơ quan yêu cầu báo cáo mới gửi được đề cương."))
    require_askable(draft)
    if not bodies:
        raise Refused(N_("Chưa có cơ quan nào để gửi nên chưa gửi yêu cầu."), code="one_off.nobody")
    levels = dict(
        AreaVersion.objects.on(clock.today())
        .filter(lineage_id__in=[body.area_id for body in bodies])
        .values_list("lineage_id", "level")
    )
    groups: dict[tuple[str, str], list[Body]] = defaultdict(list)
    for body in bodies:
        groups[body.kind_id, levels.get(body.area_id, "commune")].append(body)
    return [_ask(draft, level, each, by) for (_kind, level), each in groups.items()]


def _ask(draft: OneOffDraft, level: str, bodies: Sequence[Body], by: Actor) -> OneOffRequest:
    asker = by.body
    if asker is None:
        raise Forbidden(N_("Bạn chưa chọn chức trách nên chưa làm được việc này."))
    kinds = list({kind.pk: kind for kind in (bodies[0].kind, asker.kind)}.values())
    round_ = one_off.open_asked(draft, by, kinds=kinds, level=level)
    one_off.create_reports(round_, bodies, asker.area_id)
    asked = OneOffRequest.objects.create(
        round=round_,
        body=asker,
        question=draft.question.strip(),
        note=draft.note.strip(),
        paper_number=tidy_line(draft.paper_number)[:60],
        paper_date=draft.paper_date,
        asked_of=AskedOf.CHOSEN,
    )
    audit.record(
        "one_off.asked", round_, by=by, reports=len(bodies), cells=len(draft.rows),
        deadline=draft.deadline_at.isoformat(),
    )  # fmt: skip
    one_off.tell_asked(asked, bodies)
    return asked
