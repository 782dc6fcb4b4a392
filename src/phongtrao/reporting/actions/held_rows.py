"""Rows of a round, held until the transaction ends: those of a training round may be erased."""

from typing import TypeVar

from django.db.models import Model, QuerySet

from phongtrao.core import erasing
from phongtrao.core.errors import N_

Row = TypeVar("Row", bound=Model)


def held_row(rows: QuerySet[Row], pk: int) -> Row:
    """One row of a queryset that locks; ``Refused`` (410) where its round was erased meanwhile."""
    return erasing.held(
        rows,
        pk,
        gone=N_(
            "Đợt tập làm này vừa được xóa nên nội dung bạn gửi không được lưu. Số liệu chính thức"
            " không thay đổi. Hãy về Việc cần xử lý để làm tiếp."
        ),
    )
