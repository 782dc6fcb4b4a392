"""Plugs the stages together: the menu of the cycle, and what earlier stages show of later ones."""

from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from importlib import import_module

from django.utils.translation import gettext_lazy as _

from phongtrao.core import navigation
from phongtrao.core.navigation import MenuEntry
from phongtrao.portal import queries as portal_queries

MENU = (
    MenuEntry(_("Việc cần xử lý"), "inbox", "portal:inbox", "inbox.read"),
    MenuEntry(_("Chương trình, kế hoạch"), "target-arrow", "planning:programme-list", "document.read"),
    MenuEntry(_("Văn bản"), "file-text", "planning:document-list", "document.read"),
    MenuEntry(_("Tiếp nhận văn bản"), "file-upload", "intake:draft-list", "intake.read"),
    MenuEntry(_("Nhiệm vụ"), "list-check", "planning:task-list", "task.read"),
    MenuEntry(_("Báo cáo"), "report", "reporting:round-list", "report.read"),
    MenuEntry(_("Cơ quan, địa bàn"), "map-pin", "org:area-list", "area.read"),
    MenuEntry(_("Nhật ký"), "history", "portal:audit-list", "audit.read"),
)


def connect() -> None:
    """Hand every stage what it needs of a later one; called once, when the site is loaded."""
    navigation.furnish_with(partial(portal_queries.frame, entries=MENU))
    portal_queries.offer_inbox(list(_inbox_sources()))


def _inbox_sources() -> Iterator[portal_queries.InboxSource]:
    for stage in ("intake", "planning", "reporting"):
        with suppress(ImportError, AttributeError):
            yield import_module(f"phongtrao.{stage}.queries").inbox_items
