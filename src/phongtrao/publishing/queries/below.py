"""What is told from below: the statements of a round, equal ones merged, by topic."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from phongtrao.org.permissions import Actor
from phongtrao.publishing.rules import merge_equal
from phongtrao.reporting.models import ReportVersion, Round
from phongtrao.reporting.queries import statements_by_topic
from phongtrao.reporting.workflow import ReportState, Topic


@dataclass(frozen=True)
class ToldBelow:
    """One thing told in one or several reports, with the key by which a form names it."""

    key: str
    topic: str
    text: str
    versions: Sequence[ReportVersion]

    @property
    def waits_for_approval(self) -> bool:
        """Whether none of the reports that say so is approved yet."""
        return all(v.report.state == ReportState.SUBMITTED for v in self.versions)


@dataclass(frozen=True)
class TopicBelow:
    """The statements of one topic; `used` are the keys of those that stand in the paper."""

    topic: Topic
    told: Sequence[ToldBelow]
    used: Collection[str]


def told_below(actor: Actor, round_: Round) -> list[ToldBelow]:
    """Every statement of the counting reports, equal words once with all their reports."""
    rows = [
        (str(group.topic), text, version)
        for group in statements_by_topic(actor, round_)
        for text, version in group.statements
    ]
    versions = {version.pk: version for _topic, _text, version in rows}
    return [
        ToldBelow(
            key_of(told.topic, told.text),
            told.topic,
            told.text,
            [versions[pk] for pk in told.versions],
        )
        for told in merge_equal([(topic, text, version.pk) for topic, text, version in rows])
    ]


def below_by_topic(
    actor: Actor, round_: Round, used: Collection[tuple[str, str]]
) -> list[TopicBelow]:
    """The statements grouped by topic; `used` are (topic, words of the sources) in the paper."""
    told = told_below(actor, round_)
    keys = {key_of(topic, text) for topic, text in used}
    topics = dict.fromkeys(item.topic for item in told)
    return [
        TopicBelow(
            Topic(topic),
            own := [item for item in told if item.topic == topic],
            {item.key for item in own} & keys,
        )
        for topic in topics
    ]


def key_of(topic: str, text: str) -> str:
    """A short name for these words under this topic."""
    return hashlib.sha256(f"{topic}\n{text}".encode()).hexdigest()[:20]
