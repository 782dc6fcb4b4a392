"""What is typed into publishing, parsed and judged before any action sees it."""

from phongtrao.publishing.forms.composing import ComposeForm
from phongtrao.publishing.forms.papers import (
    AnswerForm,
    AskForm,
    HeadForm,
    IssueForm,
    LayoutCheckForm,
    LineForm,
    NoteForm,
    PaperFilter,
    RaisingForm,
    ReasonForm,
    RecordedAnswerForm,
    RecordForm,
    RoundChoiceForm,
    RulesForm,
    WordTemplateForm,
)

__all__ = [
    "AnswerForm",
    "AskForm",
    "ComposeForm",
    "HeadForm",
    "IssueForm",
    "LayoutCheckForm",
    "LineForm",
    "NoteForm",
    "PaperFilter",
    "RaisingForm",
    "ReasonForm",
    "RecordForm",
    "RecordedAnswerForm",
    "RoundChoiceForm",
    "RulesForm",
    "WordTemplateForm",
]
