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
from phongtrao.publishing.forms.sending import (
    DeliveryFilter,
    PassOnForm,
    ReceivedFilter,
    ReceiveForm,
    SendForm,
    SlipForm,
)

__all__ = [
    "AnswerForm",
    "AskForm",
    "ComposeForm",
    "DeliveryFilter",
    "HeadForm",
    "IssueForm",
    "LayoutCheckForm",
    "LineForm",
    "NoteForm",
    "PaperFilter",
    "PassOnForm",
    "RaisingForm",
    "ReasonForm",
    "ReceiveForm",
    "ReceivedFilter",
    "RecordForm",
    "RecordedAnswerForm",
    "RoundChoiceForm",
    "RulesForm",
    "SendForm",
    "SlipForm",
    "WordTemplateForm",
]
