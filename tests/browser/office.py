"""The officials at their desks, each with a page of his own that stays open."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page

from phongtrao.org.models import Account
from tests.browser.conftest import DESKTOP, RESULTS, overflow_of
from tests.packs import load_catalogue, load_pack
from tests.world import World


@dataclass
class Office:
    """The desks of the officials: each has a page of his own that stays open."""

    world: World
    page_for: Callable[..., Page]
    no_axe_violations: Callable[[Page], None]
    desks: dict[str, Page] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)

    def desk(self, name: str) -> Page:
        """The page of one of the cast."""
        if name not in self.desks:
            self.desks[name] = self.page_for(self.world.posting(name), viewport=DESKTOP)
            self.desks[name].goto("/")
        return self.desks[name]

    def looks(self, name: str, what: str) -> Page:
        """Check the page as it stands, once under each name; the faults are told at the end."""
        page = self.desk(name)
        if what not in self.seen:
            self.seen.add(what)
            try:
                self.no_axe_violations(page)
            except AssertionError as found:
                self.faults.append(f"{what}: {found}")
            if overflow_of(page) > 0:
                self.faults.append(f"{what}: wider than its window")
        return page

    def menu(self, name: str, entry: str) -> Page:
        """Go to a place of the menu."""
        page = self.desk(name)
        page.locator(".sidebar").get_by_role("link", name=entry, exact=True).click()
        return page


@pytest.fixture
def office(
    world: World,
    page_for: Any,
    no_axe_violations: Any,
    settings: Any,
    tmp_path: Path,
) -> Office:
    """Everybody at his desk, in the demo (every page marked)."""
    settings.DEMO = True
    settings.FILES_DIR = tmp_path
    load_pack()
    load_catalogue()
    Account.objects.update(is_demo=True)  # the second factor has its own tests
    return Office(world, page_for, no_axe_violations)


def button(page: Page, name: str) -> Locator:
    """A button by its exact words."""
    return page.get_by_role("button", name=name, exact=True)


def link(page: Page, name: str) -> Locator:
    """A link of the page itself, not of the menu, by its exact words."""
    return page.locator("main").get_by_role("link", name=name, exact=True)


def downloaded(page: Page, words: str) -> bytes:
    """The file behind a link of the page."""
    with page.expect_download() as waiting:
        link(page, words).click()
    return Path(waiting.value.path()).read_bytes()


def picture(page: Page, name: str) -> None:
    """A picture for the documents; the page of a paper without its menu, to stay small."""
    RESULTS.mkdir(exist_ok=True)
    menu = 236 if name == "de-xuat-tu-van-ban" else 0
    part = {"x": menu, "y": 52 if menu else 0, "width": 1366 - menu, "height": 580 if menu else 768}
    page.screenshot(path=RESULTS / f"{name}.png", clip=part)  # type: ignore[arg-type]
