"""Sets of areas made here: named with a basis, members dated. Never by faith or ethnicity."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from phongtrao.core import audit
from phongtrao.core.boundary.stems import forbidden_names
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused, Sentence
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.org.models import AreaSet, AreaSetMember, AreaVersion
from phongtrao.org.permissions import Actor, may_keep_set
from phongtrao.org.queries.areas import area_versions_on

_LONGEST_SLUG = 30


@dataclass(frozen=True, slots=True)
class SetTerms:
    """What a set is called, of which kind and by which paper."""

    name: str
    kind: str
    basis: str
    is_verified: bool


@transaction.atomic
def make_set(
    terms: SetTerms, level: str, areas: Collection[AreaVersion], since: date, *, by: Actor
) -> AreaSet:
    """A new set with its first members; a set is never empty, its members say whose it is.

    Raises Forbidden outside the actor's area, InvalidInput for a forbidden name or a wrong level.
    """
    _require_name(terms.name)
    _require_keeper(by, {area.lineage_id for area in areas})
    made = AreaSet.objects.create(
        code=_free_code(terms.name),
        name=tidy_line(terms.name),
        kind=terms.kind,
        level=level,
        basis=tidy_line(terms.basis),
        is_verified=terms.is_verified,
        name_folded=fold(tidy_line(terms.name)),
    )
    _add(made, areas, since)
    audit.record("area_set.made", made, by=by, name=made.name, basis=made.basis, size=len(areas))
    return made


@transaction.atomic
def change_set(area_set: AreaSet, terms: SetTerms, *, by: Actor) -> AreaSet:
    """Another name, kind or basis. Raises Forbidden, InvalidInput."""
    _require_name(terms.name)
    area_set = _locked(area_set, by)
    area_set.name, area_set.name_folded = tidy_line(terms.name), fold(tidy_line(terms.name))
    area_set.kind, area_set.basis = terms.kind, tidy_line(terms.basis)
    area_set.is_verified = terms.is_verified
    area_set.save()
    audit.record("area_set.changed", area_set, by=by, name=area_set.name, basis=area_set.basis)
    return area_set


@transaction.atomic
def add_members(
    area_set: AreaSet, areas: Collection[AreaVersion], since: date, basis: str, *, by: Actor
) -> list[AreaSetMember]:
    """More members from a day on; all of them or none.

    Raises Forbidden, and InvalidInput that names every area which cannot come in.
    """
    area_set = _locked(area_set, by)
    _require_keeper(by, {area.lineage_id for area in areas})
    made = _add(area_set, areas, since, basis)
    audit.record(
        "area_set.members_added",
        area_set,
        by=by,
        areas=[area.lineage_id for area in areas],
        since=since.isoformat(),
        basis=tidy_line(basis),
    )
    return made


@transaction.atomic
def end_membership(member: AreaSetMember, on: date, *, by: Actor) -> AreaSetMember:
    """An area leaves a set from a day on. Raises Forbidden, Refused, InvalidInput."""
    area_set = _locked(member.area_set, by)
    member = AreaSetMember.objects.select_for_update(of=("self",)).get(pk=member.pk)
    if member.valid_to is not None:
        raise Refused(N_("Địa bàn này đã thôi thuộc tập từ trước."), code="ended")
    if on <= member.valid_from:
        raise InvalidInput(
            N_("Ngày thôi phải sau ngày bắt đầu, %(start)s."),
            fields={"on": Sentence(N_("Ngày thôi phải sau ngày bắt đầu."))},
            start=f"{member.valid_from:%d/%m/%Y}",
        )
    member.valid_to = on
    member.save(update_fields=["valid_to"])
    audit.record("area_set.member_ended", area_set, by=by, area=member.area_id, on=on.isoformat())
    return member


def _add(
    area_set: AreaSet, areas: Collection[AreaVersion], since: date, basis: str = ""
) -> list[AreaSetMember]:
    _require_fitting(area_set, areas, since)
    return AreaSetMember.objects.bulk_create(
        AreaSetMember(
            area_set=area_set, area_id=area.lineage_id, valid_from=since, basis=tidy_line(basis)
        )
        for area in areas
    )


def _require_fitting(area_set: AreaSet, areas: Collection[AreaVersion], since: date) -> None:
    """Of the set's level, in force from the day, not a member at that time already."""
    ids = {area.lineage_id for area in areas}
    standing = set(area_versions_on(since).filter(lineage_id__in=ids).values_list(
        "lineage_id", flat=True
    ))  # fmt: skip
    members = AreaSetMember.objects.filter(area_set=area_set, area_id__in=ids)
    inside = {row.area_id for row in members if row.valid_to is None or row.valid_to > since}
    wrong = [
        area.full_name
        for area in areas
        if area.level != area_set.level
        or area.lineage_id not in standing
        or area.lineage_id in inside
    ]
    if wrong or not areas:
        raise InvalidInput(
            N_(
                "Chưa thêm địa bàn nào. Sai cấp, chưa có vào ngày bắt đầu hoặc đã thuộc tập:"
                " %(names)s."
            ),
            code="members",
            names=", ".join(wrong) or "–",
        )


def _require_name(name: str) -> None:
    """Sets are never made by faith, ethnicity or what else the boundary keeps out (§3)."""
    stem = forbidden_names().find(name)
    if stem:
        said = Sentence(
            N_(
                'Tên tập có "%(stem)s". Tập địa bàn không lập theo tôn giáo, dân tộc hay đặc điểm'
                " của con người."
            ),
            {"stem": stem},
        )
        raise InvalidInput(said, code="forbidden_stem", fields={"name": said})


def _require_keeper(by: Actor, area_ids: Collection[int]) -> None:
    if not may_keep_set(by, area_ids):
        raise Forbidden(
            N_(
                "Tập có địa bàn ngoài phạm vi bạn quản trị. Chưa có gì thay đổi. Hãy đề nghị"
                " quản trị cấp trên."
            ),
            code="not_set_keeper",
        )


def _locked(area_set: AreaSet, by: Actor) -> AreaSet:
    """The set for a change; who keeps it is decided by all members it ever had."""
    members = AreaSetMember.objects.filter(area_set=area_set)
    _require_keeper(by, set(members.values_list("area_id", flat=True)))
    return AreaSet.objects.select_for_update().get(pk=area_set.pk)


def _free_code(name: str) -> str:
    """A readable code; a suffix keeps it apart from sets that may ship under the same name."""
    words = "-".join("".join(c if c.isalnum() else " " for c in fold(name)).split())
    return f"{words[:_LONGEST_SLUG].strip('-')}-{uuid.uuid4().hex[:6]}"
