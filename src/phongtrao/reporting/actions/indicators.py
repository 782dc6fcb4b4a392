"""The catalogue in the hands of the standing body: indicators and the lists that divide them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.text import slugify

from phongtrao.core import audit, clock
from phongtrao.core.boundary.indicators import CountFault, indicator_faults
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused, Sentence
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.reporting import permissions
from phongtrao.reporting.models import BreakdownList, Indicator
from phongtrao.reporting.queries.definitions import breakdown_faults, definition_of
from phongtrao.reporting.queries.designs import is_indicator_used

_CODE = re.compile(r"[A-Z]{2,4}[0-9]{2,3}[A-Z]?")
_MOST_DECIMALS = 6
_MOST_VALUES = 60
_LONGEST_REASON = 200


@dataclass(frozen=True)
class IndicatorTerms:
    """What a designer says of an indicator; the parts are codes joined by "+"."""

    code: str
    name: str
    unit: str
    kind: str
    section_code: str
    section: str
    name_en: str = ""
    numerator: str = ""
    denominator: str = ""
    factor: int = 1
    disaggregation: tuple[str, ...] = ()
    frequency: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    decimals: int = 0
    counts_people: bool = False
    legal_source: str = ""
    is_source_checked: bool = False


@transaction.atomic
def create_indicator(
    terms: IndicatorTerms, *, replaces: Indicator | None = None, by: Actor
) -> Indicator:
    """Add an indicator of the actor's body, or one that takes over the meaning of another.

    The replaced one is disabled with the new code as its reason; its figures stay its own series.
    Raises ``InvalidInput``, ``Forbidden``, ``Refused`` for what may not be counted.
    """
    row = Indicator(owner=_require_designer(by), changed_at=clock.now(), replaces=replaces)
    if replaces is not None:
        require_manager(by, replaces.owner)
    _apply(row, terms)
    row.position = (Indicator.objects.aggregate(last=Max("position"))["last"] or 0) + 1
    _require_lawful(row)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        raise InvalidInput(
            N_("Mã %(taken)s đã có chỉ tiêu khác dùng. Hãy chọn mã khác."),
            "indicator.code",
            fields={"code": N_("Mã này đã có chỉ tiêu khác dùng.")},
            taken=row.code,
        ) from None
    audit.record("indicator.created", row, by=by, code=row.code, kind=row.kind)
    if replaces is not None:
        _switch_off(replaces, N_("Thay bằng %(code)s") % {"code": row.code}, by)
    return row


@transaction.atomic
def change_indicator(row: Indicator, terms: IndicatorTerms, *, by: Actor) -> Indicator:
    """Change an indicator that no issued form asks for yet. The code stays."""
    found = _locked(row, by)
    if is_indicator_used(found):
        raise Refused(
            N_(
                "Chỉ tiêu %(indicator)s đã có trong biểu mẫu ban hành nên nghĩa của nó không đổi"
                " được. Hãy đổi tên gọi, hoặc lập chỉ tiêu mới thay thế."
            ),
            code="indicator_used",
            indicator=found.code,
        )
    code = found.code
    _apply(found, terms)
    found.code, found.changed_at = code, clock.now()
    _require_lawful(found)
    found.save()
    audit.record("indicator.changed", found, by=by, code=code)
    return found


@transaction.atomic
def rename_indicator(row: Indicator, name: str, *, reason: str, by: Actor) -> Indicator:
    """Give an indicator another name from today on; the former one is kept with its last day."""
    found, told = _locked(row, by), tidy_line(name)[:200]
    if not told or told == found.name:
        raise InvalidInput(
            N_("Chưa ghi tên mới."), "indicator.name", fields={"name": N_("Chưa ghi tên mới.")}
        )
    former = {
        "name": found.name,
        "until": clock.today().isoformat(),
        "reason": _required_reason(reason),
    }
    found.former_names = [*found.former_names, former]
    found.name, found.changed_at = told, clock.now()
    _require_lawful(found)
    found.save(update_fields=["name", "former_names", "changed_at"])
    audit.record("indicator.renamed", found, by=by, code=found.code, was=former["name"])
    return found


@transaction.atomic
def disable_indicator(row: Indicator, *, reason: str, by: Actor) -> Indicator:
    """Take an indicator out of use for new versions of forms; its figures stay."""
    return _switch_off(_locked(row, by), _required_reason(reason), by)


@transaction.atomic
def enable_indicator(row: Indicator, *, by: Actor) -> Indicator:
    """Take an indicator back into use; a ratio only where its parts are known."""
    found = _locked(row, by)
    _require_parts(found)
    if found.kind == "distinct":
        raise Refused(
            N_("Chưa có danh mục để đếm theo nên chỉ tiêu này chưa dùng được."), code="no_entries"
        )
    found.is_enabled, found.disabled_reason, found.changed_at = True, "", clock.now()
    found.save(update_fields=["is_enabled", "disabled_reason", "changed_at"])
    audit.record("indicator.enabled", found, by=by, code=found.code)
    return found


@transaction.atomic
def save_breakdown(
    row: BreakdownList | None, name: str, values: Sequence[str], *, by: Actor
) -> BreakdownList:
    """Make a closed list, or give it other values; forms that were issued keep what they ask."""
    body = _require_designer(by)
    if row is None:
        found = BreakdownList(owner=body, code=_free_code(name))
    else:
        found = BreakdownList.objects.select_for_update(of=("self",)).get(pk=row.pk)
        require_manager(by, found.owner)
        found.row_version += 1
    found.name = tidy_line(name)[:120]
    found.values = _values(values, {value["name"]: value["code"] for value in found.values})
    found.changed_at = clock.now()
    if not found.name or len(found.values) < 2:
        raise InvalidInput(N_("Danh mục cần có tên và ít nhất hai giá trị."), "breakdown.empty")
    _refuse(breakdown_faults(found))
    found.save()
    audit.record("breakdown.saved", found, by=by, values=len(found.values))
    return found


def _values(names: Iterable[str], known: dict[str, str]) -> list[dict[str, str]]:
    """Each value with the code it had, or with a new one made of its name."""
    told = list(dict.fromkeys(filter(None, (tidy_line(name)[:80] for name in names))))
    taken = set(known.values())
    found = []
    for name in told[:_MOST_VALUES]:
        code = known.get(name) or _distinct(slugify(fold(name)).replace("-", "_")[:20], taken)
        taken.add(code)
        found.append({"code": code, "name": name})
    return found


def _distinct(stem: str, taken: set[str]) -> str:
    stem = stem.strip("_") or "gia_tri"
    return next(
        code for n in range(len(taken) + 1) if (code := f"{stem}_{n}" if n else stem) not in taken
    )


def _free_code(name: str) -> str:
    stem = slugify(fold(name)).replace("-", "_")[:16]
    taken = set(BreakdownList.objects.values_list("code", flat=True))
    return _distinct(stem if stem[:1].isalpha() else f"d_{stem}", taken)


def _apply(row: Indicator, terms: IndicatorTerms) -> None:
    for name, value in asdict(terms).items():
        told = tidy_line(value) if isinstance(value, str) else value
        setattr(row, name, list(told) if isinstance(told, tuple) else told)
    fields = {}
    if not _CODE.fullmatch(row.code):
        fields["code"] = N_("Mã gồm 2 đến 4 chữ cái in hoa và 2 đến 3 chữ số, ví dụ TT30.")
    if not row.name:
        fields["name"] = N_("Chưa ghi tên chỉ tiêu.")
    if not row.unit:
        fields["unit"] = N_("Chưa ghi đơn vị tính.")
    if not 0 <= row.decimals <= _MOST_DECIMALS:
        fields["decimals"] = N_("Số chữ số thập phân từ 0 đến 6.")
    if fields:
        raise InvalidInput(
            N_("Chưa lưu được chỉ tiêu; hãy xem các ô bên dưới."), "indicator.terms", fields=fields
        )
    _require_parts(row)


def _require_parts(row: Indicator) -> None:
    """A ratio is reckoned from known parts, a mean is weighted by one; others have none."""
    wanted = {"ratio": ("numerator", "denominator"), "mean": ("denominator",)}.get(row.kind, ())
    for name in ("numerator", "denominator"):
        codes = [part.strip() for part in getattr(row, name).split("+") if part.strip()]
        known = set(Indicator.objects.filter(code__in=codes).values_list("code", flat=True))
        missing = sorted(set(codes) - known)
        if missing or (name in wanted and not codes):
            raise _unknown_parts(name, missing)
        setattr(row, name, "+".join(codes) if row.kind in ("ratio", "mean") else "")


def _unknown_parts(name: str, missing: Sequence[str]) -> InvalidInput:
    said = Sentence(N_("Loại này phải có thành phần; hãy ghi mã chỉ tiêu."))
    if missing:
        said = Sentence(N_("Không có chỉ tiêu %(codes)s."), {"codes": ", ".join(missing)})
    message = N_("Chưa rõ chỉ tiêu được tính từ đâu. %(said)s")
    return InvalidInput(message, "indicator.parts", fields={name: said}, said=said)


def _require_lawful(row: Indicator) -> None:
    _refuse(indicator_faults(definition_of(row)))


def _refuse(faults: Sequence[CountFault]) -> None:
    if faults:
        raise InvalidInput(N_("Chưa lưu. %(reason)s"), "boundary", reason=faults[0].sentence)


def _switch_off(row: Indicator, reason: str, by: Actor) -> Indicator:
    row.is_enabled, row.disabled_reason, row.changed_at = False, reason, clock.now()
    row.save(update_fields=["is_enabled", "disabled_reason", "changed_at"])
    audit.record("indicator.disabled", row, by=by, code=row.code, reason=reason)
    return row


def _required_reason(reason: str) -> str:
    told = tidy_line(reason)[:_LONGEST_REASON]
    if not told:
        said = N_("Chưa ghi lý do.")
        raise InvalidInput(said, "reason.empty", fields={"reason": said})
    return told


def _locked(row: Indicator, by: Actor) -> Indicator:
    found = Indicator.objects.select_for_update(of=("self",)).select_related("owner").get(pk=row.pk)
    _require_designer(by)
    require_manager(by, found.owner)
    return found


def _require_designer(by: Actor) -> Body:
    if by.body is None or not permissions.may_design_at_all(by):
        raise Forbidden(
            N_(
                "Chỉ cơ quan thường trực hoặc quản trị hệ thống mới sửa danh mục chỉ tiêu."
                " Chưa có gì thay đổi."
            )
        )
    return by.body


def require_manager(by: Actor, owner: Body | None) -> None:
    """Refuse whoever does not manage what this body has added (nobody: the packaged ones)."""
    if not permissions.can_design(by, owner):
        raise Forbidden(
            N_("Nội dung này do cơ quan khác quản lý nên bạn không sửa được. Chưa có gì thay đổi.")
        )
