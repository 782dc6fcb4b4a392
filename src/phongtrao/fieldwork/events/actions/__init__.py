"""Festivals: plan them, enter and choose sites, prepare, hold and report them."""

from phongtrao.fieldwork.events.actions.guests import GuestSpec, set_guests
from phongtrao.fieldwork.events.actions.plans import (
    PlanTerms,
    PrioritySpec,
    change_plan,
    make_plan,
)
from phongtrao.fieldwork.events.actions.preparation import (
    CostSpec,
    add_picture,
    answer_invitation,
    invite,
    set_costs,
    set_programme,
    tick_checks,
    uninvite,
)
from phongtrao.fieldwork.events.actions.results import ResultTerms, record_held, record_result
from phongtrao.fieldwork.events.actions.selections import (
    adjust_selection,
    apply_selection,
    ask_again,
    ask_selection,
    find_selection,
    give_up_selection,
    lines_of,
)
from phongtrao.fieldwork.events.actions.sites import SiteTerms, change_site, decided_by, enter_site
from phongtrao.fieldwork.events.actions.steps import approve, confirm_results, take_step
from phongtrao.fieldwork.register.actions import strike_out

__all__ = [
    "CostSpec",
    "GuestSpec",
    "PlanTerms",
    "PrioritySpec",
    "ResultTerms",
    "SiteTerms",
    "add_picture",
    "adjust_selection",
    "answer_invitation",
    "apply_selection",
    "approve",
    "ask_again",
    "ask_selection",
    "change_plan",
    "change_site",
    "confirm_results",
    "decided_by",
    "enter_site",
    "find_selection",
    "give_up_selection",
    "invite",
    "lines_of",
    "make_plan",
    "record_held",
    "record_result",
    "set_costs",
    "set_guests",
    "set_programme",
    "strike_out",
    "take_step",
    "tick_checks",
    "uninvite",
]
