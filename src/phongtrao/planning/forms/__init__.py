"""What is typed into planning, parsed and judged before any action sees it."""

from phongtrao.planning.forms.audience import AudienceForm
from phongtrao.planning.forms.comments import (
    CommentAnswerForm,
    CommentRoundFilter,
    CommentRoundForm,
    CuttingForm,
    ExtendRoundForm,
    ResponseForm,
    SignedCommentForm,
)
from phongtrao.planning.forms.decisions import (
    AddresseesForm,
    ConfirmForm,
    ContentForm,
    DoneOnForm,
    ExtensionDecisionForm,
    ExtensionForm,
    HaltForm,
    NoteForm,
    ProgressForm,
    ResumeForm,
)
from phongtrao.planning.forms.filters import DocumentFilter, TaskFilter, filters_in_words
from phongtrao.planning.forms.following import (
    ForecastFilter,
    LoadFilter,
    StopSeriesForm,
    UrgingFilter,
    UrgingForm,
    UrgingIssueForm,
    monday_of,
)
from phongtrao.planning.forms.proposals import (
    AnswerForm,
    PassOnForm,
    ProposalFilter,
    ProposalForm,
)
from phongtrao.planning.forms.registration import AcceptForm
from phongtrao.planning.forms.schemes import (
    SchemeFilter,
    SchemeForm,
    SchemeStopForm,
    StageDoneForm,
    StagesForm,
    StageSkipForm,
)
from phongtrao.planning.forms.tasks import (
    OwnTaskForm,
    TaskForm,
    TaskFormSet,
    one_more_row,
    task_forms,
)

__all__ = [
    "AcceptForm",
    "AddresseesForm",
    "AnswerForm",
    "AudienceForm",
    "CommentAnswerForm",
    "CommentRoundFilter",
    "CommentRoundForm",
    "ConfirmForm",
    "ContentForm",
    "CuttingForm",
    "DocumentFilter",
    "DoneOnForm",
    "ExtendRoundForm",
    "ExtensionDecisionForm",
    "ExtensionForm",
    "ForecastFilter",
    "HaltForm",
    "LoadFilter",
    "NoteForm",
    "OwnTaskForm",
    "PassOnForm",
    "ProgressForm",
    "ProposalFilter",
    "ProposalForm",
    "ResponseForm",
    "ResumeForm",
    "SchemeFilter",
    "SchemeForm",
    "SchemeStopForm",
    "SignedCommentForm",
    "StageDoneForm",
    "StageSkipForm",
    "StagesForm",
    "StopSeriesForm",
    "TaskFilter",
    "TaskForm",
    "TaskFormSet",
    "UrgingFilter",
    "UrgingForm",
    "UrgingIssueForm",
    "filters_in_words",
    "monday_of",
    "one_more_row",
    "task_forms",
]
