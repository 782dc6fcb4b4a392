"""Forums: plan, hold, conclude; note remarks, have them answered, publish the answers."""

from phongtrao.fieldwork.forums.actions.forums import (
    ForumTerms,
    change_forum,
    conclude_forum,
    hold_forum,
    note_guided,
    record_forum,
    strike_forum,
)
from phongtrao.fieldwork.forums.actions.remarks import (
    RemarkTerms,
    change_remark,
    note_remark,
)
from phongtrao.fieldwork.forums.actions.steps import (
    answer_on_spot,
    answer_remark,
    assign_remark,
    correct_answer,
    pass_on_remark,
    publish_all,
    publish_answer,
    reply_first,
)

__all__ = [
    "ForumTerms",
    "RemarkTerms",
    "answer_on_spot",
    "answer_remark",
    "assign_remark",
    "change_forum",
    "change_remark",
    "conclude_forum",
    "correct_answer",
    "hold_forum",
    "note_guided",
    "note_remark",
    "pass_on_remark",
    "publish_all",
    "publish_answer",
    "record_forum",
    "reply_first",
    "strike_forum",
]
