"""A slow office: first load and the report form on a slowed processor and a slow line."""

import shutil
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from bench.figures import Figure, Impossible
from bench.servers import environment, free_port, ours, server

RUNS = 3
ACCOUNT = "canbo.xa1"
# screens.md, "Measures": processor slowed six times, 1 Mbit/s, 300 ms.
SLOWER = 6
BYTES_A_SECOND = 1_000_000 / 8
DELAY_MS = 300
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


def measure() -> tuple[list[Figure], list[str]]:
    """Kilobytes of a first load, seconds until the form takes a figure, milliseconds a key."""
    chromium = shutil.which("chromium")
    if chromium is None:
        raise Impossible(
            "thiếu chromium; hãy chạy: apt-get install --no-install-recommends chromium"
        )
    port = free_port()
    with (
        tempfile.TemporaryDirectory(prefix="bench-") as folder,
        server(ours(port), port, environment(Path(folder))),
        sync_playwright() as driver,
    ):
        browser = driver.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        runs = [_one_run(browser, f"http://127.0.0.1:{port}") for _ in range(RUNS)]
        browser.close()
    names = (
        ("first load of the sign-in page, over the line", "kB"),
        ("report form, nothing cached: over the line", "kB"),
        ("report form, nothing cached: until a figure can be typed", "s"),
        ("report form, style and script cached: until a figure can be typed", "s"),
        ("key to screen in the form", "ms"),
    )
    figures = [
        Figure(name, unit, tuple(run[place] for run in runs))
        for place, (name, unit) in enumerate(names)
    ]
    note = (
        f"Debian's chromium, 1366×768, processor slowed {SLOWER}×, 1 Mbit/s, {DELAY_MS} ms. "
        "Goals: first load ≤ 600 kB, form usable ≤ 4 s, key to screen ≤ 100 ms."
    )
    return figures, [note]


def _one_run(browser: Browser, site: str) -> tuple[float, ...]:
    page = browser.new_context(viewport={"width": 1366, "height": 768}).new_page()
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    loaded: list[float] = []
    line.on("Network.loadingFinished", lambda event: loaded.append(event["encodedDataLength"]))
    page.goto(f"{site}/tai-khoan/login/", wait_until="networkidle")
    first = sum(loaded) / 1000
    form = _form_address(page, site)
    _slow_down(line)
    line.send("Network.clearBrowserCache")
    loaded.clear()
    cold = _until_usable(page, form)
    page.wait_for_load_state("networkidle")
    weight = sum(loaded) / 1000
    return first, weight, cold, _until_usable(page, form), _key_to_screen(page)


def _form_address(page: Page, site: str) -> str:
    page.fill("input[name=login]", ACCOUNT)
    page.fill("input[name=password]", page.inner_text("code"))  # the demo shows it
    page.press("input[name=password]", "Enter")
    page.wait_for_url(f"{site}/")
    address = page.get_attribute("a[href*='/nhap/']", "href")
    return f"{site}{address}"


def _slow_down(line: Any) -> None:
    line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    speed = {"downloadThroughput": BYTES_A_SECOND, "uploadThroughput": BYTES_A_SECOND}
    line.send("Network.emulateNetworkConditions", {"offline": False, "latency": DELAY_MS, **speed})


def _until_usable(page: Page, address: str) -> float:
    begin = time.perf_counter()
    page.goto(address, wait_until="commit")
    cell = page.locator("input[data-cell]").first
    cell.fill("7")
    return time.perf_counter() - begin


def _key_to_screen(page: Page) -> float:
    # The time from the key until the browser has painted twice, seen from inside the page.
    page.locator("input[data-cell]").nth(1).focus()
    return float(
        page.evaluate(
            """() => new Promise(done => {
              const cell = document.activeElement;
              const begin = performance.now();
              cell.value = '12';
              cell.dispatchEvent(new InputEvent('input', {bubbles: true}));
              const painted = () => done(performance.now() - begin);
              requestAnimationFrame(() => requestAnimationFrame(painted));
            })"""
        )
    )
