"""Forms, drafts, indicators and lists of breakdowns within reach of an actor."""

from collections.abc import Mapping

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet

from phongtrao.core.errors import NotFound
from phongtrao.org.permissions import Actor
from phongtrao.reporting.grid.design_faults import CountedThing
from phongtrao.reporting.models import (
    IMPORT_TEMPLATE,
    BreakdownList,
    Indicator,
    ReportTemplate,
    Round,
    TemplateDraft,
    TemplateVersion,
)


def templates_for(actor: Actor) -> QuerySet[ReportTemplate]:
    """The forms that are packaged, of bodies above, of one's own area and of those below.

    One-off requests and the form of imported files are not designed here.
    """
    rounds = Round.objects.filter(template_version__template=OuterRef("pk"))
    return (
        ReportTemplate.objects.filter(in_reach(actor), is_one_off=False)
        .exclude(code=IMPORT_TEMPLATE)
        .select_related("owner")
        .annotate(
            newest=Max("versions__n"),
            issued_at=Max("versions__created_at"),
            drafts=Count("draft"),
            is_used=Exists(rounds),
        )
    )


def template_for(actor: Actor, pk: int) -> ReportTemplate:
    """One form within reach; ``NotFound`` outside."""
    found = templates_for(actor).filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def draft_for(actor: Actor, pk: int) -> TemplateDraft:
    """The draft of a form within reach; ``NotFound`` where there is none."""
    found = (
        TemplateDraft.objects.filter(template__in=templates_for(actor).values("pk"))
        .select_related("template__owner", "saved_by__account")
        .filter(template=pk)
        .first()
    )
    if found is None:
        raise NotFound
    return found


def version_of(template: ReportTemplate, n: int | None = None) -> TemplateVersion | None:
    """A frozen version of a form, the newest unless a number is asked for."""
    versions = template.versions.select_related("issued_by__account", "issued_by__body")
    return (versions.filter(n=n) if n else versions).order_by("-n").first()


def indicators_for(actor: Actor) -> QuerySet[Indicator]:
    """The packaged catalogue and what bodies above, of one's own area and below have added."""
    return Indicator.objects.filter(in_reach(actor)).select_related("owner", "replaces")


def indicator_for(actor: Actor, pk: int) -> Indicator:
    """One indicator within reach; ``NotFound`` outside."""
    found = indicators_for(actor).filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def breakdowns_for(actor: Actor) -> QuerySet[BreakdownList]:
    """The closed lists by which figures may be divided."""
    return BreakdownList.objects.filter(in_reach(actor)).select_related("owner")


def breakdown_for(actor: Actor, pk: int) -> BreakdownList:
    """One list within reach; ``NotFound`` outside."""
    found = breakdowns_for(actor).filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def is_indicator_used(row: Indicator) -> bool:
    """Whether a frozen form asks for it: then its meaning is settled."""
    return any(
        row.code in {cell["indicator"] for cell in cells}
        for cells in TemplateVersion.objects.values_list("cells", flat=True)
    )


def forms_that_ask(row: Indicator) -> list[TemplateVersion]:
    """The newest version of each form that asks for an indicator."""
    newest: dict[int, TemplateVersion] = {}
    versions = TemplateVersion.objects.select_related("template").order_by("template__name", "n")
    for version in versions.exclude(template__code=IMPORT_TEMPLATE):
        newest[version.template_id] = version
    return [
        version
        for version in newest.values()
        if row.code in {cell["indicator"] for cell in version.cells}
    ]


def counted_things() -> Mapping[str, CountedThing]:
    """What a designed form must know of the catalogue, by code."""
    return {
        row.code: CountedThing(
            code=row.code,
            name=row.name,
            kind=row.kind,
            levels=tuple(row.levels),
            parts=_parts(row),
            disabled_reason="" if row.is_enabled else row.disabled_reason,
        )
        for row in Indicator.objects.all()
    }


def _parts(row: Indicator) -> tuple[str, ...]:
    both = f"{row.numerator}+{row.denominator}"
    return tuple(part.strip() for part in both.split("+") if part.strip())


def in_reach(actor: Actor, of: str = "") -> Q:
    """Of nobody, of one's own area or below, or of an area above one's own.

    `of` leads from the rows that are asked to what has an owner, as ``template__``.
    """
    above = [int(part) for part in actor.scope.path.split("/") if part]
    own = actor.scope.where(f"{of}owner__area_id")
    return Q(**{f"{of}owner": None}) | own | Q(**{f"{of}owner__area_id__in": above})
