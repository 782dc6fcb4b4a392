"""What reading a file gives, and the refusal of a file that cannot be read."""
# ruff: noqa: N818 - a refusal is named for what it says to the user, as in the glossary

from dataclasses import dataclass, field


class UnreadableFile(Exception):
    """The file cannot be read; the message is a Vietnamese sentence with the remedy."""


@dataclass(frozen=True)
class LayoutHint:
    """Where in the text a page or a table begins: ``kind`` page or table, offset in the text."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True)
class ReadText:
    """The text of a file and the places where pages and tables stand in it."""

    text: str
    layout: tuple[LayoutHint, ...] = field(default=())
