"""Check the material by itself: counts, uniqueness, one planted value a text, same bytes again.

Run by hand: ``python tests/core/guard/planted/check_material.py``; exit code 1 on any fault.
"""

import json
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path

from make_material import material

LONG_RUN = re.compile(r"(?<![\d.,/])\d(?:[ .-]?\d){8,}(?![\d.,/])")
MONEY = re.compile(r"\d{1,3}(?:\.\d{3})+")


def loaded(path: Path) -> list[dict[str, object]]:
    """Read JSON lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def long_runs(text: str) -> list[str]:
    """Return runs of nine or more digits that are not money with dots."""
    plain = unicodedata.normalize("NFKC", text)
    return [run for run in LONG_RUN.findall(plain) if not MONEY.fullmatch(run)]


def planted_faults(rows: list[dict[str, object]]) -> list[str]:
    """Say what is wrong with the planted texts."""
    faults = []
    for row in rows:
        text, value = str(row["text"]), str(row["value"])
        if text.count(value) != 1:
            faults.append(f"{row['id']}: value stands {text.count(value)} times")
        if rest := long_runs(text.replace(value, " # ")):
            faults.append(f"{row['id']}: a second number {rest}")
        if row["expected"] not in ("block", "ask"):
            faults.append(f"{row['id']}: expected {row['expected']}")
    if len({r["value"] for r in rows}) != len(rows):
        doubled = [v for v, n in Counter(r["value"] for r in rows).items() if n > 1]
        faults.append(f"values twice: {doubled}")
    return faults


def honest_faults(rows: list[dict[str, object]]) -> list[str]:
    """Say what is wrong with the honest papers."""
    faults = []
    for row in rows:
        text = str(row["text"])
        if not 600 <= len(text) <= 2500:
            faults.append(f"{row['id']}: {len(text)} characters")
        if left := re.findall(r"\{[^}]*\}", text):
            faults.append(f"{row['id']}: slots left {left}")
        unbroken = re.findall(r"(?<!\d)\d{8,}(?!\d)", text)
        if row["expected"] == "pass" and unbroken:
            faults.append(f"{row['id']}: unbroken number {unbroken}")
        if row["expected"] == "ask" and not row["contains_contact_line"]:
            faults.append(f"{row['id']}: asked without a contact line")
    return faults


def main() -> int:
    """Print the counts and every fault; 0 when there is none."""
    files = material()
    faults = [f"{p.name}: differs from what is made again" for p, t in files.items()
              if p.read_text("utf-8") != t]  # fmt: skip
    planted, honest = (loaded(p) for p in files)
    faults += planted_faults(planted) + honest_faults(honest)
    for name, rows in (("planted", planted), ("honest", honest)):
        for key in ("id", "text"):
            if len({r[key] for r in rows}) != len(rows):
                faults.append(f"{name}: {key} is not unique")
        kinds = Counter((str(r["kind"]), str(r["expected"])) for r in rows)
        sys.stdout.write(f"{name}: {len(rows)}\n")
        sys.stdout.writelines(f"  {k:16}{e:6}{n:4}\n" for (k, e), n in sorted(kinds.items()))
    size = sum(len(t.encode()) for t in files.values())
    if size > 1_000_000:
        faults.append(f"{size} bytes together")
    contact = sum(bool(r["contains_contact_line"]) for r in honest)
    sys.stdout.write(f"{size} bytes; {contact} honest papers with a contact line\n")
    sys.stdout.writelines(f"FAULT {f}\n" for f in faults)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
