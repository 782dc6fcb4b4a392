"""How alike what two findings say is: numbers of 0 to 1, each with its own meaning. Pure."""

from collections.abc import Mapping

from phongtrao.oversight.rules.finding_matters import Matters

_MUCH = 2.0  # weight of matters that is plenty
_WEIGHTY = 0.8  # weight from which a matter that only one has is another one
_COPY = 0.35  # share of word pairs from which one is worded as the other
_HEAVY = 0.7  # weight of a word of the defect itself
_MOST = 0.6  # share of the words of a lack that is most of it
_OTHER_WORDS = 3  # words of no list in both that are plenty


def compared(one: Matters, other: Matters) -> dict[str, float]:
    """Everything that is measured of what two findings say."""
    found = {
        **_matter(one, other),
        **_by_role("thing", one.things, other.things),
        **_by_role("aspect", one.aspects, other.aspects),
        **_wording(one, other),
        **_worded(one, other),
        **_done_since(one, other),
        "vague": float(one.is_vague or other.is_vague),
        "targets": _are_apart(one.targets, other.targets),
        "same_target": float(not one.targets.isdisjoint(other.targets)),
        "numbered": _are_apart(one.numbered, other.numbered),
        "partners": _are_apart(one.partners, other.partners),
        "themes": _are_apart(one.themes, other.themes),
        "praise": float(one.praises != other.praises),
        "unblamed": float(one.blames != other.blames),
    }
    return found | {
        # The same thing with another work on it; the same work on another thing.
        "other_work": found["thing"] * found["aspect_apart"],
        "other_thing": found["aspect"] * max(found["thing_apart"], found["targets"]),
    }


def _matter(one: Matters, other: Matters) -> dict[str, float]:
    """What both speak of, in the lists of matters and in ordinary words."""
    both, alike = _both(one.told, other.told), _both(one.common, other.common)
    return {
        "matter": min(1.0, both / _MUCH),
        "covered": _of_less(both, one.told, other.told),
        "best": max(
            (min(w, other.told[name]) for name, w in one.told.items() if name in other.told),
            default=0.0,
        ),
        "more": min(1.0, max(_rest(one.told, other.told), _rest(other.told, one.told)) / _MUCH),
        "common": min(1.0, alike / _MUCH),
        "common_share": _of_less(alike, one.common, other.common),
    }


def _by_role(role: str, one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    """What both speak of in one role, what parts them, and that only one of them names one."""
    both, mine, theirs = _both(one, other), _rest(one, other), _rest(other, one)
    apart = min(1.0, mine, theirs)
    return {
        role: min(1.0, both),
        f"{role}_share": _of_less(both, one, other),
        f"{role}_apart": 0.0 if both else apart,
        f"{role}_other": apart if both else 0.0,
        f"{role}_one": 0.0 if apart else min(1.0, max(mine, theirs)),
    }


def _wording(one: Matters, other: Matters) -> dict[str, float]:
    """Whether one is worded as the other with something else put in or added, which says that it
    is another defect; and the words of no list that both have.
    """
    couples = 2 * len(one.couples & other.couples) / (len(one.couples) + len(other.couples) or 1)
    is_changed = bool(_left(one, other)) and bool(_left(other, one))
    most = max(_rest(one.told, other.told), _rest(other.told, one.told))
    unlisted = [w for w in one.words.keys() & other.words.keys() if not one.within.get(w)]
    return {
        "copied": float(couples > _COPY and is_changed),
        "inserted": float(couples > _COPY and most >= _WEIGHTY),
        "others": min(1.0, len(unlisted) / _OTHER_WORDS),
    }


def _worded(one: Matters, other: Matters) -> dict[str, float]:
    """How many words both have."""
    here, there = ({w for w, v in a.words.items() if v >= _HEAVY} for a in (one, other))
    return {"worded": 2 * len(here & there) / (len(here) + len(there) or 1)}


def _done_since(one: Matters, other: Matters) -> dict[str, float]:
    """Whether one says that done, or done well, which the other one misses."""
    pairs = ((one, other), (other, one))
    spoken = [(a.things.keys() | a.aspects.keys(), b.well_done) for a, b in pairs]
    return {
        "done": float(any(_is_met(a, b) for a, b in pairs)),
        "well_done": float(any(not names.isdisjoint(done) for names, done in spoken)),
    }


def _is_met(one: Matters, other: Matters) -> bool:
    """Whether most of what there is not in one is done in the other one."""
    met = one.lacking & other.done
    return bool(one.focus & other.done) or len(met) >= max(2, len(one.lacking) * _MOST)


def _are_apart(one: frozenset[str], other: frozenset[str]) -> float:
    return float(bool(one and other and one.isdisjoint(other)))


def _left(one: Matters, other: Matters) -> set[str]:
    """The words that only one has, and that say nothing which both speak of."""
    heard = other.told.keys() | other.common.keys()
    return {
        word
        for word in one.words
        if word not in other.words and one.within.get(word, frozenset()).isdisjoint(heard)
    }


def _both(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return sum(min(weight, other[name]) for name, weight in one.items() if name in other)


def _rest(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The weight of the weightiest matter that only one has."""
    return max((weight for name, weight in one.items() if name not in other), default=0.0)


def _of_less(both: float, one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Which part it is of the one that says less."""
    return both / (min(sum(one.values()), sum(other.values())) or 1.0)
