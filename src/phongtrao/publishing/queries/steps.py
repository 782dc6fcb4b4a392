"""Where the page of an earlier stage offers the paper that is written from its object."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phongtrao.core.navigation import ShownEntry
from phongtrao.org.permissions import Actor
from phongtrao.planning.queries import visible_rounds


def step_from_comment_round(actor: Actor, pk: int) -> ShownEntry | None:
    """The table of comments as Word: for the body whose draft it is, once it is sent."""
    if not actor.can("comment.read"):
        return None
    rows = visible_rounds(actor).filter(pk=pk, asker_id=actor.body_id).exclude(sent_on=None)
    if not rows.exists():
        return None
    url = reverse("publishing:commentround-word", args=[pk])
    return ShownEntry(_("Bảng tổng hợp ý kiến (Word)"), "file-download", url, active=False)
