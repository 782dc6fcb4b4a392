"""What a reader may ask figures about: indicators, bodies, schemes, periods and places.

An indicator is offered where it stands in a form in which the reader's kind of body takes part, so
that the pages of figures open no door beside that of the reports.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from django.db.models import Q

from phongtrao.core import clock
from phongtrao.core.errors import NotFound
from phongtrao.core.periods import DEFAULT_SCHEME, Period, month_of, parse_period, parse_scheme
from phongtrao.org.gazetteer.body_kinds import load_kinds
from phongtrao.org.models import AreaVersion
from phongtrao.org.permissions import Actor
from phongtrao.org.queries import area_versions_on
from phongtrao.org.roles import LEVELS
from phongtrao.reporting.models import Indicator, Round, TemplateVersion, official
from phongtrao.reporting.queries.designs import in_reach


@dataclass(frozen=True, slots=True)
class AskedRound:
    """A round as far as the pages choose by it."""

    pk: int
    scheme: str
    period: Period
    level: str
    template_id: int
    version_id: int
    last_day: date
    deadline_at: datetime


@dataclass(frozen=True)
class Offered:
    """What one reader may choose from; everything is read once."""

    actor: Actor

    @cached_property
    def versions(self) -> list[TemplateVersion]:
        """The frozen forms in which the reader's kind of body takes part."""
        if self.actor.body is None:
            return []
        rows = TemplateVersion.objects.filter(
            in_reach(self.actor, "template__"), participants=self.actor.body.kind_id
        )
        rows = rows.select_related("template").defer("sections", "checks", "approvals", "deadlines")
        return list(rows.order_by("template__name", "-n"))

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        """The indicators that stand in those forms or are computed from them, by code."""
        held: set[str] = set()
        for version in self.versions:
            held.update(cell["indicator"] for cell in version.cells)
            held.update(version.computed)
        # Not the lists that no page of figures shows: every request would read them a hundredfold.
        rows = Indicator.objects.filter(
            Q(code__in=held) | Q(kind__in=("ratio", "mean")), is_enabled=True
        ).defer("frequency", "levels", "former_names", "disaggregation")
        return {row.code: row for row in rows if row.code in held or _parts(row) <= held}

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The kinds of bodies that report in those forms: code and name."""
        known = load_kinds().kinds
        codes = sorted({kind for version in self.versions for kind in version.kinds})
        return {code: known[code].name if code in known else code for code in codes}

    @cached_property
    def rounds(self) -> list[AskedRound]:
        """The official rounds of those forms in, above or below one's area, the newest first."""
        above = [int(part) for part in self.actor.scope.path.split("/") if part]
        inside = Q(area_id__in=above) | self.actor.scope.where("area_id")
        if self.actor.scope.everything:
            inside = Q()
        rows = Round.objects.filter(
            inside, official(), template_version__in=[v.pk for v in self.versions]
        )
        rows = rows.order_by("-last_day", "-pk")
        fields = ("pk", "scheme", "period", "level", "template_version__template_id",
                  "template_version_id", "last_day", "deadline_at")  # fmt: skip
        return [
            AskedRound(pk, scheme, parse_period(label), *rest)
            for pk, scheme, label, *rest in rows.values_list(*fields)
        ]

    @cached_property
    def schemes(self) -> list[str]:
        """The schemes of those rounds, that of the newest first."""
        return list(dict.fromkeys(each.scheme for each in self.rounds))

    @cached_property
    def levels(self) -> list[str]:
        """The levels of areas that lie in the reader's: from its own down."""
        own = self.actor.scope.level
        if own not in LEVELS:
            return []
        return [level for level in LEVELS[LEVELS.index(own) :] if level != "district"]

    @property
    def usual_scheme(self) -> str:
        """The scheme of the newest round; the default one before there are any."""
        return (self.schemes or [DEFAULT_SCHEME.code])[0]

    def usual_period(self, scheme: str) -> Period:
        """The newest period that has ended; before there are any rounds the month of today."""
        return self.newest_period(scheme) or month_of(clock.today(), parse_scheme(scheme))

    def newest_period(self, scheme: str, day: date | None = None) -> Period | None:
        """The period of the newest round that has ended; else of the newest there is."""
        today = day or clock.today()
        of_scheme = [each for each in self.rounds if each.scheme == scheme]
        ended = [each for each in of_scheme if each.last_day < today]
        return next((each.period for each in ended or of_scheme), None)

    def chosen(self, codes: Iterable[str]) -> list[Indicator]:
        """The offered indicators among some codes, in their order; others are passed over."""
        return [self.indicators[code] for code in dict.fromkeys(codes) if code in self.indicators]

    def indicator(self, code: str) -> Indicator:
        """One offered indicator; ``NotFound`` for every other."""
        if code not in self.indicators:
            raise NotFound
        return self.indicators[code]


def place_on(actor: Actor, area_id: int, day: date) -> AreaVersion:
    """An area within scope as it stood on a day; ``NotFound`` outside and where it was not."""
    if not actor.scope.covers(area_id):
        raise NotFound
    found = area_versions_on(day).filter(lineage_id=area_id).first()
    if found is None:
        raise NotFound
    return found


def place_and_below(actor: Actor, area_id: int, day: date) -> tuple[AreaVersion, list[AreaVersion]]:
    """An area within scope and those directly below it on a day; ``NotFound`` as `place_on`."""
    if not actor.scope.covers(area_id):
        raise NotFound
    both = area_versions_on(day).filter(Q(lineage_id=area_id) | Q(parent_id=area_id))
    rows = list(both.order_by("sort_key", "pk"))
    area = next((row for row in rows if row.lineage_id == area_id), None)
    if area is None:
        raise NotFound
    return area, [row for row in rows if row.lineage_id != area_id]


def tops_and_below(actor: Actor, day: date) -> tuple[list[AreaVersion], list[AreaVersion]]:
    """The highest areas of a day within scope, and those directly below them; one query."""
    if actor.scope.area_id is None:
        return [], []
    inside = actor.scope.where("lineage_id")
    if actor.scope.everything:
        inside = Q(parent=None) | Q(level="province")
    seen = list(area_versions_on(day).filter(inside).order_by("sort_key", "pk"))
    ids = {area.lineage_id for area in seen}
    tops = [area for area in seen if area.parent_id not in ids]
    highest = {top.lineage_id for top in tops}
    return tops, [area for area in seen if area.parent_id in highest]


def places_offered(actor: Actor, day: date) -> list[AreaVersion]:
    """The areas that may be chosen: the highest of the day, and those directly below them."""
    tops, below = tops_and_below(actor, day)
    return [*tops, *below]


def below_of(area: AreaVersion, day: date) -> list[AreaVersion]:
    """The areas directly below one on a day, in Vietnamese order."""
    rows = area_versions_on(day).filter(parent_id=area.lineage_id)
    return list(rows.order_by("sort_key", "pk"))


def areas_of_level(actor: Actor, tops: Sequence[AreaVersion], level: str, day: date
                   ) -> list[AreaVersion]:  # fmt: skip
    """The areas of a level in some areas (they themselves, if of that level), within scope."""
    if not tops:
        return []
    inside = Q()
    for top in tops:
        inside |= Q(path__startswith=top.path)
    rows = area_versions_on(day).filter(inside, level=level).order_by("sort_key", "pk")
    return [area for area in rows if actor.scope.covers(area.lineage_id)]


def _parts(row: Indicator) -> frozenset[str]:
    """The parts from which a ratio or mean is computed; never empty, so that `<=` asks rightly."""
    text = f"{row.numerator}+{row.denominator}"
    return frozenset(part.strip() for part in text.split("+") if part.strip()) or frozenset({""})
