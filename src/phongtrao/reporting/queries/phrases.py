"""Reasons for returning: those a body has kept, and those that ship."""

from django.db.models import QuerySet

from phongtrao.core.errors import N_, NotFound
from phongtrao.org.permissions import Actor
from phongtrao.reporting.models import ReturnPhrase

# What is returned for most often, for a body that has kept nothing yet.
SHIPPED = (
    N_("Số liệu chưa khớp giữa các mục; đề nghị kiểm tra lại các ô có ý kiến."),
    N_("Còn ô để trống chưa ghi 0, dấu - hoặc lý do."),
    N_("Số liệu tăng, giảm nhiều so với kỳ trước mà chưa giải trình."),
    N_("Phần lời văn chưa nêu khó khăn, nguyên nhân hoặc kiến nghị cụ thể."),
)


def phrases_of(actor: Actor) -> QuerySet[ReturnPhrase]:
    """The phrases of the actor's body."""
    if actor.body is None:
        return ReturnPhrase.objects.none()
    return ReturnPhrase.objects.filter(body=actor.body)


def phrase_for(actor: Actor, pk: int) -> ReturnPhrase:
    """One phrase of the actor's body; ``NotFound`` for those of others."""
    found = phrases_of(actor).filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found
