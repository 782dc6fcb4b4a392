"""Who keeps the registers; the actions ask these predicates."""

from phongtrao.fieldwork.register.models import Entry
from phongtrao.org.permissions import Actor


def may_record(by: Actor) -> bool:
    """Enter something into the register of one's own body."""
    return by.can("movement.keep") and by.body_id is not None


def can_keep(by: Actor, entry: Entry) -> bool:
    """Change an entry or strike it out: an officer of the body in charge; a struck one stays."""
    return may_record(by) and by.body_id == entry.body_id and not entry.is_struck
