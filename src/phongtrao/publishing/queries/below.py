"""What is told from below: the statements of a round, equal ones merged, by topic."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from phongtrao.org.permissions import Actor
from phongtrao.publishing.rules import merge_equal
from phongtrao.reporting.models import ReportVersion, Round
from phongtrao.reporting.queries import visible
from phongtrao.reporting.queries.reports import counting_versions
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


def versions_below(actor: Actor, round_: Round) -> list[ReportVersion]:
    """The newest version of every counting report of the round that the actor sees."""
    rows = counting_versions().filter(report__in=visible(actor), report__round=round_)
    return list(rows.order_by("report__body__name_folded", "pk"))


def told_below(versions: Sequence[ReportVersion]) -> list[ToldBelow]:
    """Every statement of these versions, equal words once with all who say them."""
    by_id = {version.pk: version for version in versions}
    rows = [
        (statement["topic"], statement["text"], version.pk)
        for version in versions
        for statement in version.statements
    ]
    return [
        ToldBelow(
            key_of(told.topic, told.text),
            told.topic,
            told.text,
            [by_id[pk] for pk in told.versions],
        )
        for told in merge_equal(rows)
    ]


def below_by_topic(
    versions: Sequence[ReportVersion], used: Collection[tuple[str, str]]
) -> list[TopicBelow]:
    """The statements grouped by topic; `used` are (topic, words of the sources) in the paper."""
    told = told_below(versions)
    keys = {key_of(topic, text) for topic, text in used}
    by_topic = {topic: [item for item in told if item.topic == topic] for topic in Topic}
    return [
        TopicBelow(topic, own, {item.key for item in own} & keys)
        for topic, own in by_topic.items()
        if own
    ]


def key_of(topic: str, text: str) -> str:
    """A short name for these words under this topic."""
    return hashlib.sha256(f"{topic}\n{text}".encode()).hexdigest()[:20]
