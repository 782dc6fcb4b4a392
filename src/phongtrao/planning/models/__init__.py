"""What was decided: programmes, their papers, what the papers ask for, and the tasks."""

from phongtrao.planning.models.programmes import (
    DocumentReference,
    Programme,
    ProgrammeAlias,
    ProgrammeContent,
    ProgrammeDocument,
    ProgrammeParty,
)
from phongtrao.planning.models.requirements import Requirement, RequirementAddressee
from phongtrao.planning.models.tasks import ExtensionRequest, ProgressEntry, Task, TaskPart

__all__ = [
    "DocumentReference",
    "ExtensionRequest",
    "Programme",
    "ProgrammeAlias",
    "ProgrammeContent",
    "ProgrammeDocument",
    "ProgrammeParty",
    "ProgressEntry",
    "Requirement",
    "RequirementAddressee",
    "Task",
    "TaskPart",
]
