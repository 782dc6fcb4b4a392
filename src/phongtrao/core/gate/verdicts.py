"""What the wall answers: a verdict with reasons, each reason a Vietnamese sentence."""

from dataclasses import dataclass, field
from typing import Literal

from phongtrao.core.gate.sentences import sentence_for

Decision = Literal["accept", "refuse", "hold"]


@dataclass(frozen=True)
class Reason:
    """One finding.  ``sentence`` says what happened, what was kept and what to do."""

    code: str
    sentence: str


@dataclass(frozen=True)
class Verdict:
    """The answer about one file.

    ``kind`` is the type found in the bytes (``docx`` … ``jpg``), None when there is none.
    ``clean_name`` is safe to store and to send back; empty when the name itself was refused.
    Reasons of an accepted file are remarks ("links to the outside were found, they stay cut").
    """

    verdict: Decision
    kind: str | None
    clean_name: str
    reasons: tuple[Reason, ...] = ()

    @property
    def accepted(self) -> bool:
        """True when the file may be read and stored."""
        return self.verdict == "accept"

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the reasons, in order."""
        return tuple(reason.code for reason in self.reasons)

    @property
    def sentence(self) -> str:
        """All reasons as one text for the screen."""
        return " ".join(reason.sentence for reason in self.reasons)


class Refused(Exception):  # noqa: N818 - a verdict, not an error of the program
    """Raised inside the wall by the first thing that makes a file unacceptable."""

    def __init__(self, code: str) -> None:
        """Keep the code; its sentence is looked up when the verdict is made."""
        super().__init__(code)
        self.code = code


@dataclass
class Findings:
    """What was noticed on the way without refusing: remarks, and causes to hold the file."""

    remarks: list[str] = field(default_factory=list)
    holds: list[str] = field(default_factory=list)

    def remark(self, code: str) -> None:
        """Note something that leaves the file acceptable; each code once."""
        if code not in self.remarks:
            self.remarks.append(code)

    def hold(self, code: str) -> None:
        """Note something that a person must settle before the file is used; each code once."""
        if code not in self.holds:
            self.holds.append(code)


def verdict_from(
    decision: Decision, kind: str | None, clean_name: str, codes: tuple[str, ...]
) -> Verdict:
    """Build a verdict from codes, with their sentences.  Raises KeyError on an unknown code."""
    reasons = tuple(Reason(code, sentence_for(code, decision)) for code in codes)
    return Verdict(decision, kind, clean_name, reasons)
