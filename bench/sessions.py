"""A commune's officer enters a session of communication on a phone: touches, keys and seconds.

The second session is entered, as on any day but the first: the form begins as the last one was.
Each touch and key is a real event in Debian's chromium at 360 × 740; the seconds are those of a
stated speed, so that they do not hang on this machine. The time the pages take, with the processor
slowed, is printed beside.
"""

import shutil
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from bench.entry import ACCOUNTS, KEY_SECONDS, LOOK_SECONDS, PASSWORD
from bench.figures import Figure, Impossible
from bench.screen import ARGUMENTS, SLOWER
from bench.servers import environment, free_port, ours, server

# Pointing at something on the screen (keystroke-level model, Card, Moran, Newell 1980).
TOUCH_SECONDS = 1.1
ATTENDANCES = "120"
LOOKS = 2  # at the form before typing, at the answer after sending
_PHONE = {"width": 360, "height": 740}


class _Hand:
    """Touches and keys, counted."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.touches = 0
        self.keys = 0

    def touch(self, place: Locator) -> None:
        """One touch."""
        place.tap()
        self.touches += 1

    def type(self, text: str) -> None:
        """Keys of the screen's keyboard."""
        self._page.keyboard.type(text)
        self.keys += len(text)


def measure() -> tuple[list[Figure], list[str]]:
    """Touches, keys, seconds at the stated speed, and what the pages took."""
    chromium = shutil.which("chromium")
    if chromium is None:
        raise Impossible("thiếu chromium; hãy chạy: apt-get install chromium")
    port = free_port()
    with (
        tempfile.TemporaryDirectory(prefix="bench-") as folder,
        server(ours(port), port, environment(Path(folder))),
        sync_playwright() as driver,
    ):
        browser = driver.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        runs = [_entered(browser, f"http://127.0.0.1:{port}", account) for account in ACCOUNTS]
        browser.close()
    strokes = tuple(float(hand.touches + hand.keys) for hand, _s in runs)
    seconds = tuple(
        hand.touches * TOUCH_SECONDS + hand.keys * KEY_SECONDS + LOOKS * LOOK_SECONDS
        for hand, _s in runs
    )
    return [
        Figure("a session on a phone: touches and keys", "", strokes),
        Figure("a session on a phone: at the stated speed", "s", seconds),
        Figure("what the pages took of it, processor slowed", "s", tuple(s for _h, s in runs)),
    ], [_note()]


def _note() -> str:
    return (
        f"Keystroke-level model: {TOUCH_SECONDS} s a touch, {KEY_SECONDS} s a key, {LOOK_SECONDS} s"
        f" a look; processor slowed {SLOWER}×. From the menu until the session is saved. Goal:"
        " ≤ 30 s together."
    )


def _entered(browser: Browser, site: str, account: str) -> tuple[_Hand, float]:
    page = browser.new_context(viewport=_PHONE, has_touch=True, is_mobile=True).new_page()  # type: ignore[arg-type]  # a plain mapping
    page.goto(f"{site}/tai-khoan/login/")
    page.fill("input[name=login]", account)
    page.fill("input[name=password]", PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_url(f"{site}/")
    line = page.context.new_cdp_session(page)
    line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    hand, begun = _Hand(page), time.perf_counter()
    hand.touch(page.locator(".drawer-open"))
    hand.touch(page.get_by_role("link", name="Tuyên truyền", exact=True).first)
    hand.touch(page.get_by_role("link", name="Ghi buổi tuyên truyền"))
    hand.touch(page.get_by_label("Số lượt người dự"))
    hand.type(ATTENDANCES)
    hand.touch(page.get_by_role("button", name="Lưu", exact=True))
    expect(page.locator("main")).to_contain_text("Đã ghi buổi tuyên truyền.")
    return hand, time.perf_counter() - begun
