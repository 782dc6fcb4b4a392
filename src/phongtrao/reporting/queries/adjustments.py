"""Signed lines that count: approved ones at the newest version of a report that counts itself."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from django.db.models import F, QuerySet

from phongtrao.core.errors import NotFound
from phongtrao.org.permissions import Actor
from phongtrao.reporting.cells import cell_text, unpack
from phongtrao.reporting.grid.content import CellSpec, specs_of
from phongtrao.reporting.models import Adjustment, Report, ReportVersion
from phongtrao.reporting.queries.reports import visible
from phongtrao.reporting.rules.figures import SignedLine
from phongtrao.reporting.rules.levels import LEVELS
from phongtrao.reporting.workflow import COUNTING, AdjustmentState

# Kinds of figures that are typed and add up; others are computed or counted by a catalogue.
ADJUSTED_KINDS = ("flow", "stock")
# (version, key of the cell) → its lines, each with its scaled difference
ScaledLines = dict[tuple[int, str], list[SignedLine]]


def counting_adjustments() -> QuerySet[Adjustment]:
    """The lines that enter figures; one at an older version of a report enters none."""
    return Adjustment.objects.filter(
        state=AdjustmentState.IN_FORCE,
        version__n=F("version__report__version_count"),
        version__report__state__in=COUNTING,
    )


def scaled_lines(rounds: Collection[int]) -> ScaledLines:
    """The counting lines of some rounds, in one query."""
    found: ScaledLines = defaultdict(list)
    rows = counting_adjustments().filter(version__report__round__in=list(rounds))
    fields = ("version_id", "cell_key", "level", "difference")
    for version_id, key, level, difference in rows.order_by("pk").values_list(*fields):
        found[version_id, key].append(SignedLine(level, difference))
    return found


def adjustments_seen(actor: Actor) -> QuerySet[Adjustment]:
    """The lines at reports one sees, those that were taken back too, the newest first."""
    return (
        Adjustment.objects.filter(version__report__in=visible(actor))
        .select_related(
            "version__report__body",
            "version__report__round__template_version__template",
            "body",
            "proposed_by",
            "proposed_account",
            "decided_by",
            "decided_account",
            "withdrawn_by",
            "withdrawn_account",
        )
        .order_by("-proposed_at", "-pk")
    )


def adjustment_for(actor: Actor, pk: int) -> Adjustment:
    """One line at a visible report; ``NotFound`` outside scope."""
    found = adjustments_seen(actor).filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def adjustments_of_report(actor: Actor, report: Report) -> list[Adjustment]:
    """Every line at a report."""
    return list(adjustments_seen(actor).filter(version__report=report))


def adjustable_figures(version: ReportVersion) -> list[tuple[CellSpec, str]]:
    """The figures of a version that can take a line: whole, typed and given; as they are shown."""
    specs = specs_of(version.report.round.template_version.cells)
    cells = unpack(bytes(version.cells), len(specs))
    return [
        (spec, cell_text(cells[spec.index], spec.decimals))
        for spec in specs
        if spec.kind in ADJUSTED_KINDS and "." not in spec.key and cells[spec.index].is_given
    ]


def adjustments_entering(
    actor: Actor, versions: Iterable[ReportVersion], keys: Collection[str], level: str
) -> list[Adjustment]:
    """The counting lines at these figures of some versions that enter at a level."""
    rows = adjustments_seen(actor).filter(
        state=AdjustmentState.IN_FORCE,
        version__in=[version.pk for version in versions],
        cell_key__in=list(keys),
        level__in=LEVELS[LEVELS.index(level) :],
    )
    return list(rows.order_by("version__report__body__name_folded", "pk"))


def waiting_adjustments(actor: Actor) -> QuerySet[Adjustment]:
    """Lines of the actor's body that wait for a second person, which he may be."""
    if actor.body is None:
        return Adjustment.objects.none()
    return (
        adjustments_seen(actor)
        .filter(
            body=actor.body,
            state=AdjustmentState.PROPOSED,
            version__n=F("version__report__version_count"),
            version__report__round__locked_at=None,
        )
        .exclude(proposed_account=actor.account)
        .select_related("version__report__round__one_off")
    )
