"""What the child process has said about a template, read by a process that trusts it in nothing."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from phongtrao.core.errors import N_
from phongtrao.publishing.layout_check.check import RuleFaults, by_rule, refusal_of
from phongtrao.publishing.word_templates.places import Fault, fault_of

# Named as text: only the child process loads the engine.
CHECKER = "phongtrao.publishing.word_templates.child:check_template"
FILLER = "phongtrao.publishing.word_templates.child:fill_template"
VALUES_NAME = "values.json"
KIND = "docx"
MOST_PLACES = 3
_NOT_WORD = N_(
    "Mẫu phải là tệp Word (docx). Hãy tải mẫu có sẵn, sửa trình bày bằng Word rồi gửi lại."
)


def refusals_of(answer: Any, translate: Callable[[str], str] = str) -> list[str]:
    """Why a file was not taken as a template, a sentence each; none for one that was."""
    told = answer if isinstance(answer, dict) else {}
    if told.get("refused") == "kind":
        return [translate(_NOT_WORD)]
    listed = told.get("template")
    found = listed if isinstance(listed, list) else []
    faults = [fault_of(each) for each in found if isinstance(each, list)]
    sentences = [fault.sentence(translate) for fault in faults if fault is not None]
    if sentences:
        return list(dict.fromkeys(sentences))
    layout = told.get("layout")
    if not isinstance(layout, dict):
        return [Fault("engine").sentence(translate)]
    refusal = refusal_of(layout)
    return [translate(refusal)] if refusal else []


def layout_faults(answer: Mapping[str, Any], day: date) -> dict[str, Any]:
    """The layout faults of the trial, as they are stored: a few places of each rule, all counted.

    They are read again by ``layout_check.check.by_rule``.
    """
    found: list[RuleFaults] = by_rule(answer.get("layout") or {}, day)
    return {
        "faults": [
            [each.rule.code, place.excerpt, place.seen]
            for each in found
            for place in each.places[:MOST_PLACES]
        ],
        "counts": {each.rule.code: each.count for each in found},
    }
