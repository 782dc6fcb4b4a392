"""Fit the weights of the recurrence rules on labelled pairs of findings.

    python scripts/fit_findings.py tests/oversight/data/findings_pairs.jsonl=1 …

Each set of pairs comes with the weight of its lines. Pairs of our bank of wordings are added with
`--wordings`: one half of the wordings makes a bank, the other half is paired and measured by it, so
that no wording meets itself. A logistic regression over standardised
measures, with a penalty on the size of the weights and what is known beside the texts as a fixed
part, is solved by Newton's method; the banks and then `data/finding_weights.json` are written anew.
A set that shall judge the rules must never be given here.
"""

import argparse
import json
import os
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "phongtrao.config.settings")
BANKS = Path("src/phongtrao/oversight/data/finding_banks.npz")
WEIGHTS = Path("src/phongtrao/oversight/data/finding_weights.json")
PENALTY = 5.0
STEPS = 30
# They only explain an answer, or say what others say too: fits without them were better on sets
# that were held out in turn.
LEFT_OUT = {
    "copied", "inserted", "act", "thing", "thing_one", "thing_other", "qualifiers",
    "more", "aspect", "matter", "aspect_apart", "unblamed",
}  # fmt: skip
# Our wordings praise and say what is done by chance, in pairs of either label.
OF_CHANCE = ("praise", "done", "well_done", "vague", "numbered", "partners", "themes", "targets")
Floats = NDArray[np.float64]


def fitted(x: Floats, y: Floats, fixed: Floats, share: Floats) -> Floats:
    """The weights (first that of the constant) that make the labels likeliest, penalised.

    `x`: pairs × measures, standardised; `fixed`: log-odds that are added as they are.
    """
    wide = np.hstack([np.ones((len(x), 1)), x])
    ridge = np.diag([0.0] + [PENALTY] * x.shape[1])
    found = np.zeros(wide.shape[1])
    for _step in range(STEPS):
        likely = 1 / (1 + np.exp(-(wide @ found + fixed)))
        slope = wide.T @ (share * (likely - y)) + ridge @ found
        curve = (wide * (share * likely * (1 - likely))[:, None]).T @ wide + ridge
        found = found - np.linalg.solve(curve, slope)
    return found


def _of_set(path: Path, share: float) -> list[tuple[dict[str, float], float, float, float]]:
    """(measures, log-odds known beside, label, weight) of the pairs of a set. Left out are pairs
    that say nothing of the measures: two units that are labelled false, and the same words.
    """
    from phongtrao.oversight.rules.recurrence import (
        Finding,
        known_beside,
        measures_of,
        says_the_same,
    )

    def finding(side: Any) -> Finding:
        if isinstance(side, str):
            return Finding(side)
        known = {name: side.get(name, "") for name in ("text", "asked", "criterion")}
        return Finding(**known, body=side["unit"], place="here")

    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    pairs = [(finding(row["a"]), finding(row["b"]), float(row["same"])) for row in rows]
    pairs = [
        (a, b, same)
        for a, b, same in pairs
        if (same or a.body == b.body) and not says_the_same(a.text, b.text)
    ]
    return [(measures_of(a, b), known_beside(a, b), same, share) for a, b, same in pairs]


def _of_wordings(share: float) -> list[tuple[dict[str, float], float, float, float]]:
    """(measures, 0, label, weight) of pairs of one half of our wordings, by a bank of the other."""
    from phongtrao.oversight.rules.finding_banks import WIDE, bank_of, shipped_wordings
    from phongtrao.oversight.rules.finding_wordings import sound_alike
    from phongtrao.oversight.rules.recurrence import measured, together

    listed = shipped_wordings(WIDE)
    bank = bank_of([[said[0], *said[1::2]] for said in listed.values()])
    held = {name: said[2::2] for name, said in listed.items()}
    chance, told = random.Random(5), []
    for name, said in held.items():
        near = [each for each in held if each[0] == name[0] and each != name]
        others = [held[chance.choice(near)] for _n in range(4)]
        others += [held[chance.choice(list(held))] for _n in range(6)]
        pairs = [(*chance.sample(said, 2), 1.0) for _n in range(8)]
        pairs += [
            (chance.choice(said), chance.choice(each), float(each is said)) for each in others
        ]
        for a, b, same in pairs:
            measures = together(measured(a, b), sound_alike((a, ""), (b, ""), bank))
            told.append((measures | dict.fromkeys(OF_CHANCE, 0.0), 0.0, same, share))
    return told


def main(argv: Sequence[str] | None = None) -> None:
    """Read the sets, fit, write the weights and say how the rules now stand on them."""
    import django

    django.setup()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="+", help="path=weight")
    parser.add_argument("--wordings", type=float, default=0.0)
    given = parser.parse_args(argv)
    from phongtrao.oversight.rules.finding_banks import save_banks

    save_banks(BANKS)
    rows = _of_wordings(given.wordings)
    for path, share in (each.rsplit("=", 1) for each in given.sets):
        rows += _of_set(Path(path), float(share))
    told, *columns = zip(*rows, strict=True)
    names = [name for name in told[0] if name not in LEFT_OUT]
    x = np.array([[each[name] for name in names] for each in told])
    fixed, y, share = (np.array(column) for column in columns)
    middle, width = x.mean(axis=0), x.std(axis=0)
    width[width == 0] = 1.0
    found = fitted((x - middle) / width, y, fixed, share)
    weights = dict(zip(names, found[1:] / width, strict=True))
    weights["least"] = found[0] - float((found[1:] * middle / width).sum())
    text = json.dumps({name: round(float(w), 3) for name, w in weights.items()}, indent=2)
    WEIGHTS.write_text(text + "\n", encoding="utf-8")
    print(f"{len(rows)} pairs, {len(names)} measures; written to {WEIGHTS}")


if __name__ == "__main__":
    main()
