"""Which layout profile is in force on a day, and how it writes a symbol."""

from collections.abc import Sequence
from datetime import date

from phongtrao.publishing.word.decree_30_2020 import DECREE_30_2020
from phongtrao.publishing.word.kinds import PaperKind
from phongtrao.publishing.word.layout_profile import LayoutProfile
from phongtrao.publishing.word.party_guide_36 import PARTY_GUIDE_36

PROFILES: tuple[LayoutProfile, ...] = (DECREE_30_2020,)
PARTY_PROFILES: tuple[LayoutProfile, ...] = (PARTY_GUIDE_36,)


def profile_on(day: date) -> LayoutProfile:
    """The profile of administrative papers in force on `day`.

    Days before the oldest profile are answered with it.
    """
    return _in_force(PROFILES, day)


def party_profile_on(day: date) -> LayoutProfile:
    """The profile of papers of Party bodies in force on `day`, likewise."""
    return _in_force(PARTY_PROFILES, day)


def symbol_of(kind: PaperKind, bodies: Sequence[str], profile: LayoutProfile) -> str:
    """ "CTr-BCA-MTTW", of a Party body "CTr/ĐUCA": kind, issuers, unit that wrote it."""
    joined = "-".join(body for body in bodies if body)
    short = profile.formulas.abbreviations.get(kind.name, kind.abbreviation)
    if not short or not joined:
        return short or joined
    return profile.formulas.symbol.format(kind=short, bodies=joined)


def _in_force(profiles: tuple[LayoutProfile, ...], day: date) -> LayoutProfile:
    for profile in profiles:
        if profile.valid_from <= day and (profile.valid_to is None or day < profile.valid_to):
            return profile
    return min(profiles, key=lambda profile: profile.valid_from)
