"""Found the programme of a province or commune from its paper; change it; link it with others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max

from phongtrao.core import audit, clock, search
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused, Sentence, StaleVersion
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.org.models import BodyKind
from phongtrao.org.permissions import Actor
from phongtrao.planning import permissions
from phongtrao.planning.models import (
    LinkKind,
    Programme,
    ProgrammeContent,
    ProgrammeDocument,
    ProgrammeLevel,
    ProgrammeLink,
    ProgrammeParty,
    Requirement,
)
from phongtrao.planning.rules import number_key

MOST_CONTENTS = 60
_LEVELS: list[str] = list(ProgrammeLevel.values)


@dataclass(frozen=True, slots=True)
class ProgrammeTerms:
    """What a programme is called, its number, its day and its term."""

    code: str
    name: str
    short_name: str
    signed_on: date
    first_year: int
    last_year: int


@dataclass(frozen=True, slots=True)
class ContentSpec:
    """A content and the one above that it makes concrete; `pk` of one that stands already."""

    name: str
    parent: ProgrammeContent | None
    pk: int | None = None


@transaction.atomic
def found_programme(
    document: ProgrammeDocument,
    terms: ProgrammeTerms,
    *,
    parent: Programme,
    contents: Sequence[ContentSpec],
    kinds: Sequence[BodyKind],
    by: Actor,
) -> Programme:
    """The programme of the actor's province or commune, from a paper in its own register.

    Raises Forbidden (not the standing body, another register), Refused (the paper founded one
    already) and InvalidInput (no content, a parent that is not above, a wrong term, a known
    number).
    """
    if not permissions.can_found(by) or document.home_body_id != by.body_id:
        raise Forbidden(
            N_("Chỉ cơ quan thường trực của tỉnh, xã lập được chương trình từ văn bản trong sổ.")
        )
    level = by.scope.level
    if _LEVELS.index(parent.level) >= _LEVELS.index(level):
        raise InvalidInput(N_("Chương trình cấp trên phải thuộc cấp cao hơn."), "programme.parent")
    if Programme.objects.filter(paper=document).exists():
        raise Refused(N_("Văn bản này đã được dùng để lập chương trình."), code="paper_used")
    _check(terms, contents, parent, None, by)
    posting = permissions.posting_of(by)
    made = Programme.objects.create(
        level=level,
        parent=parent,
        home_body=posting.body,
        paper=document,
        source=document.heading,
        **_facts(terms),
    )
    _write_parties(made, kinds)
    _write_contents(made, contents)
    facts = {"parent": parent.pk, "document": document.pk, "contents": len(contents)}
    audit.record("programme.founded", made, by=by, **facts)
    search.refresh(Programme, [made.pk])
    return made


@transaction.atomic
def change_programme(
    programme: Programme,
    terms: ProgrammeTerms,
    *,
    contents: Sequence[ContentSpec],
    kinds: Sequence[BodyKind],
    by: Actor,
    expected_version: int | None = None,
) -> Programme:
    """Other words, another term, other contents or parties.

    Raises Forbidden, StaleVersion, InvalidInput, and Refused where a content that is left out is in
    use.
    """
    found = Programme.objects.select_for_update(of=("self",)).get(pk=programme.pk)
    _require_keeper(by, found)
    if expected_version is not None and expected_version != found.row_version:
        raise StaleVersion(mine=_shown(_facts(terms)), theirs=_shown(vars(found)))
    parent = found.parent
    if parent is None:
        raise Refused(N_("Chương trình của Trung ương không sửa ở đây."), code="from_pack")
    _check(terms, contents, parent, found, by)
    _drop_contents(found, {spec.pk for spec in contents})
    for name, value in _facts(terms).items():
        setattr(found, name, value)
    found.row_version += 1
    found.save()
    found.parties.exclude(kind__in=kinds).delete()
    _write_parties(found, kinds)
    _write_contents(found, contents)
    audit.record("programme.changed", found, by=by, name=found.name, contents=len(contents))
    search.refresh(Programme, [found.pk])
    return found


@transaction.atomic
def link_programme(
    programme: Programme,
    kind: str,
    *,
    by: Actor,
    other: Programme | None = None,
    named: str = "",
) -> ProgrammeLink:
    """Name a predecessor or a programme that goes with this one: one kept here, or by its words.

    Raises Forbidden, InvalidInput (neither or both, itself) and Refused (linked already).
    """
    _require_keeper(by, programme)
    words = tidy_line(named)[:300]
    if (other is None) == (not words):
        raise InvalidInput(N_("Hãy chọn một chương trình có sẵn, hoặc ghi tên, số của nó."))
    if other is not None and other.pk == programme.pk:
        raise InvalidInput(N_("Chương trình không liên kết với chính nó."), "link.itself")
    if other is not None and programme.links.filter(other=other).exists():
        raise Refused(N_("Hai chương trình này đã được liên kết."), code="linked")
    link = ProgrammeLink.objects.create(
        programme=programme,
        kind=LinkKind(kind),
        other=other,
        named=words,
        made_at=clock.now(),
        made_by=permissions.posting_of(by),
    )
    audit.record(
        "programme.linked",
        programme,
        by=by,
        kind=link.kind,
        other=other.pk if other else None,
        named=words,
    )
    return link


@transaction.atomic
def unlink_programme(link: ProgrammeLink, *, by: Actor) -> None:
    """Take a link back. Raises Forbidden."""
    _require_keeper(by, link.programme)
    audit.record(
        "programme.unlinked",
        link.programme,
        by=by,
        kind=link.kind,
        other=link.other_id,
        named=link.named,
    )
    link.delete()


def _require_keeper(by: Actor, programme: Programme) -> None:
    if not permissions.can_keep(by, programme):
        raise Forbidden(N_("Chỉ cơ quan giữ chương trình này mới sửa được."), code="not_keeper")


def _facts(terms: ProgrammeTerms) -> dict[str, Any]:
    code, name = tidy_line(terms.code), tidy_line(terms.name)
    short = tidy_line(terms.short_name)
    return {
        "code": code[:60],
        "name": name,
        "short_name": short[:120],
        "signed_on": terms.signed_on,
        "first_year": terms.first_year,
        "last_year": terms.last_year,
        "search_folded": fold(f"{code}\n{name}\n{short}"),
    }


def _shown(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {N_("Tên chương trình"): facts["name"], N_("Số, ký hiệu"): facts["code"]}


def _check(
    terms: ProgrammeTerms,
    contents: Sequence[ContentSpec],
    parent: Programme,
    known: Programme | None,
    by: Actor,
) -> None:
    if not 1 <= len(contents) <= MOST_CONTENTS:
        raise InvalidInput(
            N_("Chương trình cần từ 1 đến %(most)s nội dung."),
            "programme.contents",
            most=MOST_CONTENTS,
        )
    if any(spec.parent and spec.parent.programme_id != parent.pk for spec in contents):
        raise InvalidInput(
            N_("Mỗi nội dung xếp vào một nội dung của chương trình cấp trên."), "programme.mapping"
        )
    if terms.last_year < terms.first_year:
        said = Sentence(N_("Năm cuối không trước năm đầu."))
        raise InvalidInput(said, fields={"last_year": said})
    # Two spellings of a number are one; the number is kept as it was written.
    others = Programme.objects.filter(home_body_id=by.body_id)
    codes = others.exclude(pk=known.pk if known else 0).values_list("code", flat=True)
    if number_key(terms.code) in map(number_key, codes):
        said = Sentence(N_("Cơ quan bạn đã có chương trình mang số này."))
        raise InvalidInput(said, fields={"code": said})


def _write_parties(programme: Programme, kinds: Sequence[BodyKind]) -> None:
    """Kinds that take part already stay; new ones come after them."""
    last = programme.parties.aggregate(last=Max("position"))["last"] or 0
    known = set(programme.parties.values_list("kind_id", flat=True))
    ProgrammeParty.objects.bulk_create(
        ProgrammeParty(programme=programme, kind=kind, position=last + place)
        for place, kind in enumerate(kinds, start=1)
        if kind.pk not in known
    )


def _write_contents(programme: Programme, contents: Sequence[ContentSpec]) -> None:
    """New contents come after those that stand; what is under its own regime above is so below."""
    standing = {content.pk: content for content in programme.contents.all()}
    last = max((content.position for content in standing.values()), default=0)
    for spec in contents:
        content = standing.get(spec.pk or 0)
        if content is None:
            last += 1
            content = ProgrammeContent(programme=programme, position=last, code=f"N{last}")
        content.name = tidy_line(spec.name)[:200]
        content.parent = spec.parent
        content.is_separate_regime = bool(spec.parent and spec.parent.is_separate_regime)
        content.save()


def _drop_contents(programme: Programme, kept: set[int | None]) -> None:
    left = programme.contents.exclude(pk__in=[pk for pk in kept if pk])
    for content in left:
        used = (
            Requirement.objects.filter(content=content).exists()
            or content.assignments.exists()
            or content.made_concrete_by.exists()
        )
        if used:
            raise Refused(
                N_("Nội dung “%(name)s” đã có việc xếp vào nên chưa bỏ được."),
                code="content_used",
                name=content.name,
            )
    left.delete()
