"""The list of accounts as page, workbook and print."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core.lists import Column, ListSpec, link_to
from phongtrao.org.models import Account, Posting


def _joined(account: Account, part: str) -> str:
    return "; ".join(str(getattr(posting, part)) for posting in _postings(account))


def _postings(account: Account) -> list[Posting]:
    found: list[Posting] = account.postings_in_force  # type: ignore[attr-defined]  # queries.accounts
    return found


def _roles(account: Account) -> str:
    return "; ".join(str(posting.get_role_display()) for posting in _postings(account))


def _state(account: Account) -> str:
    if not account.is_active:
        return gettext("Đã khóa")
    if not _postings(account):
        return gettext("Không còn chức vụ")
    if account.must_change_password:
        return gettext("Chưa đổi mật khẩu một lần")
    return gettext("Đang giữ chức vụ")


def _tone(account: Account) -> str:
    if not account.is_active or not _postings(account):
        return "secondary"
    return "warning" if account.must_change_password else "success"


ACCOUNT_LIST = ListSpec(
    title=_("Tài khoản"),
    columns=[
        Column(
            "ho_ten",
            _("Họ và tên"),
            lambda a: a.full_name or a.username,
            sort="name_sort",
            link=link_to("org:account-detail"),
            width=28,
        ),
        Column("ten", _("Tên đăng nhập"), lambda a: a.username, sort="username", width=20),
        Column("chuc_vu", _("Chức vụ"), lambda a: _joined(a, "capacity"), width=30),
        Column("co_quan", _("Cơ quan"), lambda a: _joined(a, "body"), width=44),
        Column("vai_tro", _("Vai trò"), _roles, width=28),
        Column("trang_thai", _("Trạng thái"), _state, chip=_tone, width=24),
        Column(
            "dien_thoai", _("Điện thoại cơ quan"), lambda a: a.office_phone, optional=True, width=20
        ),
    ],
    order="ho_ten",
    empty=_("Không có tài khoản nào khớp với bộ lọc."),
    file_name="tai-khoan",
)
