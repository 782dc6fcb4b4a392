"""`phongtrao recurrences`: propose which recommendations repeat an earlier one."""

from typing import Any

from phongtrao.cli import prepare
from phongtrao.cli.commands import PlainCommand
from phongtrao.core.formats import number
from phongtrao.oversight.actions import propose_for_all


class Command(PlainCommand):
    """Looks at every recommendation anew; what people decided stays."""

    help = "Tìm các kiến nghị sau kiểm tra có thể lặp lại tồn tại trước đó."

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0 with one line."""
        prepare.ensure_ready()
        looked, made = propose_for_all()
        self.stdout.write(
            f"Đã xem {number(looked)} kiến nghị, thêm {number(made)} đề xuất lặp lại."
        )
