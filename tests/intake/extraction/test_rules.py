import pytest

from phongtrao.intake.extraction import extract, extraction_as_json
from phongtrao.intake.extraction.rules import RULES


def rules_used(node):
    """The rule ids anywhere in an extraction's JSON."""
    if isinstance(node, dict):
        own = {node["rule"]} if "rule" in node else set()
        return own.union(*(rules_used(v) for v in node.values()))
    if isinstance(node, list):
        return set().union(*(rules_used(v) for v in node))
    return set()


def test_rule_ids_are_unique():
    assert len({r.id for r in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_a_rule_reads_its_example(rule):
    assert rule.id in rules_used(extraction_as_json(extract(rule.positive, "x")))


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_a_rule_leaves_its_counter_example_alone(rule):
    assert rule.id not in rules_used(extraction_as_json(extract(rule.negative, "x")))
