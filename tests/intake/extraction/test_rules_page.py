from pathlib import Path

from phongtrao.intake.extraction.rules import RULES
from phongtrao.intake.extraction.rules_page import main, rules_page

PAGE = Path(__file__).parents[3] / "docs/reference/extraction-rules.md"


def test_the_page_of_rules_says_what_the_rules_say():
    assert PAGE.read_text(encoding="utf-8") == rules_page()


def test_every_rule_stands_on_the_page_once():
    lines = rules_page().splitlines()
    assert all(sum(line.startswith(f"| {r.id} |") for line in lines) == 1 for r in RULES)


def test_the_command_writes_the_page(tmp_path):
    assert main([str(tmp_path / "page.md")]) == 0
    assert (tmp_path / "page.md").read_text(encoding="utf-8") == rules_page()
