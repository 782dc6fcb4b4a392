"""What every register does the same way: lock, compare versions, strike out, name the partners."""

from collections.abc import Container, Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from django.db import transaction

from phongtrao.core import audit, search
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Sentence, StaleVersion
from phongtrao.core.vietnamese import tidy_line
from phongtrao.fieldwork.register import permissions
from phongtrao.fieldwork.register.models import Entry, Partner
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor

E = TypeVar("E", bound=Entry)
MOST_PARTNERS = 40


def require_recorder(by: Actor) -> None:
    """Raises Forbidden where the acting posting keeps no register."""
    if not permissions.may_record(by):
        raise Forbidden(N_("Chức trách đang chọn không ghi sổ hoạt động. Chưa có gì thay đổi."))


def locked(entry: E, *, by: Actor, expected_version: int | None = None) -> E:
    """The entry, held until the transaction ends.

    Raises Forbidden (another body's, struck out) and StaleVersion.
    """
    found = type(entry)._default_manager.select_for_update(of=("self",)).get(pk=entry.pk)  # noqa: SLF001 - Django's documented name
    if not permissions.can_keep(by, found):
        raise Forbidden(
            N_("Chỉ cơ quan chủ trì mới sửa được mục này, khi mục chưa bị gạch bỏ."),
        )
    if expected_version is not None and expected_version != found.row_version:
        raise StaleVersion
    return found


def save_changed(entry: E, facts: Mapping[str, Any]) -> E:
    """Write other facts and count the version up."""
    for name, value in facts.items():
        setattr(entry, name, value)
    entry.row_version += 1
    entry.save()
    search.refresh(type(entry), [entry.pk])
    return entry


@transaction.atomic
def strike_out(entry: E, *, reason: str, by: Actor) -> E:
    """Strike an entry out: it counts nowhere any more and stays readable with the reason.

    Raises Forbidden and InvalidInput (no reason).
    """
    found = locked(entry, by=by)
    said = tidy_line(reason)[:300]
    if not said:
        missing = Sentence(N_("Hãy ghi lý do gạch bỏ, ví dụ: ghi trùng, ghi nhầm địa bàn."))
        raise InvalidInput(missing, fields={"reason": missing})
    save_changed(found, {"struck_on": by.day, "struck_reason": said})
    audit.record(f"{type(found)._meta.model_name}.struck", found, by=by, reason=said)
    return found


def write_partners(partner: type[Partner], entry: Entry, bodies: Iterable[Body]) -> None:
    """The bodies that took part, instead of those before; raises InvalidInput for too many."""
    others = {body.pk: body for body in bodies if body.pk != entry.body_id}
    if len(others) > MOST_PARTNERS:
        raise InvalidInput(
            N_("Ghi nhiều nhất %(most)s cơ quan phối hợp."), "entry.partners", most=MOST_PARTNERS
        )
    make: Any = partner  # `entry` is a field of the slice
    rows = make._default_manager  # noqa: SLF001 - Django's documented name
    rows.filter(entry=entry).delete()
    rows.bulk_create(make(entry=entry, body=body) for body in others.values())


def require_past(day: date, by: Actor, *, field: str) -> None:
    """Raises InvalidInput for a day to come: a register holds what has been done."""
    if day > by.day:
        said = Sentence(N_("Sổ ghi việc đã làm: ngày muộn nhất là hôm nay."))
        raise InvalidInput(said, fields={field: said})


def require_known(field: str, code: str, known: Container[str]) -> None:
    """Raises InvalidInput for a word outside a closed list."""
    if code not in known:
        said = Sentence(N_("Hãy chọn trong danh mục."))
        raise InvalidInput(said, fields={field: said})


def require_within(field: str, figure: int, lowest: int, highest: int) -> None:
    """Raises InvalidInput for a figure out of bounds."""
    if not lowest <= figure <= highest:
        said = Sentence(
            N_("Hãy ghi một số từ %(lowest)s đến %(highest)s."),
            {"lowest": lowest, "highest": highest},
        )
        raise InvalidInput(said, fields={field: said})


def area_in_reach(area_id: int, by: Actor, *, field: str = "area") -> int:
    """The area where it lies in the acting body's own area; raises InvalidInput elsewhere."""
    if not by.scope.covers_now(area_id):
        said = Sentence(N_("Địa bàn này không thuộc phạm vi của cơ quan bạn."))
        raise InvalidInput(said, fields={field: said})
    return area_id
