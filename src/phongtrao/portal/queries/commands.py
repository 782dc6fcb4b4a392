"""Pages and verbs of the product that the palette offers beside what was found."""

from collections.abc import Iterator

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from phongtrao.core.navigation import MenuEntry, ShownEntry, frame_of
from phongtrao.core.search import Query
from phongtrao.core.vietnamese import fold
from phongtrao.org.permissions import Actor

_VERB, _PAGE = "bolt", "file-text"
COMMANDS = (
    MenuEntry(_("Tải văn bản lên"), _VERB, "intake:draft-upload", "intake.upload"),
    MenuEntry(_("Giao nhiệm vụ"), _VERB, "planning:task-assign", "task.assign"),
    MenuEntry(_("Soạn công văn đôn đốc"), _VERB, "planning:urging-draft", "task.assign"),
    MenuEntry(_("Ghi kiến nghị, đề xuất"), _VERB, "planning:proposal-make", "proposal.make"),
    MenuEntry(_("Gửi dự thảo lấy ý kiến"), _VERB, "planning:commentround-make", "comment.ask"),
    MenuEntry(_("Lập theo dõi đề án, dự thảo"), _VERB, "planning:scheme-start", "scheme.manage"),
    MenuEntry(_("Ghi văn bản ký kết"), _VERB, "planning:joint-record", "programme.keep"),
    MenuEntry(_("Giao chỉ tiêu"), _VERB, "planning:target-set", "programme.keep"),
    MenuEntry(_("Mở đợt báo cáo"), _VERB, "reporting:round-open", "round.open"),
    MenuEntry(
        _("Lập biểu mẫu từ tệp Excel"), _VERB, "reporting:template-upload", "template.design"
    ),
    MenuEntry(_("Lập quyết định kiện toàn"), _VERB, "org:composition-make", "composition.record"),
    MenuEntry(_("Mở tài khoản cán bộ"), _VERB, "org:account-open", "account.manage"),
    MenuEntry(_("Bảng nhiệm vụ"), _PAGE, "planning:task-board", "task.read"),
    MenuEntry(_("Lịch tuần của nhiệm vụ"), _PAGE, "planning:task-week", "task.read"),
    MenuEntry(_("Sơ đồ thời gian của nhiệm vụ"), _PAGE, "planning:task-gantt", "task.read"),
    MenuEntry(_("Khối lượng công việc theo xã"), _PAGE, "planning:load-list", "task.read"),
    MenuEntry(_("Công văn đôn đốc"), _PAGE, "planning:urging-list", "task.read"),
    MenuEntry(_("Văn bản ký kết, phối hợp"), _PAGE, "planning:joint-list", "document.read"),
    MenuEntry(_("Chỉ tiêu giao"), _PAGE, "planning:target-list", "document.read"),
    MenuEntry(_("Danh sách báo cáo"), _PAGE, "reporting:report-list", "report.read"),
    MenuEntry(_("Danh mục chỉ tiêu thống kê"), _PAGE, "reporting:indicator-list", "template.read"),
    MenuEntry(_("Biểu mẫu báo cáo"), _PAGE, "reporting:template-list", "template.read"),
    MenuEntry(_("Danh sách địa bàn"), _PAGE, "org:area-rows", "area.read"),
    MenuEntry(_("Danh sách cơ quan"), _PAGE, "org:body-rows", "area.read"),
    MenuEntry(_("Tập địa bàn"), _PAGE, "org:areaset-list", "area.read"),
    MenuEntry(_("Kiện toàn ban chỉ đạo"), _PAGE, "org:composition-list", "area.read"),
    MenuEntry(_("Thay đổi địa bàn"), _PAGE, "org:change-list", "area.read"),
    MenuEntry(_("Thông báo"), "bell", "portal:notice-list", "notice.read"),
    MenuEntry(_("Trợ giúp"), "help-circle", "portal:help", "inbox.read"),
    MenuEntry(_("Hệ thống lưu những gì"), _PAGE, "portal:transparency", "inbox.read"),
)


def pages_found(request: HttpRequest, actor: Actor, query: Query) -> list[ShownEntry]:
    """The places of the menu, the account's own pages and the verbs that hold every word."""
    found: dict[str, ShownEntry] = {}
    for entry in _all(request, actor):
        words = f" {fold(str(entry.label)).replace(',', ' ')}"
        if all(f" {word}" in words for word in query.words):
            found.setdefault(entry.url, entry)
    return list(found.values())


def _all(request: HttpRequest, actor: Actor) -> Iterator[ShownEntry]:
    frame = frame_of(request)
    for part in frame.menu:
        yield from part.entries
    for label, url in frame.account_links:
        yield ShownEntry(label, "user-circle", url, active=False)
    for each in COMMANDS:
        if actor.can(each.capability):
            yield ShownEntry(each.label, each.icon, reverse(each.address), active=False)
