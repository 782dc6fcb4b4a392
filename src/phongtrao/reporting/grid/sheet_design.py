"""The design that a confirmed proposal makes, and what the catalogue lacks for it. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from phongtrao.core.errors import N_, Refused
from phongtrao.reporting.grid import design as designing
from phongtrao.reporting.grid.design import CELL, HEADING, NOTE, OF_WHICH, Design
from phongtrao.reporting.grid.sheet_form import RATIO
from phongtrao.reporting.grid.sheet_rows import SECTION

_LONE_SECTION = "Số liệu"  # where the sheet has no parts
NEW, DROP, WORDS = "moi", "bo", "chu"


@dataclass(frozen=True)
class Choice:
    """What was decided about a row: a code, NEW, DROP or WORDS; unit and kind of a new one."""

    verb: str
    unit: str = ""
    kind: str = "flow"


@dataclass(frozen=True)
class NewIndicator:
    """A row that no indicator of the catalogue means; a share names the rows of its parts."""

    row: str
    name: str
    unit: str
    kind: str
    numerator: tuple[str, ...] = ()
    denominator: tuple[str, ...] = ()
    factor: int = 1


Proposal = Mapping[str, Any]
Choices = Mapping[str, Choice]


def new_indicators(proposal: Proposal, choices: Choices) -> list[NewIndicator]:
    """What must be added to the catalogue, figures before the shares that use them."""
    figures, shares = [], []
    for row in asked_rows(proposal):
        choice = choices[row["id"]]
        if choice.verb != NEW or row.get("split"):
            continue
        if row["kind"] == RATIO:
            shares.append(
                NewIndicator(
                    row["id"], full_name(row), choice.unit or "%", "ratio",
                    tuple(row["numerator"]), tuple(row["denominator"]), row["factor"],
                )
            )  # fmt: skip
        else:
            new = NewIndicator(row["id"], full_name(row), choice.unit, choice.kind)
            figures.append(new)
    return [*figures, *shares]


def asked_rows(proposal: Proposal) -> list[dict[str, Any]]:
    """The rows that ask for a figure or a share, in their order."""
    return [row for row in proposal["rows"] if row["kind"] in (CELL, RATIO)]


def full_name(row: Mapping[str, Any]) -> str:
    """The name of a row as it stands alone: with that of the figure that it is a part of."""
    parent = row.get("parent", "")
    return f"{parent}: {row['name']}"[:200] if parent and row["depth"] else str(row["name"])


def confirmed_design(
    proposal: Proposal, name: str, choices: Choices, codes: Mapping[str, str], *, kind: str
) -> Design:
    """The design of a confirmed proposal; `codes` are those of the rows that ask for something.

    Raises ``Refused`` where one indicator was chosen for two rows.
    """
    _require_once(proposal, choices, codes)
    design = designing.empty_design(name, kind=kind)
    if not proposal["rows"] or proposal["rows"][0]["kind"] != SECTION:
        design = designing.with_section(design, _LONE_SECTION)
    section = design["sections"][-1]["code"] if design["sections"] else ""
    for row in proposal["rows"]:
        if row["kind"] == SECTION:
            design = designing.with_section(design, row["name"])
            section = design["sections"][-1]["code"]
        else:
            design = _with_row(design, section, row, proposal, choices, codes)
    keys = _keys(proposal, choices, codes)
    for check in proposal["checks"]:
        if check.get("taken", True):
            design = _with_check(design, check, keys)
    return _without_empty(design)


def _require_once(proposal: Proposal, choices: Choices, codes: Mapping[str, str]) -> None:
    seen: dict[str, str] = {}
    for row in asked_rows(proposal):
        key = key_in(row, choices, codes)
        if key and key in seen:
            raise Refused(
                N_("Mã %(chosen)s được chọn cho cả “%(one)s” và “%(other)s”. Mỗi mã chỉ một dòng."),
                code="chosen_twice",
                chosen=key,
                one=seen[key][:60],
                other=row["name"][:60],
            )
        seen[key] = row["name"]


def key_in(row: Mapping[str, Any], choices: Choices, codes: Mapping[str, str]) -> str:
    """How the cell of a row is called; empty where the row asks for nothing."""
    verb = choices[row["id"]].verb
    if verb in (DROP, WORDS):
        return ""
    if verb == NEW and row.get("split"):
        whole = codes.get(row["of"], "")
        return f"{whole}.{row['split']}" if whole else ""
    return codes.get(row["id"], "")


def _keys(proposal: Proposal, choices: Choices, codes: Mapping[str, str]) -> dict[str, str]:
    return {row["id"]: key_in(row, choices, codes) for row in asked_rows(proposal)}


def _with_row(
    design: Design,
    section: str,
    row: Mapping[str, Any],
    proposal: Proposal,
    choices: Choices,
    codes: Mapping[str, str],
) -> Design:
    """The row as the design holds it: a line, a cell, or what is reckoned."""
    if row["kind"] in (HEADING, NOTE, OF_WHICH):
        line = {"kind": row["kind"], "order": row["order"], "text": row["name"]}
        return designing.with_row(design, section, line)
    verb, key = choices[row["id"]].verb, key_in(row, choices, codes)
    if verb == WORDS:
        line = {"kind": NOTE, "order": row["order"], "text": row["name"]}
        return designing.with_row(design, section, line)
    if not key:
        return design
    if row["kind"] == RATIO or row.get("computed"):
        return design | {"computed": [*design["computed"], key]}
    code, _dot, split = key.partition(".")
    cell = {
        "kind": CELL,
        "order": row["order"],
        "indicator": code,
        "split": split,
        "name": row["name"],
        "depth": row["depth"],
    }
    design = designing.with_row(design, section, cell)
    columns = proposal.get("split")
    if columns and columns.get("taken", True) and not split:
        added = design["next_row"] - 1
        values = columns["named"]
        design = designing.with_split(design, added, columns["code"], values, adds_up=True)
    return design


def _with_check(design: Design, check: Mapping[str, Any], keys: Mapping[str, str]) -> Design:
    """A sum of the sheet as a check; without the cells that were left out there is none."""
    left = keys.get(check["left"], "")
    terms: Sequence[tuple[int, str]] = [(sign, keys.get(row, "")) for sign, row in check["terms"]]
    if not left or not all(key for _sign, key in terms):
        return design
    told = "".join(f" {'-' if sign < 0 else '+'} {key}" for sign, key in terms)
    return designing.with_check(design, f"{left} = {told.removeprefix(' + ')}", "block")


def _without_empty(design: Design) -> Design:
    """Without sections in which nothing was kept."""
    kept = [section for section in design["sections"] if section["rows"]]
    return design | {"sections": kept or design["sections"][:1]}
