"""Closed lists and time limits of grassroots democracy, as dated data with their source. Pure."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib import resources

from phongtrao.core.errors import N_, Sentence
from phongtrao.core.formats import date_vn
from phongtrao.fieldwork.register.rules import Term, name_in, shipped

POSTING, LOUDSPEAKER = "niem_yet", "loa"
COUNTED_KINDS = ("giam_sat", "phan_bien")  # what PH09 counts
# Kinds of bodies that supervise and criticise: the Front and its member organisations.
FRONT = frozenset({"mttq", "hlhpn", "tinhdoan", "hnd", "hccb", "ldld"})
# The closed list `cap` of the indicators, by the level of a body's area.
LEVEL_CODES = {"country": "tw", "province": "tinh", "commune": "xa"}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The lists of supervision with where they come from and whether that was checked.

    `answer_days` are the days within which advice is answered; the law was seen for the
    methods of `verified_methods` alone.
    """

    kinds: tuple[Term, ...]
    methods: tuple[Term, ...]
    outcomes: tuple[Term, ...]
    source: str
    is_verified: bool
    answer_days: int
    answer_source: str
    verified_methods: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """The lists as the package holds them."""
    raw = shipped("phongtrao.fieldwork.grassroots")
    answer = raw["answer"]
    return Vocabulary(
        raw["kinds"],
        raw["methods"],
        raw["outcomes"],
        raw["source"],
        raw["is_verified"],
        answer["days"],
        answer["source"],
        frozenset(answer["verified_methods"]),
    )


def kind_name(code: str) -> str:
    """What a kind of supervision is called."""
    return name_in(vocabulary().kinds, code)


def method_name(code: str) -> str:
    """What a way of supervising is called."""
    return name_in(vocabulary().methods, code)


def outcome_name(code: str) -> str:
    """What an answer came to."""
    return name_in(vocabulary().outcomes, code)


@dataclass(frozen=True, slots=True)
class Item:
    """A matter that a commune makes public: a clause of Article 11 of Law 10/2022."""

    number: int
    name: str
    is_verified: bool
    is_permanent: bool = False
    on_loudspeaker: bool = False


@dataclass(frozen=True, slots=True)
class PublicityRules:
    """What is made public, how, and within how many days; `source` names the articles."""

    items: tuple[Item, ...]
    ways: tuple[Term, ...]
    source: str
    publish_source: str
    publish_working_days: int
    posting_days: int
    loudspeaker_days: int

    def item(self, number: int) -> Item | None:
        """The clause of a number."""
        return next((each for each in self.items if each.number == number), None)


@cache
def publicity() -> PublicityRules:
    """Law 10/2022/QH15, Articles 11 to 13, in force since 1/7/2023, as the package holds it.

    Thirty days of posting by Article 13.2; an older reading of twenty was not found in the law.
    """
    path = resources.files("phongtrao.fieldwork.grassroots").joinpath("data/disclosure.json")
    raw = json.loads(path.read_text("utf-8"))
    return PublicityRules(
        tuple(Item(**each) for each in raw["items"]),
        tuple(Term(**each) for each in raw["ways"]),
        raw["source"],
        raw["publish"]["source"],
        raw["publish"]["working_days"],
        raw["posting"]["days"],
        raw["loudspeaker"]["days"],
    )


@dataclass(frozen=True, slots=True)
class Publicity:
    """What happened to one matter: when it was due and published, how, and for how long."""

    item: int
    due_on: date
    published_on: date | None
    ways: Sequence[str]
    posted_until: date | None = None
    loudspeaker_days: int = 0


def shortfalls(done: Publicity, day: date) -> list[Sentence]:
    """What falls short of the law as of a day, each in words; empty where nothing does."""
    rules, item = publicity(), publicity().item(done.item)
    if done.published_on is None:
        if day <= done.due_on:
            return []
        late = N_("Chưa công khai, đã quá hạn %(due)s.")
        return [Sentence(late, {"due": date_vn(done.due_on)})]
    found = []
    if done.published_on > done.due_on:
        said = N_("Công khai chậm: hạn %(due)s.")
        found.append(Sentence(said, {"due": date_vn(done.due_on)}))
    if POSTING in done.ways and done.posted_until is not None and item and not item.is_permanent:
        least = done.published_on + timedelta(days=rules.posting_days - 1)  # both days count
        if done.posted_until < least:
            said = N_("Niêm yết chưa đủ %(days)s ngày liên tục: cần đến %(least)s.")
            values = {"days": rules.posting_days, "least": date_vn(least)}
            found.append(Sentence(said, values))
    if item and item.on_loudspeaker and done.loudspeaker_days < rules.loudspeaker_days:
        said = N_("Khoản này phải truyền thanh ít nhất %(days)s ngày liên tục.")
        found.append(Sentence(said, {"days": rules.loudspeaker_days}))
    return found


def quarter_of(day: date) -> int:
    """The quarter of the year that a day lies in: the list of what is public is kept by quarter
    (Law 10/2022, Article 13.2).
    """
    return (day.month + 2) // 3
