"""``python -m tests.core.gate.kinds_table`` writes the reference page of the wall's kinds.

The page is made of the corpora themselves, so that it cannot claim a kind that is not tried.
"""

from collections import Counter, defaultdict
from pathlib import Path

from phongtrao.core.gate.sentences import sentence_for
from tests.core.gate import corpus_archives, corpus_bombs, corpus_papers, corpus_twins
from tests.core.gate.case import Case
from tests.core.gate.honest_files import corpus

PAGE = Path(__file__).resolve().parents[3] / "docs/reference/upload-kinds.md"
HOSTILE = [*corpus_archives.ALL, *corpus_bombs.ALL, *corpus_papers.ALL, *corpus_twins.ALL]
_VERDICTS = {"refuse": "refused", "hold": "held", "accept": "let in"}
_HEAD = """\
# Kinds of uploads

What the upload wall (`phongtrao.core.gate`) does with each kind of file, made from the corpora of
its tests by `python -m tests.core.gate.kinds_table`; a test holds that this page is theirs. A plain
run of the tests tries every kind below; `make test-gate` also tries random mutations, the files of
LibreOffice and chromium, and the whole honest corpus through the cage with the privacy guard.
"""


def page() -> str:
    """The whole page."""
    return "\n".join([_HEAD, *_hostile(), "", *_honest(), ""])


def _hostile() -> list[str]:
    groups: dict[tuple[str, str], list[Case]] = defaultdict(list)
    for case in HOSTILE:
        groups[case.verdict, case.code].append(case)
    count = Counter(case.verdict for case in HOSTILE)
    lines = [
        "## Hostile and odd kinds, with their honest twins",
        "",
        (
            f"{len(HOSTILE)} kinds: {count['refuse']} refused, {count['hold']} held, "
            f"{count['accept']} let in (twins that only look alike, and files made inert)."
        ),
        "",
        "| verdict | code | kinds | what its sender reads |",
        "|---|---|---|---|",
    ]
    for (verdict, code), cases in sorted(groups.items(), key=lambda item: item[0]):
        names = ", ".join(sorted(case.id for case in cases))
        said = sentence_for(code, verdict) if code else ""
        lines.append(f"| {_VERDICTS[verdict]} | {code or '–'} | {names} | {said} |")
    return lines


def _honest() -> list[str]:
    made: dict[str, Counter[str]] = defaultdict(Counter)
    for kind in corpus.KINDS:
        made[kind.producer][kind.ending] += 1
    endings = sorted({kind.ending for kind in corpus.KINDS})
    lines = [
        "## Honest kinds by producer",
        "",
        (
            f"{len(corpus.KINDS)} kinds; the files of LibreOffice and chromium come on top where "
            "the programs are installed."
        ),
        "",
        f"| producer | {' | '.join(endings)} |",
        f"|---|{'---|' * len(endings)}",
    ]
    for producer in sorted(made):
        cells = " | ".join(str(made[producer][ending] or "") for ending in endings)
        lines.append(f"| {producer} | {cells} |")
    return lines


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
