"""Who may do what with an arrived paper: the body that received it, and nobody else."""

from phongtrao.intake.models import Draft
from phongtrao.org.permissions import Actor


def can_receive(by: Actor) -> bool:
    """Bring a paper in: officers and clerks, for their own body."""
    return by.can("intake.upload") and by.body_id is not None


def can_correct(by: Actor, draft: Draft) -> bool:
    """Correct what was proposed: officers and clerks of the body that received the paper."""
    return by.can("intake.upload") and by.body_id == draft.body_id


def can_decide(by: Actor, draft: Draft) -> bool:
    """Accept or reject: officers of the body that received the paper."""
    return by.can("intake.accept") and by.body_id == draft.body_id
