"""What is typed into planning, parsed and judged before any action sees it."""

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
from phongtrao.planning.forms.registration import AcceptForm
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
    "ConfirmForm",
    "ContentForm",
    "DocumentFilter",
    "DoneOnForm",
    "ExtensionDecisionForm",
    "ExtensionForm",
    "HaltForm",
    "NoteForm",
    "OwnTaskForm",
    "ProgressForm",
    "ResumeForm",
    "TaskFilter",
    "TaskForm",
    "TaskFormSet",
    "filters_in_words",
    "one_more_row",
    "task_forms",
]
