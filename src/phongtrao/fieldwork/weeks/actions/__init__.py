"""What is done with the calendar of a week; each act is one transaction and one audit entry."""

from phongtrao.fieldwork.weeks.actions.items import (
    add_item,
    change_item,
    drop_item,
    paste_items,
    take_engagements,
)
from phongtrao.fieldwork.weeks.actions.weeks import (
    approve,
    approve_changes,
    copy_fixed,
    drop_changes,
    give_back,
    open_week,
    submit,
)

__all__ = [
    "add_item",
    "approve",
    "approve_changes",
    "change_item",
    "copy_fixed",
    "drop_changes",
    "drop_item",
    "give_back",
    "open_week",
    "paste_items",
    "submit",
    "take_engagements",
]
