"""The planner of festivals: which sites, on which days, with which guests, and why. Pure.

`solving.plan` proves its optimum with HiGHS and `conflicts.conflict_of` names the rules that leave
no plan: both load the solver and are asked by the worker alone. `faults_of` checks any plan by the
rules and shares nothing with the model; `why` explains a plan.
"""

from phongtrao.fieldwork.events.planner.checking import faults_of
from phongtrao.fieldwork.events.planner.problem import (
    Answer,
    Guest,
    Problem,
    Quota,
    Rules,
    Site,
    Visit,
)
from phongtrao.fieldwork.events.planner.reasons import Reason, changes_between, why
from phongtrao.fieldwork.events.planner.records import (
    problem_from,
    problem_record,
    visits_from,
    visits_record,
)
from phongtrao.fieldwork.events.planner.scoring import Weights, score_parts

__all__ = [
    "Answer",
    "Guest",
    "Problem",
    "Quota",
    "Reason",
    "Rules",
    "Site",
    "Visit",
    "Weights",
    "changes_between",
    "faults_of",
    "problem_from",
    "problem_record",
    "score_parts",
    "visits_from",
    "visits_record",
    "why",
]
