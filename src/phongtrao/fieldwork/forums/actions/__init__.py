"""Forums: plan, hold, conclude; note opinions, have them answered, publish the answers."""

from phongtrao.fieldwork.forums.actions.forums import (
    ForumTerms,
    change_forum,
    conclude_forum,
    hold_forum,
    note_guided,
    record_forum,
    strike_forum,
)
from phongtrao.fieldwork.forums.actions.opinions import (
    OpinionTerms,
    change_opinion,
    note_opinion,
)
from phongtrao.fieldwork.forums.actions.steps import (
    answer_on_spot,
    answer_opinion,
    assign_opinion,
    correct_answer,
    pass_on_opinion,
    publish_all,
    publish_answer,
    reply_first,
)

__all__ = [
    "ForumTerms",
    "OpinionTerms",
    "answer_on_spot",
    "answer_opinion",
    "assign_opinion",
    "change_forum",
    "change_opinion",
    "conclude_forum",
    "correct_answer",
    "hold_forum",
    "note_guided",
    "note_opinion",
    "pass_on_opinion",
    "publish_all",
    "publish_answer",
    "record_forum",
    "reply_first",
    "strike_forum",
]
