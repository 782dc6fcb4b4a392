"""Set, change and drop targets; every indicator is checked against the catalogue."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.db.models import QuerySet

from phongtrao.core import audit, clock, search
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused, Sentence, StaleVersion
from phongtrao.core.periods import parse_period
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.org.permissions import Actor
from phongtrao.planning import permissions
from phongtrao.planning.models import Bound, Programme, ProgrammeDocument, Target
from phongtrao.planning.queries.targets import KnownIndicator, indicators_known


@dataclass(frozen=True, slots=True)
class TargetSpec:
    """A target as it is typed or read from a table; `area_id` is a lineage."""

    programme: Programme
    area_id: int
    period: str
    indicator: str
    bound: str
    value: Decimal
    source: str
    upper: Decimal | None = None
    baseline: Decimal | None = None
    baseline_year: int | None = None
    clause: str = ""
    document: ProgrammeDocument | None = None


@transaction.atomic
def set_target(spec: TargetSpec, *, by: Actor) -> Target:
    """A new target of an area in the actor's reach.

    Raises Forbidden, Refused (there is one for that indicator and period) and InvalidInput (an
    unknown indicator, one that may have no target, bounds the wrong way round, half a baseline).
    """
    _require_reach(by, spec.area_id)
    target = Target()
    _fill(target, spec, checked_indicator(spec.indicator), by)
    if _twins(target).exists():
        raise Refused(_twin_sentence(target), code="target_known")
    target.save()
    search.refresh(Target, [target.pk])
    audit.record("target.set", target, by=by, **_told(target))
    return target


@transaction.atomic
def set_targets(specs: Sequence[TargetSpec], *, by: Actor) -> list[Target]:
    """All targets of a table in one act; one that stands already takes the new values.

    Raises Forbidden and InvalidInput as `set_target`; then nothing is written.
    """
    known = indicators_known({code_key(spec.indicator) for spec in specs})
    written = []
    for spec in specs:
        _require_reach(by, spec.area_id)
        indicator = usable_indicator(spec.indicator, known.get(code_key(spec.indicator)))
        target = Target()
        _fill(target, spec, indicator, by)
        twin = _twins(target).select_for_update(of=("self",)).first()
        if twin is not None:
            _require_change(by, twin)
            target.pk, target.row_version = twin.pk, twin.row_version + 1
        target.save()
        written.append(target)
    search.refresh(Target, [target.pk for target in written])
    if written:
        audit.record(
            "target.imported", written[0].programme, by=by, targets=[t.pk for t in written]
        )
    return written


@transaction.atomic
def change_target(
    target: Target, spec: TargetSpec, *, by: Actor, expected_version: int | None = None
) -> Target:
    """Other values or another source. Raises as `set_target`, and StaleVersion."""
    found = _locked(target, by)
    _require_reach(by, spec.area_id)
    if expected_version is not None and expected_version != found.row_version:
        raise StaleVersion(
            mine={N_("Mức giao"): str(spec.value), N_("Văn bản giao"): spec.source},
            theirs={N_("Mức giao"): str(found.value), N_("Văn bản giao"): found.source},
        )
    before = _told(found)
    _fill(found, spec, checked_indicator(spec.indicator), by)
    if _twins(found).exists():
        raise Refused(_twin_sentence(found), code="target_known")
    found.row_version += 1
    found.save()
    search.refresh(Target, [found.pk])
    audit.record("target.changed", found, by=by, before=before, **_told(found))
    return found


@transaction.atomic
def drop_target(target: Target, *, by: Actor) -> None:
    """Take a target back; the audit record keeps what it was. Raises Forbidden."""
    found = _locked(target, by)
    audit.record("target.dropped", found, by=by, **_told(found))
    gone = found.pk
    found.delete()
    search.refresh(Target, [gone])


def checked_indicator(code: str) -> KnownIndicator:
    """The indicator of a code; raises InvalidInput for an unknown one or one without targets."""
    key = code_key(code)
    return usable_indicator(code, indicators_known({key}).get(key))


def code_key(code: str) -> str:
    """A code as the catalogue writes it."""
    return "".join(tidy_line(code).split()).upper()[:20]


def usable_indicator(code: str, known: KnownIndicator | None) -> KnownIndicator:
    """What the catalogue says of a code; raises InvalidInput where it is unknown or refused."""
    if known is None:
        said = Sentence(
            N_('Danh mục không có chỉ tiêu nào mang mã "%(code)s". Hãy chọn mã trong danh mục.'),
            {"code": tidy_line(code)[:40]},
        )
        raise InvalidInput(said, "target.unknown_indicator", fields={"indicator": said})
    if known.refusal:
        said = Sentence(
            N_('Không giao chỉ tiêu cho "%(code)s": %(reason)s'),
            {"code": known.code, "reason": Sentence(known.refusal)},
        )
        raise InvalidInput(said, "target.not_allowed", fields={"indicator": said})
    return known


def _require_reach(by: Actor, area_id: int) -> None:
    if not permissions.can_set_target(by, area_id):
        raise Forbidden(
            N_("Chỉ cơ quan thường trực giao chỉ tiêu, cho địa bàn mình và cấp dưới."),
            code="target_reach",
        )


def _require_change(by: Actor, target: Target) -> None:
    if not permissions.can_change_target(by, target):
        raise Forbidden(
            N_("Chỉ tiêu này do cơ quan cấp trên giao nên chỉ cơ quan đó sửa được."),
            code="target_of_others",
        )


def _locked(target: Target, by: Actor) -> Target:
    found = (
        Target.objects.select_for_update(of=("self",)).select_related("set_by").get(pk=target.pk)
    )
    _require_change(by, found)
    return found


def _fill(target: Target, spec: TargetSpec, indicator: KnownIndicator, by: Actor) -> None:
    require_figures(spec)
    target.programme, target.area_id = spec.programme, spec.area_id
    target.period = parse_period(spec.period).label
    target.indicator_code, target.indicator_name = indicator.code, indicator.name[:300]
    target.unit = indicator.unit[:60]
    target.bound, target.value = Bound(spec.bound), spec.value
    target.upper = spec.upper if spec.bound == Bound.BETWEEN else None
    target.baseline, target.baseline_year = spec.baseline, spec.baseline_year
    target.source, target.clause = tidy_line(spec.source)[:300], tidy_line(spec.clause)[:120]
    target.document = spec.document
    words = (indicator.code, indicator.name, target.source, target.clause)
    target.search_folded = fold("\n".join(words))
    target.set_at, target.set_by = clock.now(), permissions.posting_of(by)


def require_figures(spec: TargetSpec) -> None:
    """Refuse bounds the wrong way round, half a baseline, a target without its paper."""
    if spec.bound not in Bound.values:
        raise InvalidInput(N_("Chưa rõ loại mức của chỉ tiêu."), "target.bound")
    if spec.bound == Bound.BETWEEN and (spec.upper is None or spec.upper <= spec.value):
        said = Sentence(N_("Mức trong khoảng cần mức cao nhất lớn hơn mức thấp nhất."))
        raise InvalidInput(said, "target.range", fields={"upper": said})
    if (spec.baseline is None) != (spec.baseline_year is None):
        said = Sentence(N_("Giá trị gốc phải đi cùng năm gốc."))
        raise InvalidInput(said, "target.baseline", fields={"baseline_year": said})
    if not tidy_line(spec.source):
        said = Sentence(N_("Hãy ghi văn bản giao chỉ tiêu."))
        raise InvalidInput(said, "target.source", fields={"source": said})


def _twins(target: Target) -> QuerySet[Target]:
    return Target.objects.filter(
        programme=target.programme,
        area_id=target.area_id,
        period=target.period,
        indicator_code=target.indicator_code,
    ).exclude(pk=target.pk)


def _twin_sentence(target: Target) -> Sentence:
    return Sentence(
        N_("Địa bàn này đã có chỉ tiêu %(code)s cho kỳ %(period)s; hãy sửa chỉ tiêu đó."),
        {"code": target.indicator_code, "period": target.period},
    )


def _told(target: Target) -> dict[str, str | int]:
    return {
        "area": target.area_id,
        "period": target.period,
        "indicator": target.indicator_code,
        "bound": str(target.bound),
        "value": str(target.value),
        "upper": str(target.upper or ""),
        "source": target.source,
    }
