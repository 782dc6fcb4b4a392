"""At which level the areas report that a figure is rolled up from. Pure."""

from collections.abc import Collection, Sequence

LEVELS = ("country", "province", "district", "commune", "residential_area")
# Communes report as a rule; only where they did not, another level answers.
_PREFERRED = ("commune", "district", "province", "country", "residential_area")
# The levels of the catalogue that are levels of areas, the usual one first.
_CATALOGUE = (("X", "commune"), ("T", "province"), ("TW", "country"), ("KDC", "residential_area"))


def reporting_level(
    asked: str,
    with_figures: Collection[str],
    with_rounds: Collection[str],
    catalogue: Sequence[str],
) -> str | None:
    """The one level whose figures are added up for areas of the asked level.

    It is not above the asked one: communes before others where several levels have figures
    (figures of two levels are never added). Where none has any in the period it is a level that
    rounds ask for the indicator in other periods, else the indicator's own in the catalogue. None
    where the indicator is told only above the asked level.
    """
    inside = LEVELS[LEVELS.index(asked) :]
    for known in (with_figures, with_rounds):
        for level in _PREFERRED:
            if level in inside and level in known:
                return level
    usual = [level for code, level in _CATALOGUE if code in catalogue] or ["commune"]
    return next((level for level in usual if level in inside), None)
