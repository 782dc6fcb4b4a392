"""`phongtrao first-account`: the administrator who opens all other accounts."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError

from phongtrao.cli import prepare
from phongtrao.cli.commands import PlainCommand
from phongtrao.core import clock
from phongtrao.org.actions import Terms, open_first_account
from phongtrao.org.gazetteer.country import ROOT_ID
from phongtrao.org.gazetteer.resolve import resolve
from phongtrao.org.models import AreaVersion, Body
from phongtrao.org.queries import body_for_kind
from phongtrao.org.roles import Role


class Command(PlainCommand):
    """Opens the first account on a new installation, from the server itself."""

    help = "Mở tài khoản quản trị hệ thống đầu tiên và in mật khẩu dùng một lần."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Who, and for which body."""
        parser.add_argument("username", help="tên đăng nhập")
        parser.add_argument("--name", required=True, help="họ và tên")
        parser.add_argument(
            "--province", default="", help="tên tỉnh, thành phố; bỏ trống: trung ương"
        )
        parser.add_argument(
            "--body", choices=["ca", "mttq"], default="ca", help="công an hoặc mặt trận"
        )
        parser.add_argument("--capacity", default="Quản trị hệ thống", help="chức vụ")
        parser.add_argument(
            "--basis", default="Cài đặt hệ thống", help="số, ngày văn bản giao việc"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Open the account and print its one-time password, which is kept nowhere."""
        if settings.DEMO:
            raise CommandError(
                "Đang ở chế độ trình diễn (PHONGTRAO_DEMO=1), chưa mở tài khoản nào. Hãy bỏ biến "
                "đó và dùng một thư mục dữ liệu khác cho hệ thống thật."
            )
        prepare.ensure_ready()
        body = _body(options["body"], options["province"])
        terms = Terms(
            body=body,
            role=Role.ADMINISTRATOR,
            capacity=options["capacity"],
            basis=options["basis"],
            valid_from=clock.today(),
        )
        account, password = open_first_account(
            options["username"], options["name"], terms, by=prepare.service_actor()
        )
        self.stdout.write(f"Đã mở tài khoản {account.username} ({account.full_name}), {body.name}.")
        self.stdout.write(f"Mật khẩu dùng một lần: {password}")
        self.stdout.write("Mật khẩu này không được lưu ở đâu khác; đổi ngay khi đăng nhập lần đầu.")


def _body(kind: str, province: str) -> Body:
    body = body_for_kind(kind, _province(province) if province else ROOT_ID, clock.today())
    if body is None:
        raise CommandError(
            f"Chưa có cơ quan này ở {province or 'trung ương'}, chưa mở tài khoản nào."
        )
    return body


def _province(text: str) -> int:
    today = clock.today()
    named = [m.version for m in resolve(text, today, today=today) if m.version.level == "province"]
    names = {version.name for version in named if version.valid_to is None}
    found = AreaVersion.objects.on(today).filter(level="province", name__in=names)
    if len(found) != 1:
        raise CommandError(
            f"Không rõ “{text}” là tỉnh, thành phố nào trong 34 tỉnh, thành phố hiện nay, chưa mở "
            "tài khoản nào. Hãy ghi tên đầy đủ, ví dụ: --province 'Quảng Ngãi'"
        )
    return found[0].lineage_id
