"""Write the whole material into a folder: ``python -m heldout FOLDER [--files]``."""

import json
import sys
from pathlib import Path

from .hiding import write_hidden
from .honest import edge_lines, honest_lines
from .indicators import edge_indicators, honest_indicators, wrong_indicators
from .marks import write_json_lines
from .papers import state_papers, write_paper
from .planted import planted_lines


def _write_papers(folder: Path) -> None:
    rows: list[dict[str, object]] = []
    for paper in state_papers():
        write_paper(paper, folder / "papers")
        names = ("paper_id", "genre", "expected", "why", "contacts", "public_contacts", "private")
        rows.append({name: getattr(paper, name) for name in names})
    write_json_lines(rows, folder / "papers.jsonl")


def _write_hidden(folder: Path) -> None:
    rows: list[dict[str, object]] = [
        {"file": str(path.relative_to(folder)), "place": item.place, "kind": item.load.kind,
         "value": item.load.value, "expected": list(item.expected)}
        for path, item in write_hidden(folder / "hidden")
    ]  # fmt: skip
    write_json_lines(rows, folder / "hidden.jsonl")


def write_all(folder: Path, *, files: bool) -> None:
    """Write lines and indicators; with ``files`` the papers and hidden files too."""
    folder.mkdir(parents=True, exist_ok=True)
    write_json_lines(planted_lines(), folder / "planted.jsonl")
    write_json_lines(honest_lines(), folder / "honest.jsonl")
    write_json_lines(edge_lines(), folder / "edge.jsonl")
    sets = {"wrong": wrong_indicators(), "honest": honest_indicators(), "edge": edge_indicators()}
    text = json.dumps(sets, ensure_ascii=False, indent=1)
    folder.joinpath("indicators.json").write_text(text, encoding="utf-8")
    if files:
        _write_papers(folder)
        _write_hidden(folder)


if __name__ == "__main__":
    write_all(Path(sys.argv[1]), files="--files" in sys.argv)
