"""What is told from below: the statements of a round, near-equal ones merged, by topic."""

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from phongtrao.org.permissions import Actor
from phongtrao.publishing.permissions import standing_kind
from phongtrao.publishing.rules.drafting import said_together
from phongtrao.publishing.rules.grouping import group_statements
from phongtrao.publishing.rules.lines import lines_of
from phongtrao.reporting.models import ReportVersion, Round
from phongtrao.reporting.queries import visible
from phongtrao.reporting.queries.reports import counting_versions
from phongtrao.reporting.workflow import ReportState, Topic


@dataclass(frozen=True)
class Saying:
    """One statement of one version: `index` is its place among the version's statements."""

    version: ReportVersion
    index: int
    topic: str
    text: str

    @property
    def place(self) -> tuple[int, int]:
        """By what a line of a paper names it."""
        return self.version.pk, self.index


@dataclass(frozen=True)
class ToldBelow:
    """One thing told in one or several reports, with the key by which a form names it.

    `text` is the statement that stands for all of `sayings`, `said` how a paper says it, with
    how many areas of how many tell of it. `member`: the organisation beside the standing body.
    `group`: where the group stands of those that say nearly the same, `areas_of_group`: how many
    areas tell of its matter in any words.
    """

    key: str
    topic: str
    text: str
    said: str
    member: str
    sayings: Sequence[Saying]
    group: int
    areas_of_group: int

    @property
    def order(self) -> tuple[bool, int, int, int]:
        """The standing body first, what most tell of first, a group together."""
        return self.member != "", -self.areas_of_group, self.group, -self.areas

    @property
    def versions(self) -> list[ReportVersion]:
        """Every report that says so, once."""
        return list({saying.version.pk: saying.version for saying in self.sayings}.values())

    @property
    def areas(self) -> int:
        """How many areas say so."""
        return _areas(self.sayings)

    @property
    def other_words(self) -> list[Saying]:
        """The statements whose words differ from those that stand for all."""
        return [saying for saying in self.sayings if saying.text != self.text]

    @property
    def places(self) -> list[list[int]]:
        """The sayings as a line of a paper keeps them."""
        return [list(saying.place) for saying in self.sayings]

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
    rows = rows.select_related("report__body__kind")
    return list(rows.order_by("report__body__name_folded", "pk"))


def told_below(versions: Sequence[ReportVersion], round_: Round, of: int) -> list[ToldBelow]:
    """Every statement of these versions, once where one of a group speaks for others.

    `of`: how many areas are expected to report. Statements of member organisations stay apart
    from those of the standing body and of each other.
    """
    standing = standing_kind(round_)
    by_member: dict[str, list[Saying]] = {}
    for version in versions:
        kind = version.report.body.kind
        member = kind.name if standing and kind.pk != standing else ""
        by_member.setdefault(member, []).extend(_sayings(version))
    groups = [
        (member, [sayings[place] for place in places])
        for member, sayings in by_member.items()
        for places in group_statements([(each.topic, each.text) for each in sayings])
    ]
    return [
        told
        for number, (member, group) in enumerate(groups)
        for told in _lines(group, member, number, round_, of)
    ]


def below_by_topic(
    told: Sequence[ToldBelow], used: Collection[tuple[int, int]]
) -> list[TopicBelow]:
    """What is told grouped by topic, what most say first; `used` are the places in the paper."""
    by_topic = {topic: [item for item in told if item.topic == topic] for topic in Topic}
    return [
        TopicBelow(
            topic,
            sorted(own, key=lambda item: item.order),
            {item.key for item in own if any(each.place in used for each in item.sayings)},
        )
        for topic, own in by_topic.items()
        if own
    ]


def _sayings(version: ReportVersion) -> Iterable[Saying]:
    for index, statement in enumerate(version.statements):
        yield Saying(version, index, statement["topic"], statement["text"])


def _lines(
    group: Sequence[Saying], member: str, number: int, round_: Round, of: int
) -> Iterable[ToldBelow]:
    """The lines of one group, each with who says it."""
    topic = group[0].topic
    areas_of_group = _areas(group)
    for line in lines_of(topic, [each.text for each in group]):
        sayings = [group[place] for place in line.places]
        text, areas = group[line.speaker].text, _areas(sayings)
        name = member if areas > 1 else member and sayings[0].version.report.body.name
        said = said_together(topic, text, areas=areas, of=of, level=round_.level, member=name)
        key = _key_of(topic, member, text)
        yield ToldBelow(key, topic, text, said, member, sayings, number, areas_of_group)


def _areas(sayings: Iterable[Saying]) -> int:
    return len({each.version.report.area_id for each in sayings})


def _key_of(topic: str, member: str, text: str) -> str:
    """A short name for these words of these organisations under this topic."""
    return hashlib.sha256(f"{topic}\n{member}\n{text}".encode()).hexdigest()[:20]
