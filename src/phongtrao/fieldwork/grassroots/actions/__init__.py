"""What is done in the registers of grassroots democracy."""

from phongtrao.fieldwork.grassroots.actions.disclosures import (
    DisclosureTerms,
    change_disclosure,
    record_disclosure,
)
from phongtrao.fieldwork.grassroots.actions.steps import (
    Advice,
    Answer,
    begin,
    call_off,
    note_answer,
    send_advice,
    take_answer_back,
)
from phongtrao.fieldwork.grassroots.actions.supervisions import (
    SupervisionTerms,
    change_supervision,
    plan_supervision,
)
from phongtrao.fieldwork.register.actions import strike_out

__all__ = [
    "Advice",
    "Answer",
    "DisclosureTerms",
    "SupervisionTerms",
    "begin",
    "call_off",
    "change_disclosure",
    "change_supervision",
    "note_answer",
    "plan_supervision",
    "record_disclosure",
    "send_advice",
    "strike_out",
    "take_answer_back",
]
