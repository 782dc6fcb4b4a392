"""Which layout profile is in force on a day."""

from datetime import date

from phongtrao.publishing.word.decree_30_2020 import DECREE_30_2020
from phongtrao.publishing.word.layout_profile import LayoutProfile

PROFILES: tuple[LayoutProfile, ...] = (DECREE_30_2020,)


def profile_on(day: date) -> LayoutProfile:
    """The profile in force on `day`; days before the oldest profile are answered with it."""
    for profile in PROFILES:
        if profile.valid_from <= day and (profile.valid_to is None or day < profile.valid_to):
            return profile
    return min(PROFILES, key=lambda profile: profile.valid_from)
