"""Columns that every list of entries has."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core import clock
from phongtrao.core.lists import Column
from phongtrao.fieldwork.register.rules import Term, name_in
from phongtrao.org.queries.areas import area_labels


def word_of(terms: Iterable[Term], code: str) -> str:
    """What a code of a closed list is called, in the language of the page."""
    return gettext(name_in(terms, code))


def prepare_areas(rows: Sequence[Any]) -> None:
    """Give the rows of one page the names of their areas as of today, in one query."""
    labels = area_labels({row.area_id for row in rows}, clock.today())
    for row in rows:
        row.area_label = labels.get(row.area_id, "")


def area_column(*, optional: bool = False) -> Column:
    """The area an entry counts for; needs `prepare_areas`."""
    return Column("dia_ban", _("Địa bàn"), lambda r: r.area_label, optional=optional, width=26)


def body_column(*, optional: bool = False) -> Column:
    """The body in charge."""
    return Column(
        "chu_tri", _("Chủ trì"), lambda r: r.body.name, sort="body__name", optional=optional,
        width=34,
    )  # fmt: skip


def state_column() -> Column:
    """Whether the entry counts."""
    return Column(
        "tinh_trang", _("Tình trạng"),
        lambda r: _("Đã gạch bỏ") if r.is_struck else _("Được tính"),
        chip=lambda r: "danger" if r.is_struck else "success", optional=True, width=14,
    )  # fmt: skip
