"""Writes of planning: one function per verb that users know."""

from phongtrao.planning.actions.addressees import (
    add_addressees,
    declare_standing,
    map_content,
    mark_separate_done,
    reopen_addressee,
    set_separate_regime,
)
from phongtrao.planning.actions.assignments import (
    PartSpec,
    TaskSpec,
    assign_task,
    make_concrete,
)
from phongtrao.planning.actions.comment_answers import (
    CommentAnswer,
    SignedComment,
    prepare_comment,
    record_comment,
    sign_comment,
)
from phongtrao.planning.actions.comment_rounds import (
    CommentRoundSpec,
    ask_more,
    close_round,
    extend_round,
    prepare_round,
    recut_round,
    respond,
    send_round,
)
from phongtrao.planning.actions.content_assignments import assign_content, drop_assignment
from phongtrao.planning.actions.documents import adopt_draft
from phongtrao.planning.actions.extensions import (
    ask_extension,
    decide_extension,
    withdraw_extension,
)
from phongtrao.planning.actions.following import make_feed, revoke_feed, star_task
from phongtrao.planning.actions.halting import resume_task, suspend_task, withdraw_task
from phongtrao.planning.actions.joint_papers import (
    JointTerms,
    PartySpec,
    change_joint_paper,
    record_joint_paper,
    sign_joint_paper,
)
from phongtrao.planning.actions.programmes import (
    ContentSpec,
    ProgrammeTerms,
    change_programme,
    found_programme,
    link_programme,
    unlink_programme,
)
from phongtrao.planning.actions.progress import confirm_completion, report_progress, return_task
from phongtrao.planning.actions.proposals import (
    ProposalSpec,
    answer_proposal,
    make_proposal,
    pass_on_proposal,
    withdraw_proposal,
)
from phongtrao.planning.actions.schemes import (
    SchemeSpec,
    StagePlan,
    complete_stage,
    finish_scheme,
    plan_stages,
    reopen_stage,
    resume_scheme,
    skip_stage,
    start_scheme,
    stop_scheme,
)
from phongtrao.planning.actions.series import open_due_occurrences, rhythm_in, stop_series
from phongtrao.planning.actions.tagging import tag_document, tag_task
from phongtrao.planning.actions.targets import (
    TargetSpec,
    change_target,
    drop_target,
    set_target,
    set_targets,
)
from phongtrao.planning.actions.urging import (
    draft_urging,
    drop_urging,
    issue_urging,
    remind_due,
)

__all__ = [
    "CommentAnswer",
    "CommentRoundSpec",
    "ContentSpec",
    "JointTerms",
    "PartSpec",
    "PartySpec",
    "ProgrammeTerms",
    "ProposalSpec",
    "SchemeSpec",
    "SignedComment",
    "StagePlan",
    "TargetSpec",
    "TaskSpec",
    "add_addressees",
    "adopt_draft",
    "answer_proposal",
    "ask_extension",
    "ask_more",
    "assign_content",
    "assign_task",
    "change_joint_paper",
    "change_programme",
    "change_target",
    "close_round",
    "complete_stage",
    "confirm_completion",
    "decide_extension",
    "declare_standing",
    "draft_urging",
    "drop_assignment",
    "drop_target",
    "drop_urging",
    "extend_round",
    "finish_scheme",
    "found_programme",
    "issue_urging",
    "link_programme",
    "make_concrete",
    "make_feed",
    "make_proposal",
    "map_content",
    "mark_separate_done",
    "open_due_occurrences",
    "pass_on_proposal",
    "plan_stages",
    "prepare_comment",
    "prepare_round",
    "record_comment",
    "record_joint_paper",
    "recut_round",
    "remind_due",
    "reopen_addressee",
    "reopen_stage",
    "report_progress",
    "respond",
    "resume_scheme",
    "resume_task",
    "return_task",
    "revoke_feed",
    "rhythm_in",
    "send_round",
    "set_separate_regime",
    "set_target",
    "set_targets",
    "sign_comment",
    "sign_joint_paper",
    "skip_stage",
    "star_task",
    "start_scheme",
    "stop_scheme",
    "stop_series",
    "suspend_task",
    "tag_document",
    "tag_task",
    "unlink_programme",
    "withdraw_extension",
    "withdraw_proposal",
    "withdraw_task",
]
