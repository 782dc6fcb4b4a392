"""What was decided: programmes, their papers, what the papers ask for, and the tasks."""

from phongtrao.planning.models.cascade import (
    ContentAssignment,
    DocumentProgramme,
    LinkKind,
    ProgrammeLink,
    TaskProgramme,
)
from phongtrao.planning.models.comments import (
    ClauseComment,
    CommentClause,
    CommentRequest,
    CommentRound,
)
from phongtrao.planning.models.following import (
    CalendarFeed,
    TaskStar,
    TaskTerm,
    UrgedTask,
    Urging,
)
from phongtrao.planning.models.internal import InternalAssignment, InternalNote, InternalPart
from phongtrao.planning.models.joint_papers import JointPaper, JointParty
from phongtrao.planning.models.programmes import (
    DocumentReference,
    Programme,
    ProgrammeAlias,
    ProgrammeContent,
    ProgrammeDocument,
    ProgrammeLevel,
    ProgrammeParty,
)
from phongtrao.planning.models.proposals import Proposal, ProposalAddressee
from phongtrao.planning.models.requirements import Requirement, RequirementAddressee
from phongtrao.planning.models.schemes import Scheme, SchemeStage
from phongtrao.planning.models.series import SeriesPart, TaskSeries
from phongtrao.planning.models.targets import Bound, Target
from phongtrao.planning.models.tasks import ExtensionRequest, ProgressEntry, Task, TaskPart

__all__ = [
    "Bound",
    "CalendarFeed",
    "ClauseComment",
    "CommentClause",
    "CommentRequest",
    "CommentRound",
    "ContentAssignment",
    "DocumentProgramme",
    "DocumentReference",
    "ExtensionRequest",
    "InternalAssignment",
    "InternalNote",
    "InternalPart",
    "JointPaper",
    "JointParty",
    "LinkKind",
    "Programme",
    "ProgrammeAlias",
    "ProgrammeContent",
    "ProgrammeDocument",
    "ProgrammeLevel",
    "ProgrammeLink",
    "ProgrammeParty",
    "ProgressEntry",
    "Proposal",
    "ProposalAddressee",
    "Requirement",
    "RequirementAddressee",
    "Scheme",
    "SchemeStage",
    "SeriesPart",
    "Target",
    "Task",
    "TaskPart",
    "TaskProgramme",
    "TaskSeries",
    "TaskStar",
    "TaskTerm",
    "UrgedTask",
    "Urging",
]
