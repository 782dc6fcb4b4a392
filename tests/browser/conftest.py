"""A signed-in page in Debian's chromium, its faults collected, axe at hand.

Other folders may import these fixtures by name. Without chromium the tests skip by name; with
CI=true a missing chromium is a failure.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, Playwright, ViewportSize, expect

from phongtrao.org.models import Posting

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright's loop runs in this thread
ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RESULTS = Path(os.environ.get("PHONGTRAO_TEST_RESULTS", ROOT / "test-results"))
DESKTOP: ViewportSize = {"width": 1366, "height": 768}
PHONE: ViewportSize = {"width": 360, "height": 740}
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# All violations with all their places; what axe found in order is not told, which saves a third.
_VIOLATIONS = "async () => (await axe.run({ resultTypes: ['violations'] })).violations"
PageFor = Callable[..., Page]
# A wait ends as soon as its words are true; a slow machine needs more than five seconds.
expect.set_options(timeout=20_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """Debian's chromium, started once."""
    if not CHROMIUM.exists():
        if os.environ.get("CI") == "true":
            pytest.fail("chromium is missing: apt-get install chromium")
        pytest.skip("chromium is missing: apt-get install chromium")
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_ARGUMENTS)
    yield browser
    browser.close()


@pytest.fixture
def desktop() -> ViewportSize:
    """The smallest desktop screen that must do."""
    return DESKTOP


@pytest.fixture
def phone() -> ViewportSize:
    """The smallest phone that must do."""
    return PHONE


@pytest.fixture
def open_page(chromium: Browser, live_server: Any) -> Iterator[PageFor]:
    """A fresh visitor's page: `open_page(viewport=, cookies=, **context)`; CSP reports fail."""
    contexts = []
    pages: list[Page] = []

    def opened(
        *, viewport: ViewportSize = DESKTOP, cookies: dict[str, str] | None = None, **options: Any
    ) -> Page:
        context = chromium.new_context(
            base_url=live_server.url,
            viewport=viewport,
            locale="vi-VN",
            timezone_id="Asia/Ho_Chi_Minh",
            **options,
        )
        context.add_cookies(
            [
                {"name": name, "value": value, "url": live_server.url}
                for name, value in (cookies or {}).items()
            ]
        )
        contexts.append(context)
        page = context.new_page()
        pages.append(page)
        _listen(page)
        return page

    yield opened
    found = [fault for page in pages for fault in faults_of(page)]
    for context in contexts:
        context.close()
    assert not found, found


@pytest.fixture
def page_for(open_page: PageFor, client_for: Callable[[Posting], Any]) -> PageFor:
    """A page signed in for a posting: `page_for(posting, viewport=PHONE)`."""

    def signed_in(posting: Posting, **options: Any) -> Page:
        session = client_for(posting).cookies[settings.SESSION_COOKIE_NAME].value
        return open_page(cookies={settings.SESSION_COOKIE_NAME: session}, **options)

    return signed_in


@pytest.fixture
def no_axe_violations() -> Callable[[Page], None]:
    """Check the page as it stands with axe, WCAG 2.2 AA and best practices."""

    def check(page: Page) -> None:
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate(_VIOLATIONS)
        lines = [
            f"{fault['id']}: {node['target']} {node['failureSummary']}"
            for fault in found
            for node in fault["nodes"]
        ]
        assert not lines, "\n".join(lines)

    return check


@pytest.fixture
def no_csp_reports() -> Callable[[Page], None]:
    """Check that nothing on the page was refused by the content policy, and no script failed."""

    def check(page: Page) -> None:
        assert not faults_of(page), faults_of(page)

    return check


@pytest.fixture
def screenshot() -> Callable[..., Path]:
    """Keep a picture of the whole page in test-results/."""

    def taken(page: Page, name: str, *, full_page: bool = True) -> Path:
        RESULTS.mkdir(exist_ok=True)
        path = RESULTS / f"{name}.png"
        page.screenshot(path=path, full_page=full_page)
        return path

    return taken


def overflow_of(page: Page) -> int:
    """By how many pixels the page is wider than its window, once it is there as a whole."""
    page.wait_for_load_state()
    return int(
        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    )


def faults_of(page: Page) -> list[str]:
    """What the content policy refused and which scripts failed on this page so far."""
    return list(getattr(page, "_phongtrao_faults", []))


def _listen(page: Page) -> None:
    found: list[str] = []
    page._phongtrao_faults = found  # type: ignore[attr-defined] - kept beside its page
    page.on("pageerror", lambda error: found.append(f"script: {error}"))
    page.on(
        "console",
        lambda message: (
            found.append(message.text) if "Content Security Policy" in message.text else None
        ),
    )
