"""Writes of intake: one function per verb that users know."""

from phongtrao.intake.actions.arrivals import Known, judge_file, receive_file
from phongtrao.intake.actions.corrections import (
    ItemChange,
    add_item,
    correct_header,
    drop_item,
    edit_item,
    join_items,
    keep_certain_items,
    keep_item,
    restore_item,
    split_item,
)
from phongtrao.intake.actions.decisions import accept_draft, attach_copy, reject_draft

__all__ = [
    "ItemChange",
    "Known",
    "accept_draft",
    "add_item",
    "attach_copy",
    "correct_header",
    "drop_item",
    "edit_item",
    "join_items",
    "judge_file",
    "keep_certain_items",
    "keep_item",
    "receive_file",
    "reject_draft",
    "restore_item",
    "split_item",
]
