"""Put bodies in charge of a content of a programme, or beside it, as the table of assignments."""

from collections.abc import Sequence

from django.db import transaction

from phongtrao.core import audit, clock
from phongtrao.core.errors import N_, Forbidden, InvalidInput
from phongtrao.core.vietnamese import tidy_line
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.planning import permissions
from phongtrao.planning.models import ContentAssignment, ProgrammeContent
from phongtrao.planning.workflow import Part


@transaction.atomic
def assign_content(
    content: ProgrammeContent, bodies: Sequence[Body], *, part: str, by: Actor, note: str = ""
) -> list[ContentAssignment]:
    """Each body takes this part in the content; one that had another takes the new one.

    Raises Forbidden and InvalidInput (a body out of reach or closed).
    """
    if not permissions.can_assign_contents(by, content.programme):
        raise Forbidden(N_("Chỉ cơ quan thường trực phân công được theo nội dung chương trình."))
    far = permissions.bodies_out_of_reach(by, bodies)
    if far or not bodies:
        raise InvalidInput(
            N_("%(names)s không thuộc phạm vi phân công của cơ quan bạn."),
            "content.out_of_reach",
            names=", ".join(body.name for body in far) or "–",
        )
    facts = {
        "part": Part(part),
        "note": tidy_line(note)[:300],
        "made_at": clock.now(),
        "made_by": permissions.posting_of(by),
    }
    written = [
        ContentAssignment.objects.update_or_create(content=content, body=body, defaults=facts)[0]
        for body in bodies
    ]
    audit.record(
        "content.assigned",
        content,
        by=by,
        part=part,
        bodies=[body.pk for body in bodies],
        note=facts["note"],
    )
    return written


@transaction.atomic
def drop_assignment(assignment: ContentAssignment, *, by: Actor) -> None:
    """Take an assignment back. Raises Forbidden."""
    content = assignment.content
    if not permissions.can_assign_contents(by, content.programme) or not by.scope.covers_now(
        assignment.body.area_id
    ):
        raise Forbidden(N_("Chỉ cơ quan thường trực của địa bàn bỏ được phân công này."))
    audit.record(
        "content.unassigned", content, by=by, part=assignment.part, body=assignment.body_id
    )
    assignment.delete()
