"""The half-year report of the demo's province, by clicks: from what 93 communes said to a signed,
numbered and distributed paper, of which every sentence and every number is followed to its source.

The demo is built here as `phongtrao demo` builds it, and the officials sign in by its accounts.
"""

import io
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from phongtrao.cli import prepare
from phongtrao.cli.demo import ensure_demo
from phongtrao.core import audit, clock
from phongtrao.core.formats import date_vn
from phongtrao.org import scope
from tests.browser.conftest import DESKTOP
from tests.browser.office import Office, button, downloaded, link
from tests.journeys.story import PNG
from tests.publishing.docx_text import rows_of, text_of
from tests.world import World

pytestmark = pytest.mark.django_db(transaction=True)
OFFICER, LEADER, CLERK, COMMUNE = "canbo.tinh", "lanhdao.tinh", "vanthu.tinh", "canbo.xa1"
REPORTED, ASKED = 93, 96
OWN = "Đề nghị các địa phương tiếp tục duy trì chế độ giao ban."
EDITED = "Kinh phí cho tổ bảo vệ an ninh, trật tự ở cơ sở còn thiếu."
SLIP = {"name": "phieu-giao.png", "mimeType": "image/png", "buffer": PNG}


class DemoOffice(Office):
    """The desks of the demo's officials, who sign in by the list of demo accounts."""

    def desk(self, name: str) -> Page:
        """The page of one of the demo's accounts."""
        if name not in self.desks:
            page = self.desks[name] = self.page_for(viewport=DESKTOP)
            page.goto("/")
            account = page.locator("tr", has=page.get_by_text(name, exact=True))
            account.get_by_role("button", name="Vào bằng tài khoản này").click()
            expect(page.get_by_role("heading", level=1)).to_have_text("Việc cần xử lý")
        return self.desks[name]


@pytest.fixture
def demo(
    open_page: Callable[..., Page], no_axe_violations: Any, settings: Any, tmp_path: Path
) -> DemoOffice:
    """The whole country and the demo in it, as the command leaves them."""
    scope.forget()
    settings.DEMO, settings.DATA_DIR, settings.FILES_DIR = True, tmp_path, tmp_path / "files"
    prepare.ensure_ready()
    ensure_demo()
    return DemoOffice(World(), open_page, no_axe_violations)


def _draft_is_opened(demo: DemoOffice) -> Page:
    page = demo.menu(OFFICER, "Báo cáo")
    finished = page.locator("main tr", has_text=f"{REPORTED}/{ASKED}")
    finished.get_by_role("link").first.click()
    link(page, "Tổng hợp số liệu").click()
    link(page, "Soạn báo cáo").click()
    button(page, "Soạn báo cáo").click()
    return page


def _lines_are_chosen(demo: DemoOffice, page: Page) -> None:
    print(page.locator("main").inner_text()[:3000])


def test_x(demo: DemoOffice) -> None:
    import time
    t=time.time()
    page = _draft_is_opened(demo)
    print("drafted", time.time()-t)
    _lines_are_chosen(demo, page)
