"""The demo in a browser: its two provinces whole, its officials at their desks by its own sign-in.

What is left out of the country are the other provinces, of which the demo tells nothing: loading
them would take as long as the demo itself.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from phongtrao.cli import prepare
from phongtrao.cli.demo import ensure_demo
from phongtrao.org import imports, scope
from phongtrao.org.gazetteer import country as packaged
from phongtrao.org.gazetteer.records import AreaVersion, Lineage, Succession
from tests.browser.conftest import DESKTOP
from tests.browser.office import Office
from tests.world import World

_PROVINCES = {"Quảng Ngãi", "Kon Tum", "Gia Lai", "Bình Định"}  # before and after the merger


@dataclass(frozen=True, slots=True)
class _Cut:
    """Of the packaged country what the loader asks for."""

    lineages: dict[int, Lineage]
    versions: list[AreaVersion]
    successions: list[Succession]


def _cut() -> _Cut:
    whole = packaged.load_country()
    roots = {
        version.path
        for version in whole.versions
        if version.level == "province" and version.name in _PROVINCES
    }
    kept = [
        version
        for version in whole.versions
        if version.level == "country" or any(map(version.path.startswith, roots))
    ]
    ids = {version.lineage_id for version in kept}
    return _Cut(
        {number: lineage for number, lineage in whole.lineages.items() if number in ids},
        kept,
        [row for row in whole.successions if row.from_id in ids and row.to_id in ids],
    )


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
    open_page: Callable[..., Page],
    no_axe_violations: Callable[[Page], None],
    settings: Any,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> DemoOffice:
    """The demo as `phongtrao demo` leaves it."""
    scope.forget()
    settings.DEMO, settings.DATA_DIR, settings.FILES_DIR = True, tmp_path, tmp_path / "files"
    cut = _cut()
    monkeypatch.setattr("phongtrao.org.imports.packaged.packaged.load_country", lambda: cut)
    monkeypatch.setattr(imports, "load_area_sets", bool)
    prepare.ensure_ready()
    monkeypatch.undo()
    ensure_demo()
    return DemoOffice(World(), open_page, no_axe_violations)
