"""The state of the walk through a paper: who is addressed, what the section holds."""

from dataclasses import dataclass, field

from phongtrao.intake.extraction.canon import Paper, Span
from phongtrao.intake.extraction.dates import Clock
from phongtrao.intake.extraction.labels import Label
from phongtrao.intake.extraction.leads import Bodies
from phongtrao.intake.extraction.records import BodyMention, Requirement
from phongtrao.intake.extraction.segment import Block

# More than any paper has; a hostile one does not get more work out of us.
MOST_SENTENCES = 8_000


@dataclass
class Frame:
    """Who is addressed by the blocks below a heading or an opening sentence.

    ``named``: the heading consists of their names.
    """

    depth: float
    leads: list[BodyMention]
    named: bool = False


@dataclass
class Walk:
    """The state of the walk through a paper."""

    paper: Paper
    bodies: Bodies
    clock: Clock
    kind: str
    parties: list[BodyMention]
    addressees: list[BodyMention]
    references: tuple[Span, ...]
    frames: list[Frame] = field(default_factory=list)
    modes: list[tuple[float, str]] = field(default_factory=list)
    made: list[Requirement] = field(default_factory=list)
    pending: Block | None = None
    waiting: list[Label] = field(default_factory=list)
    speaking: bool = False
    speech: list[BodyMention] = field(default_factory=list)
    block_leads: list[BodyMention] = field(default_factory=list)
    columns: list[str] | None = None
    sentences_left: int = MOST_SENTENCES

    @property
    def mode(self) -> str:
        """What the section holds; a directive without sections asks all through."""
        if self.modes:
            return self.modes[-1][1]
        return "neutral" if self.kind in {"news", "report"} else "content"

    @property
    def leads(self) -> list[BodyMention]:
        """Who is addressed here."""
        return self.frames[-1].leads if self.frames else []
