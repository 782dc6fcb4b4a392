"""The rules: what a fault means, where that is written, how grave it is and how to mend it."""

from datetime import date

from phongtrao.publishing.layout_check.rules.body import BODY
from phongtrao.publishing.layout_check.rules.closing import CLOSING
from phongtrao.publishing.layout_check.rules.head import HEAD
from phongtrao.publishing.layout_check.rules.page import PAGE
from phongtrao.publishing.layout_check.rules.party import PARTY
from phongtrao.publishing.layout_check.rules.rule import GROUPS, Rule, Severity, Source
from phongtrao.publishing.layout_check.rules.title import TITLE

__all__ = ["GROUPS", "RULES", "Rule", "Severity", "Source", "rules_on"]

RULES: dict[str, Rule] = {
    rule.code: rule for rule in (*PAGE, *HEAD, *TITLE, *BODY, *CLOSING, *PARTY)
}


def rules_on(day: date) -> dict[str, Rule]:
    """The rules in force on `day`, by code."""
    return {code: rule for code, rule in RULES.items() if rule.source.is_in_force(day)}
