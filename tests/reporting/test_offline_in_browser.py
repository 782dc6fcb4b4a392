"""Without a connection: kept on the machine, sent once, merged, and unreadable to the next user."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from phongtrao.org.models import Posting
from phongtrao.reporting import actions
from phongtrao.reporting.models import Report, ReportVersion, SavedCopy, WorkingCopy
from tests.browser.conftest import chromium, no_axe_violations, no_csp_reports, open_page, page_for
from tests.reporting import cases
from tests.world import World

__all__ = ["chromium", "no_axe_violations", "no_csp_reports", "open_page", "page_for"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PageFor = Callable[..., Page]
STATE, YELLOW = "[data-state]", "[data-kept]"


class Line:
    """The line to the server, which can be cut: the browser's own switch misses a reload at times.

    It is a connection forwarded on loopback; a cut one answers nobody.
    """

    def __init__(self, port: int) -> None:
        self._there = ("127.0.0.1", port)
        self._open: list[socket.socket] = []
        self._is_cut = False
        self._door = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        """The address of the server by this line."""
        return f"http://localhost:{self._door.getsockname()[1]}"

    def cut(self, page: Page) -> None:
        """No byte passes from now on, and the browser says so to the page."""
        self._is_cut = True
        page.context.set_offline(True)
        while self._open:
            self._open.pop().close()

    def mend(self, page: Page) -> None:
        """The line is back."""
        self._is_cut = False
        page.context.set_offline(False)
        page.evaluate("dispatchEvent(new Event('online'))")

    def close(self) -> None:
        """End the line."""
        self._door.close()

    def _accept(self) -> None:
        while True:
            try:
                here, _address = self._door.accept()
            except OSError:
                return
            if self._is_cut:
                here.close()
                continue
            there = socket.create_connection(self._there)
            self._open += [here, there]
            for pair in ((here, there), (there, here)):
                threading.Thread(target=self._pass, args=pair, daemon=True).start()

    def _pass(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65_536):
                target.sendall(data)
        with suppress(OSError):
            target.shutdown(socket.SHUT_WR)


@pytest.fixture
def line(live_server: Any) -> Iterator[Line]:
    """A line to the live server."""
    made = Line(live_server.thread.port)
    yield made
    made.close()


def _opened(page_for: PageFor, world: World, line: Line) -> tuple[Page, Report]:
    round_ = cases.open_round(world)
    report = cases.report_of(round_, world)
    page = page_for(world.posting("Chi"))
    page.goto(f"{line.url}/bao-cao/{report.pk}/nhap/")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    _until(page, "caches.keys().then((names) => names.length > 0)")
    return page, report


def _until(page: Page, promise: str) -> None:
    # The content policy forbids wait_for_function; asked from here instead.
    for _attempt in range(100):
        if page.evaluate(promise):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never: {promise}")


def _typed(page: Page, figures: dict[int, str]) -> None:
    for index, figure in figures.items():
        page.fill(f"#o-{index}", figure)


def test_what_is_typed_without_a_connection_outlives_a_reload_and_is_sent_once(
    world: World, line: Line, page_for: PageFor, no_axe_violations: Any, no_csp_reports: Any
) -> None:
    page, report = _opened(page_for, world, line)
    line.cut(page)
    _typed(page, dict(enumerate(cases.SOUND)))
    expect(page.locator(YELLOW)).to_contain_text("được giữ trên máy này và sẽ tự gửi khi có mạng")
    page.reload()
    expect(page.locator("#o-4")).to_have_value("1200")
    page.fill("#yk-result", "Ra mắt hai mô hình")
    page.get_by_role("button", name="Gửi báo cáo").click()
    expect(page.locator(YELLOW)).to_contain_text("Báo cáo cũng sẽ tự gửi khi có mạng")
    no_axe_violations(page)
    page.reload()
    expect(page.locator("#yk-result")).to_have_value("Ra mắt hai mô hình")
    assert not WorkingCopy.objects.exists()
    line.mend(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Đã gửi", timeout=15_000)
    [version] = ReportVersion.objects.all()
    assert (version.report_id, version.n) == (report.pk, 1)
    assert [told["text"] for told in version.statements] == ["Ra mắt hai mô hình"]
    saves = [copy.text for copy in SavedCopy.objects.order_by("version")]
    assert len(saves) <= 2, "what was under way when the line broke, and what came after"
    assert len({str(text) for text in saves}) == len(saves)
    no_csp_reports(page)


def test_an_answer_that_was_lost_is_asked_again_and_saves_nothing_twice(
    world: World, line: Line, page_for: PageFor
) -> None:
    page, report = _opened(page_for, world, line)
    lost: list[str] = []

    def lose_first(route: Any) -> None:
        answer = route.fetch()  # the server has done it
        lost.append(route.request.url)
        if lost.count(route.request.url) == 1:
            route.abort()
        else:
            route.fulfill(response=answer)

    page.route("**/tu-luu/", lose_first)
    page.route("**/gui/", lose_first)
    _typed(page, dict(enumerate(cases.SOUND)))
    page.fill("#yk-result", "Một ý")
    expect(page.locator(YELLOW)).to_contain_text("sẽ tự gửi")
    page.fill("#o-0", "6")
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("[name=row_version]")).to_have_value("2")
    assert [copy.version for copy in SavedCopy.objects.order_by("version")] == [1, 2]
    page.get_by_role("button", name="Gửi báo cáo").click()
    expect(page.locator(YELLOW)).to_contain_text("sẽ tự gửi")
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Đã gửi", timeout=15_000)
    assert ReportVersion.objects.filter(report=report).count() == 1
    assert len(lost) == 5  # two saves of which one was repeated, a sending and its repetition


def test_two_sides_are_merged_or_shown_side_by_side(
    world: World, line: Line, page_for: PageFor
) -> None:
    page, report = _opened(page_for, world, line)
    round_ = report.round
    base = cases.content(round_, told=(("result", "Ý một"), ("result", "Ý hai")))
    actions.save_working_copy(report, base, expected_version=0, by=world.actor("Chi"))
    page.reload()
    expect(page.locator("#o-0")).to_have_value("5")
    line.cut(page)
    _typed(page, {0: "7", 1: "9"})
    page.fill("#yk-result", "Ý một\nÝ hai của tôi\nÝ ba")
    expect(page.locator(YELLOW)).to_contain_text("được giữ trên máy này")
    changed = cases.content(
        round_, {0: "6", 2: "8"}, told=(("result", "Ý một"), ("result", "Ý hai khác"))
    )
    actions.save_working_copy(report, changed, expected_version=1, by=world.actor("Chi"))
    line.mend(page)
    cell = page.locator("tr", has=page.locator("#o-0"))
    expect(cell.locator(".both-sides")).to_contain_text("Trên máy này: 7")
    expect(cell.locator(".both-sides")).to_contain_text("Trên hệ thống: 6")
    shown = [page.locator(f"#o-{index}").input_value() for index in (0, 1, 2)]
    assert shown == ["6", "9", "8"]
    page.reload()  # an open question outlives it too
    page.get_by_role("button", name="Gửi báo cáo").click()
    cell.get_by_role("button", name="Lấy số trên máy này").click()
    told = page.locator(".field", has=page.locator("#yk-result"))
    told.get_by_role("button", name="Giữ cả hai").click()
    expect(page.locator("#yk-result")).to_have_value("Ý một\nÝ hai khác\nÝ hai của tôi\nÝ ba")
    expect(page.locator("#o-0")).to_have_value("7")
    page.get_by_role("button", name="Gửi báo cáo").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Đã gửi", timeout=15_000)
    version = ReportVersion.objects.get()
    assert len(version.statements) == 4


def test_the_next_user_of_the_machine_reads_nothing(
    world: World, line: Line, page_for: PageFor, client_for: Callable[[Posting], Any], settings: Any
) -> None:
    page, report = _opened(page_for, world, line)
    line.cut(page)
    page.fill("#o-0", "4321")
    expect(page.locator(YELLOW)).to_contain_text("được giữ trên máy này")
    page.route("**/tu-luu/", lambda route: route.abort())  # nothing is sent before he leaves
    line.mend(page)
    session = client_for(world.posting("Ba")).cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": "session", "value": session, "url": line.url}])
    page.goto(f"{line.url}/bao-cao/")
    _until(page, "vault.open().then((key) => key === null)")
    found = page.evaluate(_ALL_OF_THE_STORE)
    assert "4321" not in found
    assert "Công an xã" not in found
    assert "open" not in page.evaluate("(async () => vault.openFor() ?? '')()")
    line.cut(page)
    with pytest.raises(Exception, match="ERR_"):
        page.goto(f"{line.url}/bao-cao/{report.pk}/nhap/")
    line.mend(page)
    page.unroute("**/tu-luu/")
    session = client_for(world.posting("Chi")).cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": "session", "value": session, "url": line.url}])
    page.goto(f"{line.url}/bao-cao/")  # any page of the same account sends what was kept
    expect(page.locator(".offline-bar")).to_contain_text("Đã lưu số liệu được giữ trên máy này")
    assert WorkingCopy.objects.get(report=report).version == 1


_ALL_OF_THE_STORE = """async () => {
  const database = await new Promise((resolve) => {
    const request = indexedDB.open("phongtrao-giu");
    request.onsuccess = () => resolve(request.result);
  });
  const told = [];
  for (const name of ["machine", "drafts", "pages"]) {
    const rows = await new Promise((resolve) => {
      const request = database.transaction(name).objectStore(name).getAll();
      request.onsuccess = () => resolve(request.result);
    });
    for (const row of rows) {
      told.push(name, row.id);
      for (const value of Object.values(row)) {
        const isBytes = value instanceof ArrayBuffer || ArrayBuffer.isView(value);
        if (isBytes) told.push(new TextDecoder().decode(value));
      }
    }
  }
  database.close();
  const cached = [];
  for (const name of await caches.keys()) {
    const kept = await (await caches.open(name)).keys();
    cached.push(...kept.map((request) => new URL(request.url).pathname));
  }
  if (cached.some((path) => !path.startsWith("/static/"))) told.push("Công an xã (a page)");
  return told.join(" ");
}"""
