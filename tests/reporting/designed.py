"""Forms to test with: designed by An of the provincial police, issued or still a draft."""

from collections.abc import Sequence
from typing import Any

from phongtrao.reporting import actions
from phongtrao.reporting.grid import design as designing
from phongtrao.reporting.grid.design import Design
from phongtrao.reporting.models import TemplateDraft, TemplateVersion
from tests.world import World


def cell(code: str, order: str = "1", **facts: Any) -> dict[str, Any]:
    """A row that asks for a figure."""
    row = {"kind": "cell", "order": order, "indicator": code, "split": "", "name": "", "depth": 0}
    return row | facts


def design(codes: Sequence[str], name: str = "Biểu thử") -> Design:
    """A half-year form of the communes with one section of these indicators."""
    made = designing.with_section(designing.empty_design(name, kind="ca"), "Kết quả")
    for number, code in enumerate(codes, start=1):
        made = designing.with_row(made, "I", cell(code, f"1.{number}"))
    return made


def draft(world: World, name: str, codes: Sequence[str], by: str = "An") -> TemplateDraft:
    """A draft of An's body; the catalogue must be there."""
    return actions.start_template(name, design=design(codes, name), by=world.actor(by))


def issued(world: World, name: str, codes: Sequence[str]) -> TemplateVersion:
    """The first version of a form of An's body."""
    made = draft(world, name, codes)
    return actions.issue_template(made, expected_version=made.row_version, by=world.actor("An"))
