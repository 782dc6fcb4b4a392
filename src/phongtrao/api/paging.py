"""Lists in pieces: a cursor says where the next piece begins, whatever is added meanwhile."""

import base64
import binascii
from collections.abc import Callable
from typing import Annotated, Any, Generic, TypeVar

from django.db.models import Model, QuerySet
from ninja import Query, Schema
from pydantic import Field

from phongtrao.core.errors import N_, InvalidInput

Item = TypeVar("Item")
Row = TypeVar("Row", bound=Model)
LARGEST = 500
Limit = Annotated[int, Query(100, ge=1, le=LARGEST, description="Số dòng nhiều nhất một lần.")]
Cursor = Annotated[
    str | None,
    Query(None, max_length=200, description="Giá trị next của lần trước; không có: từ đầu."),
]
# Numbers that a database column can hold.
Pk = Annotated[int, Field(ge=1, le=2**63 - 1)]


class Page(Schema, Generic[Item]):
    """Some of a list; `next` is the cursor of what follows, null at its end."""

    items: list[Item]
    next: str | None


def piece(
    rows: "QuerySet[Row, Row]",
    key: str,
    *,
    cursor: str | None,
    limit: int,
    read: Callable[[str], Any] = str,
    descending: bool = False,
) -> tuple[list[Row], str | None]:
    """The rows behind the cursor in the order of a unique `key`, and the cursor of what follows."""
    if cursor is not None:
        begin = _decoded(cursor, read)
        rows = rows.filter(**{f"{key}__{'lt' if descending else 'gt'}": begin})
    found = list(rows.order_by(f"-{key}" if descending else key)[: limit + 1])
    if len(found) <= limit:
        return found, None
    last = getattr(found[limit - 1], key)
    return found[:limit], base64.urlsafe_b64encode(str(last).encode()).decode().rstrip("=")


def whole(text: str) -> int:
    """A cursor that is the number of a row."""
    number = int(text)
    if not 0 < number < 2**63:
        raise ValueError("no number of a row")
    return number


def _decoded(cursor: str, read: Callable[[str], Any]) -> Any:
    try:
        text = base64.b64decode(cursor + "=" * (-len(cursor) % 4), b"-_", validate=True).decode()
        if "\0" in text:
            raise ValueError("no such key")
        return read(text)
    except (ValueError, binascii.Error):
        told = N_("Con trỏ trang không đúng; hãy dùng giá trị next của lần trước.")
        raise InvalidInput(told, "cursor", fields={"query.cursor": told}) from None
