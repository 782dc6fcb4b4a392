"""Programmes that an actor may see: their cascade, contents with coverage, papers and links."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Case, Count, Exists, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.http import HttpRequest

from phongtrao.core.errors import NotFound
from phongtrao.intake.models import Draft
from phongtrao.org.models import AreaVersion
from phongtrao.org.permissions import Actor
from phongtrao.planning.models import (
    DocumentProgramme,
    LinkKind,
    Programme,
    ProgrammeAlias,
    ProgrammeContent,
    ProgrammeDocument,
    ProgrammeLevel,
    ProgrammeLink,
    Requirement,
    RequirementAddressee,
    TaskProgramme,
)
from phongtrao.planning.queries.documents import followed_by, visible_documents
from phongtrao.planning.rules import name_key, number_key
from phongtrao.planning.workflow import AddresseeState, Part

_RANKS = {level: rank for rank, level in enumerate(ProgrammeLevel.values)}
_CHILDREN_SHOWN = 60
_PAPERS_SHOWN = 30


@dataclass(frozen=True, slots=True)
class Branch:
    """A programme in its cascade: how deep, whether it is the page's own, what lies below it."""

    programme: Programme
    depth: int
    is_here: bool
    below: int


@dataclass(slots=True)
class ContentLine:
    """A content with what papers ask under it, here and in the programmes below.

    `requirements` counts clauses; the states count the bodies in the lead, as coverage does.
    """

    content: ProgrammeContent
    below: int = 0
    requirements: int = 0
    states: dict[str, int] = field(default_factory=dict)
    late: int = 0

    @property
    def waiting(self) -> int:
        """Bodies in the lead that have not decided how to carry a clause out."""
        return self.states.get(AddresseeState.OPEN, 0)

    @property
    def decided(self) -> int:
        """Bodies in the lead that have."""
        return sum(self.states.values()) - self.waiting


def visible_programmes(actor: Actor) -> QuerySet[Programme]:
    """Those of the centre, of the actor's area and below, and of the areas above it."""
    if actor.scope.everything:
        return Programme.objects.all()
    above = [int(part) for part in actor.scope.path.split("/") if part]
    local = Q(home_body__area_id__in=above) | Q(home_body_id=actor.body_id)
    return Programme.objects.filter(
        Q(home_body__isnull=True) | local | actor.scope.where("home_body__area_id")
    )


def programmes_offered(request: HttpRequest | None) -> QuerySet[Programme]:
    """What a filter or a choice offers to whoever asks, the highest level first."""
    actor: Actor | None = getattr(request, "actor", None)
    rows = visible_programmes(actor) if actor else Programme.objects.filter(home_body=None)
    return _ranked(rows).order_by("rank", "code", "pk")


def programmes_for(actor: Actor) -> QuerySet[Any]:
    """The programmes that a form may offer to an actor, the highest level first."""
    return _ranked(visible_programmes(actor)).order_by("rank", "code", "pk")


def programme_for(actor: Actor, pk: int) -> Programme:
    """One visible programme; raises NotFound."""
    found = (
        visible_programmes(actor)
        .select_related("home_body", "parent", "paper")
        .defer("paper__text", "paper__search_folded")
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise NotFound
    return found


def programme_rows(actor: Actor) -> QuerySet[Programme]:
    """Rows of the list of programmes, each with its counts and whether another took its place."""
    replaced = ProgrammeLink.objects.filter(other=OuterRef("pk"), kind=LinkKind.REPLACES)
    return (
        _ranked(visible_programmes(actor))
        .select_related("home_body", "parent")
        .annotate(
            content_count=Count("contents", distinct=True),
            child_count=Count("children", distinct=True),
            is_replaced=Exists(replaced),
        )
    )


def cascade_of(actor: Actor, programme: Programme) -> tuple[list[Branch], int]:
    """The programmes above, this one, and those directly below; and how many of these there are."""
    above: list[Programme] = []
    found = programme.parent
    while found is not None:
        above.insert(0, found)
        found = found.parent
    rows = visible_programmes(actor).select_related("home_body")
    rows = rows.annotate(child_count=Count("children"))
    children = list(rows.filter(parent=programme).order_by("level", "code", "pk"))
    depth = len(above)
    here = [Branch(each, place, is_here=False, below=0) for place, each in enumerate(above)]
    here.append(Branch(programme, depth, is_here=True, below=len(children)))
    here += [
        Branch(each, depth + 1, is_here=False, below=each.child_count)
        for each in children[:_CHILDREN_SHOWN]
    ]
    return here, len(children)


def content_lines(actor: Actor, programme: Programme, day: date) -> list[ContentLine]:
    """Every content with the coverage of what is asked under it, seen by this reader."""
    contents = list(programme.contents.select_related("parent").order_by("position"))
    lines = {content.pk: ContentLine(content) for content in contents}
    homes = content_homes(contents)
    for pk, top in homes.items():
        lines[top].below += pk != top
    papers = visible_documents(actor).values("pk")
    asked = Requirement.objects.filter(content_id__in=homes, document__in=papers)
    for pk, count in asked.order_by().values_list("content").annotate(Count("pk")):
        lines[homes[pk]].requirements += count
    for row in _decisions(actor, homes, day):
        line = lines[homes[row["requirement__content"]]]
        line.states[row["state"]] = line.states.get(row["state"], 0) + row["count"]
        line.late += row["late"]
    return list(lines.values())


def papers_of(actor: Actor, programme: Programme) -> tuple[list[ProgrammeDocument], int]:
    """The newest papers of a programme that the reader may open, and how many there are."""
    rows = visible_documents(actor).filter(serving(programme, "document"))
    rows = rows.defer("text", "search_folded")
    return list(rows.order_by("-issued_on", "-pk")[:_PAPERS_SHOWN]), rows.count()


def serving(programme: Programme, kind: str) -> Q:
    """The tasks (or papers) of a programme and those that serve it beside their own; each once."""
    tags = (TaskProgramme if kind == "task" else DocumentProgramme).objects
    tagged = tags.filter(programme=programme).values(f"{kind}_id")
    return Q(programme=programme) | Q(pk__in=tagged)


def paper_is_visible(actor: Actor, programme: Programme) -> bool:
    """Whether the reader may open the paper by which a programme was founded."""
    return visible_documents(actor).filter(pk=programme.paper_id or 0).exists()


def links_of(actor: Actor, programme: Programme) -> list[ProgrammeLink]:
    """Predecessors and linked programmes; those that the reader may not see are left out."""
    seen = Q(other__isnull=True) | Q(other__in=visible_programmes(actor).values("pk"))
    return list(programme.links.filter(seen).select_related("other").order_by("kind", "pk"))


def links_to(actor: Actor, programme: Programme) -> list[ProgrammeLink]:
    """Visible programmes that name this one as their predecessor, or go with it."""
    rows = ProgrammeLink.objects.filter(
        other=programme, programme__in=visible_programmes(actor).values("pk")
    )
    return list(rows.select_related("programme").order_by("kind", "pk"))


def link_for(actor: Actor, pk: int) -> ProgrammeLink:
    """One link of a visible programme; raises NotFound."""
    rows = ProgrammeLink.objects.filter(programme__in=visible_programmes(actor).values("pk"))
    found = rows.select_related("programme").filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found


def parents_for(actor: Actor) -> QuerySet[Programme]:
    """The programmes that one of the actor's level may make concrete: those of the levels above."""
    rank = _RANKS.get(actor.scope.level, 0)
    return programmes_for(actor).filter(rank__lt=rank)


def programme_named_in(draft: Draft) -> Programme | None:
    """The programme that a draft names: by an alias, or by its number where it was founded in the
    draft's area or above; else the only one of the centre.
    """
    names = [draft.number, *(str(row.get("number") or "") for row in draft.references)]
    keys = {name_key(name) for name in names if name}
    alias = ProgrammeAlias.objects.filter(key__in=keys).select_related("programme").first()
    local = _founded_near(draft, names)
    if local is not None or alias is not None:
        return local or (alias.programme if alias else None)
    only = list(Programme.objects.filter(home_body=None)[:2])
    return only[0] if len(only) == 1 else None


def _founded_near(draft: Draft, names: Iterable[str]) -> Programme | None:
    """The nearest programme of the draft's area and those above that bears one of the numbers."""
    path = AreaVersion.objects.filter(lineage_id=draft.body.area_id, valid_to=None)
    above = [int(part) for version in path for part in version.path.split("/") if part]
    keys = {number_key(name) for name in names if name}
    rows = Programme.objects.filter(home_body__area_id__in=above).select_related("home_body")
    named = [row for row in rows if number_key(row.code) in keys]
    return max(named, key=lambda row: above.index(_area_of(row)), default=None)


def _area_of(programme: Programme) -> int:
    return programme.home_body.area_id if programme.home_body else 0


def _ranked(rows: QuerySet[Programme]) -> QuerySet[Any]:
    whens = [When(level=level, then=Value(rank)) for level, rank in _RANKS.items()]
    return rows.annotate(rank=Case(*whens, output_field=IntegerField()))


def content_homes(contents: list[ProgrammeContent]) -> dict[int, int]:
    """Each content of the programme and below → the one of this programme that it belongs to."""
    homes = {content.pk: content.pk for content in contents}
    wave = list(homes)
    while wave:
        rows = ProgrammeContent.objects.filter(parent_id__in=wave).values_list("pk", "parent_id")
        fresh = {pk: homes[parent] for pk, parent in rows if parent is not None and pk not in homes}
        homes |= fresh
        wave = list(fresh)
    return homes


def _decisions(actor: Actor, contents: Iterable[int], day: date) -> Iterable[Any]:
    rows = RequirementAddressee.objects.filter(
        followed_by(actor),
        part=Part.LEAD,
        requirement__content_id__in=contents,
        requirement__document__in=visible_documents(actor).values("pk"),
    )
    late = Count("pk", filter=Q(state=AddresseeState.OPEN, concretise_by__lt=day))
    return (
        rows.order_by()
        .values("requirement__content", "state")
        .annotate(count=Count("pk"), late=late)
    )
