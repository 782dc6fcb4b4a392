"""A first text of the minutes from what is known of a meeting. Pure; Vietnamese words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """A statement: the section it belongs to ("" = none), who spoke, what."""

    section: str
    speaker: str
    text: str


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a meeting, in words."""

    facts: Sequence[tuple[str, str]]
    present: Sequence[str]
    agenda: Sequence[str]
    said: Sequence[Said]
    concluded: Sequence[str]


def drafted(known: Known) -> str:
    """The minutes in parts that are numbered as far as there is something to tell."""
    parts = [
        ("Thông tin chung", [f"{name}: {value}" for name, value in known.facts if value]),
        ("Thành phần dự", list(known.present)),
        ("Nội dung, chương trình", _numbered(known.agenda)),
        ("Ý kiến phát biểu", _spoken(known.said)),
        ("Kết luận", _numbered(known.concluded)),
    ]
    told = [(title, lines) for title, lines in parts if lines]
    return "\n\n".join(
        "\n".join((f"{place}. {title.upper()}", *lines))
        for place, (title, lines) in enumerate(told, start=1)
    )


def completed(text: str, draft: str) -> str:
    """A text that was begun, with the paragraphs of the draft that it does not hold yet."""
    if not text.strip():
        return draft
    held = {line.strip() for line in text.split("\n")}
    missing = [line for line in draft.split("\n") if line.strip() and line.strip() not in held]
    return "\n".join((text, "", *missing)) if missing else text


def _numbered(lines: Iterable[str]) -> list[str]:
    return [f"{place}) {line}" for place, line in enumerate(lines, start=1)]


def _spoken(said: Sequence[Said]) -> list[str]:
    lines: list[str] = []
    section = ""
    for each in said:
        if each.section and each.section != section:
            lines.append(f"Phần {each.section}:")
        section = each.section or section
        lines.append(f"- {each.speaker}: {' '.join(each.text.split())}")
    return lines
