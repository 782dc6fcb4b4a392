"""Who may do what at the door beyond reading."""

from phongtrao.org.permissions import Actor


def may_correct_calendar(actor: Actor) -> bool:
    """Whether the actor imports and withdraws corrections of the working-day calendar."""
    return actor.can("calendar.manage")
