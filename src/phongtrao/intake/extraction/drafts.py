"""The requirements of an extraction as drafts for the reading screen."""

from dataclasses import dataclass

from phongtrao.intake.extraction.canon import Span
from phongtrao.intake.extraction.records import BodyMention, Certainty, Extraction
from phongtrao.intake.extraction.rules import BY_ID, CERTAINTY_WORDS


@dataclass(frozen=True)
class DraftBody:
    """A body proposed as leading or coordinating; ``org_id`` "" = not in the gazetteer."""

    org_id: str
    words: str
    start: int
    end: int
    inherited: bool


@dataclass(frozen=True)
class RequirementDraft:
    """One proposed requirement: what, by whom, until when, from which words, by which rule."""

    text: str
    action: Span
    sentence: Span
    leads: tuple[DraftBody, ...]
    coordinating: tuple[DraftBody, ...]
    deadline: str | None
    deadline_span: Span | None
    deadline_rule: str | None
    rule: str
    rule_title: str
    certainty: Certainty
    certainty_words: str


def requirement_drafts(extraction: Extraction) -> list[RequirementDraft]:
    """The requirements in the order of the paper, ready to show beside its text."""
    text = extraction.text
    drafts = []
    for made in extraction.requirements:
        deadline = made.deadline
        drafts.append(
            RequirementDraft(
                text=" ".join(text[made.action.start : made.action.end].split()),
                action=made.action,
                sentence=made.sentence,
                leads=_bodies(text, made.lead),
                coordinating=_bodies(text, made.coord),
                deadline=deadline.norm if deadline else None,
                deadline_span=deadline.span if deadline else None,
                deadline_rule=deadline.made.rule if deadline else None,
                rule=made.made.rule,
                rule_title=BY_ID[made.made.rule].title,
                certainty=made.made.certainty,
                certainty_words=CERTAINTY_WORDS[made.made.certainty],
            )
        )
    return drafts


def _bodies(text: str, mentions: tuple[BodyMention, ...]) -> tuple[DraftBody, ...]:
    return tuple(
        DraftBody(
            m.org_id,
            " ".join(text[m.span.start : m.span.end].split()),
            m.span.start,
            m.span.end,
            m.inherited,
        )
        for m in mentions
    )
