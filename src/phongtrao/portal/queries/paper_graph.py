"""The papers around one paper, as far as its reader may see them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import Q
from django.urls import reverse

from phongtrao.org.permissions import Actor
from phongtrao.planning.models import (
    DocumentReference,
    LinkKind,
    Programme,
    ProgrammeAlias,
    ProgrammeDocument,
    ProgrammeLink,
)
from phongtrao.planning.queries import visible_documents, visible_programmes
from phongtrao.planning.rules import name_key, number_key
from phongtrao.portal.drawing import Edge, Node, Relation, relation_in, strongest
from phongtrao.portal.drawing.records import Key

DEPTHS = (1, 2, 3)
MOST_NODES = 300
_MOST_AT_ONCE = 1_000
_LINKED = {LinkKind.REPLACES: Relation.REPLACES, LinkKind.CONTINUES: Relation.EXTENDS}
_FIELDS = (
    *("type", "number", "number_key", "issued_on", "title", "issuer_text", "issuer_key"),
    *("home_body", "founded_programme__paper"),
)


@dataclass(frozen=True, slots=True)
class Step:
    """A row of the table: a paper, and by which tie it was reached; `inwards` = it names."""

    node: Node
    via: Node
    relation: Relation
    inwards: bool


@dataclass(frozen=True, slots=True)
class PaperGraph:
    """Papers and ties around `centre`; `is_cut` where there are more than are shown."""

    centre: Node
    nodes: Sequence[Node]
    edges: Sequence[Edge]
    steps: Sequence[Step]
    is_cut: bool


@dataclass
class _Found:
    """What has been read so far."""

    actor: Actor
    aliases: dict[str, Programme]
    documents: dict[int, ProgrammeDocument] = field(default_factory=dict)
    keys: dict[int, Key] = field(default_factory=dict)
    # The register of the reader's own body comes first.
    at_key: dict[Key, list[int]] = field(default_factory=dict)
    at_number: dict[str, set[Key]] = field(default_factory=dict)
    looked_round: set[int] = field(default_factory=set)
    references: dict[int, DocumentReference] = field(default_factory=dict)
    nodes: dict[Key, Node] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    is_cut: bool = False

    def add(self, document: ProgrammeDocument) -> None:
        """Know a paper and what makes it one with others."""
        if document.pk in self.documents:
            return
        self.documents[document.pk] = document
        key = self.keys[document.pk] = _key_of(self, document)
        self.at_number.setdefault(document.number_key, set()).add(key)
        own = document.home_body_id == self.actor.body_id
        self.at_key.setdefault(key, []).insert(*((0, document.pk) if own else (99, document.pk)))


def graph_of(actor: Actor, document: ProgrammeDocument, depth: int) -> PaperGraph:
    """The papers that this one names and that name it, to some depth; every paper once.

    A paper outside the reader's scope is what the texts he may read say of it: number and day.
    Only the paper of the page is looked round as a programme: everything names a programme.
    """
    programmes = visible_programmes(actor).values("pk")
    rows = ProgrammeAlias.objects.filter(programme__in=programmes).select_related("programme")
    found = _Found(actor, {row.key: row.programme for row in rows})
    found.add(document)
    centre = _node_of(found, document)
    found.nodes[centre.key] = centre
    frontier = [document.pk]
    programme = _programme_of(found, document)
    for level in range(1, depth + 1):
        frontier = _look_round(found, frontier, level, programme if level == 1 else None)
    edges = _edges(found)
    relations = {(edge.source, edge.target): edge.relation for edge in edges}
    steps = [_with_relation(step, relations) for step in found.steps]
    return PaperGraph(centre, list(found.nodes.values()), edges, steps, found.is_cut)


def _look_round(
    found: _Found, frontier: Collection[int], level: int, programme: int | None
) -> list[int]:
    """Read one level of ties; returns the documents that were new."""
    if not frontier:
        return []
    papers = [found.documents[pk] for pk in frontier]
    near = Q(document__in=frontier) | Q(target__in=frontier)
    near |= Q(number_key__in={paper.number_key for paper in papers} - {""})
    if programme is not None:
        near |= Q(target_programme=programme)
    visible = visible_documents(found.actor)
    rows = DocumentReference.objects.filter(near, document__in=visible.values("pk"))
    read = list(rows.select_related("target_programme").order_by("pk")[: _MOST_AT_ONCE + 1])
    found.is_cut |= len(read) > _MOST_AT_ONCE
    _read_documents(found, read)
    found.looked_round |= set(frontier)
    found.references |= {row.pk: row for row in read}
    new: list[int] = []
    keys = {found.keys[pk] for pk in frontier}
    for row in read:
        new += _tie(found, row, keys, level)
    return [pk for pk in dict.fromkeys(new) if pk not in found.looked_round]


def _read_documents(found: _Found, rows: Iterable[DocumentReference]) -> None:
    """The visible papers at either end, also in other registers than the one that names them."""
    ids = {row.document_id for row in rows} | {row.target_id for row in rows if row.target_id}
    founding = (row.target_programme.paper_id for row in rows if row.target_programme)
    ids |= {pk for pk in founding if pk is not None}
    numbers = {row.number_key for row in rows} - {""}
    wanted = Q(pk__in=ids - set(found.documents)) | Q(number_key__in=numbers)
    papers = visible_documents(found.actor).filter(wanted).select_related("founded_programme")
    for paper in papers.only(*_FIELDS).order_by("pk")[:_MOST_AT_ONCE]:
        found.add(paper)


def _tie(found: _Found, row: DocumentReference, keys: set[Key], level: int) -> list[int]:
    """Note the papers at both ends of a mention that touches the level above."""
    source = found.documents.get(row.document_id)
    if source is None:
        return []
    here, there = found.keys[source.pk], _key_of_reference(found, row)
    if here == there or not {here, there} & keys:
        return []
    new: list[int] = []
    ends = ((there, here, False), (here, there, True))
    for key, via, inwards in ends:
        if key in found.nodes or via not in keys:
            continue
        if len(found.nodes) >= MOST_NODES:
            found.is_cut = True
            continue
        node = replace(_node_at(found, key, row), depth=level)
        found.nodes[key] = node
        found.steps.append(Step(node, found.nodes[via], Relation.NAMES, inwards))
        new += found.at_key.get(key, [])
    return new


def _programme_of(found: _Found, document: ProgrammeDocument) -> int | None:
    """The programme that a paper is: it founded it, or bears its number."""
    founded = getattr(document, "founded_programme", None)
    if founded is not None:
        return int(founded.pk)
    named = found.aliases.get(name_key(document.number_key)) if document.number_key else None
    return named.pk if named else None


def _key_of(found: _Found, document: ProgrammeDocument) -> Key:
    programme = _programme_of(found, document)
    if programme is not None:
        return ("programme", str(programme))
    if not document.number_key:
        return ("document", str(document.pk))
    day = document.issued_on.isoformat() if document.issued_on else str(document.pk)
    return ("number", document.number_key, day)


def _key_of_reference(found: _Found, row: DocumentReference) -> Key:
    """The paper that is meant: a programme by any of its names, a known paper, or a number."""
    if row.target_programme_id is not None:
        return ("programme", str(row.target_programme_id))
    target = found.documents.get(row.target_id or 0)
    if target is not None:
        return found.keys[target.pk]
    if row.issued_on:
        return ("number", row.number_key, row.issued_on.isoformat())
    # Without its day a number means the one paper that the reader knows by it, if it is one.
    same = found.at_number.get(row.number_key, set())
    return next(iter(same)) if len(same) == 1 else ("number", row.number_key, "")


def _node_at(found: _Found, key: Key, row: DocumentReference) -> Node:
    if key in found.at_key:
        return _node_of(found, found.documents[found.at_key[key][0]])
    programme = next((p for p in found.aliases.values() if key == ("programme", str(p.pk))), None)
    if programme is not None:
        url = reverse("planning:programme-detail", args=[programme.pk])
        return Node(key, programme.code, programme.signed_on, programme.name, url=url)
    label = " ".join(part for part in (row.type, row.number) if part)
    return Node(key, label, row.issued_on, row.name)


def _node_of(found: _Found, document: ProgrammeDocument) -> Node:
    return Node(
        found.keys[document.pk],
        document.heading,
        document.issued_on,
        document.title,
        document.issuer_text,
        reverse("planning:document-detail", args=[document.pk]),
    )


def _edges(found: _Found) -> list[Edge]:
    """One tie for each pair of shown papers, the strongest of what the texts say."""
    said: dict[tuple[Key, Key], list[Relation]] = {}
    words = _words(found)
    for row in found.references.values():
        source = found.documents.get(row.document_id)
        if source is None:
            continue
        pair = (found.keys[source.pk], _key_of_reference(found, row))
        if pair[0] != pair[1] and pair[0] in found.nodes and pair[1] in found.nodes:
            said.setdefault(pair, []).append(words.get((source.pk, row.number_key), Relation.NAMES))
    for one, other, relation in _links(found):
        if one in found.nodes and other in found.nodes:
            said.setdefault((one, other), []).append(relation)
    return [Edge(*pair, strongest(relations)) for pair, relations in said.items()]


def _words(found: _Found) -> dict[tuple[int, str], Relation]:
    """What each text says that it does to a number."""
    sources = {row.document_id for row in found.references.values()}
    said: dict[tuple[int, str], list[Relation]] = {}
    rows = ProgrammeDocument.objects.filter(pk__in=sources & set(found.documents))
    for pk, text, mentions in rows.values_list("pk", "text", "draft__references"):
        for each in mentions or []:
            key = number_key(str(each.get("number") or ""))
            relation = relation_in(text, _place(each, "start"), _place(each, "end"))
            said.setdefault((pk, key[:80]), []).append(relation)
    return {place: strongest(relations) for place, relations in said.items()}


def _place(mention: dict[str, Any], name: str) -> int:
    value = mention.get(name)
    return value if isinstance(value, int) else -1


def _links(found: _Found) -> list[tuple[Key, Key, Relation]]:
    """How the programmes among the papers stand to each other."""
    ids = [int(key[1]) for key in found.nodes if key[0] == "programme"]
    if len(ids) < 2:
        return []
    rows = ProgrammeLink.objects.filter(programme__in=ids, other__in=ids)
    return [
        (
            ("programme", str(one)),
            ("programme", str(other)),
            _LINKED.get(LinkKind(kind), Relation.NAMES),
        )
        for one, other, kind in rows.values_list("programme_id", "other_id", "kind")
    ]


def _with_relation(step: Step, relations: dict[tuple[Key, Key], Relation]) -> Step:
    pair = (step.via.key, step.node.key)
    if step.inwards:
        pair = (pair[1], pair[0])
    return replace(step, relation=relations.get(pair, Relation.NAMES))
