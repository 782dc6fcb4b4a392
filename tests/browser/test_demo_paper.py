"""The half-year report of the demo's province, by clicks: from what 93 communes said to a signed,
numbered and distributed paper, of which every sentence and every number is followed to its source.
"""

import io
import re
from decimal import Decimal
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from phongtrao.core import audit, clock
from phongtrao.core.formats import date_vn
from tests.browser.demo_office import DemoOffice, demo
from tests.browser.office import button, downloaded, link
from tests.journeys.story import PNG
from tests.publishing.docx_text import rows_of, text_of

__all__ = ["demo"]
pytestmark = pytest.mark.django_db(transaction=True)
OFFICER, LEADER, CLERK, COMMUNE = "canbo.tinh", "lanhdao.tinh", "vanthu.tinh", "canbo.xa1"
REPORTED, ASKED = 93, 96
OWN = "Đề nghị các địa phương tiếp tục duy trì chế độ giao ban hằng tháng."
DROPPED = "Mức phụ cấp của thành viên tổ bảo vệ an ninh, trật tự còn thấp."
BEFORE, AFTER = "Thiếu kinh phí cho tổ", "Chưa đủ kinh phí cho tổ"
SLIP = {"name": "phieu-giao.png", "mimeType": "image/png", "buffer": PNG}
# A sentence of the paper: its words, whether it is the author's own, the addresses of its sources.
_SENTENCES = """() => [...document.querySelectorAll('.paper-draft .paper-line')]
  .filter((line) => !line.closest('.dropped'))
  .map((line) => ({
    words: line.querySelector('.line-text').textContent.trim(),
    isOwn: line.querySelector('.line-sources').textContent.includes('ý của người soạn'),
    sources: [...line.querySelectorAll('a.source')].map((link) => link.getAttribute('href')),
  }))"""
_FIGURES = """() => [...document.querySelectorAll('.paper-figures td[data-label="Kỳ này"] a')]
  .map((link) => {
    const cells = link.closest('tr').cells;
    const [name, unit, told] = [cells[1], cells[2], cells[4]].map((c) => c.textContent.trim());
    return { name, unit, told, shown: link.textContent, address: link.getAttribute('href') };
  })"""
# Of each page that a source link leads to: its words, and the rows of its table of reports.
_FOLLOWED = """async (addresses) => {
  const found = {};
  for (const address of addresses) {
    const answer = await fetch(address);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    found[address] = {
      status: answer.status,
      words: page.querySelector('main').textContent,
      rows: [...page.querySelectorAll('main table tbody tr')].map((row) => [
        row.querySelector('th a')?.getAttribute('href'),
        ...[...row.querySelectorAll('td.numeric')].map((cell) => cell.textContent.trim()),
      ]),
    };
  }
  return found;
}"""


def _draft_is_opened(demo: DemoOffice) -> Page:
    page = demo.menu(OFFICER, "Báo cáo")
    finished = page.locator("main tr", has_text=f"{REPORTED}/{ASKED}")
    finished.get_by_role("link").first.click()
    link(page, "Tổng hợp số liệu").click()
    link(page, "Soạn báo cáo").click()
    button(page, "Soạn báo cáo").click()
    expect(page.locator(".figure-basis")).to_contain_text(f"{REPORTED}/{ASKED} địa bàn")
    return page


def _line(page: Page, words: str) -> Any:
    return page.locator(".paper-draft .paper-line", has_text=words)


def _lines_are_chosen(demo: DemoOffice, page: Page) -> None:
    """One is left out, one said better, one added; the page marks the last two."""
    _line(page, DROPPED).get_by_role("button", name="Bỏ").click()
    expect(page.locator(".dropped")).to_contain_text("Câu đã bỏ (1)")
    _line(page, BEFORE).get_by_role("link", name="Sửa").click()
    words = page.locator("#id_text")
    words.fill(words.input_value().replace(BEFORE, AFTER))
    button(page, "Lưu câu").click()
    expect(_line(page, AFTER)).to_contain_text("đã sửa so với nguồn")
    section = page.locator(".paper-section", has_text="Đề nghị cấp trên hỗ trợ kinh phí")
    section.locator("summary", has_text="Thêm câu của người soạn").click()
    section.get_by_label("Nội dung").fill(OWN)
    button(section, "Thêm câu").click()
    expect(_line(page, OWN)).to_contain_text("ý của người soạn")


def _head_is_filled(demo: DemoOffice, page: Page) -> None:
    link(page, "Sửa thể thức, nơi nhận, phiếu trình").click()
    page.get_by_label("Chức vụ người ký").fill("Giám đốc")
    button(page, "Lưu thể thức").click()
    expect(page.locator(".paper-draft")).to_contain_text("Giám đốc")


def _everything_resolves(page: Page) -> tuple[list[Any], list[Any]]:
    """The sentences and figures of the page, each followed by the page's own links."""
    page.wait_for_load_state()
    sentences, figures = page.evaluate(_SENTENCES), page.evaluate(_FIGURES)
    for sentence in sentences:
        _sentence_resolves(page, sentence)
    pages = page.evaluate(_FOLLOWED, [figure["address"] for figure in figures])
    for figure in figures:
        _figure_resolves(figure, pages[figure["address"]]["rows"])
    heads = sum(not sentence["isOwn"] for sentence in sentences)
    expect(page.locator("#nguon")).to_contain_text(
        f"{len(sentences)} câu, {len(figures) + heads} số: tất cả dẫn được về nguồn"
        " hoặc được ghi là ý của người soạn."
    )
    expect(page.locator(".trace-fault")).to_have_count(0)
    return sentences, figures


def _sentence_resolves(page: Page, sentence: Any) -> None:
    """As many communes as it counts are behind it, and one of them says it in these words."""
    words, sources = sentence["words"], sentence["sources"]
    if sentence["isOwn"]:
        assert words == OWN
        assert not sources
        return
    counted = re.fullmatch(r"(\d+)/(\d+) cấp xã [^:]+: (.+)", words)
    assert counted, words
    assert (int(counted[1]), int(counted[2])) == (len(set(sources)), ASKED), words
    said = counted[3].replace(AFTER, BEFORE)
    assert any(_says(page, address, said) for address in sources), words


def _says(page: Page, address: str, words: str) -> bool:
    followed = page.evaluate(_FOLLOWED, [address])[address]
    assert followed["status"] == 200, address
    return words in followed["words"]


def _figure_resolves(figure: Any, rows: list[list[str]]) -> None:
    """The reports behind a figure, each named once, come to the very figure."""
    assert len({row[0] for row in rows}) == REPORTED, figure
    assert figure["told"] == f"{REPORTED}/{ASKED}", figure
    sums = [sum(map(_number, column)) for column in zip(*(row[1:] for row in rows), strict=True)]
    value = sums[0] if len(sums) == 1 else sums[0] / sums[1]
    value *= 100 if figure["unit"] == "%" else 1
    assert abs(value - _number(figure["shown"])) <= Decimal("0.005"), figure


def _number(shown: str) -> Decimal:
    return Decimal(shown.replace(".", "").replace(",", "."))


def _two_clicks_lead_to_the_report(page: Page) -> None:
    said = "Đưa vào hoạt động tổ tự quản tại các khu dân cư giáp ranh."
    source = _line(page, said).locator("a.source").first
    name = source.inner_text()
    source.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)
    expect(page.locator("main")).to_contain_text(said)
    page.go_back()
    page.locator("tr", has_text="Số buổi tuyên truyền, PBGDPL trực tiếp").get_by_role(
        "link"
    ).click()
    expect(page.locator("main")).to_contain_text(f"từ {REPORTED} trên {ASKED} địa bàn")
    page.locator("main tbody th a").last.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Công an")
    page.go_back()
    page.go_back()


def _paper_is_signed(demo: DemoOffice, page: Page) -> str:
    """Handed in; initials for the content, for the form, the signature; number and day."""
    address = page.url
    page.locator("summary", has_text="Trình ký").click()
    button(page, "Trình ký").click()
    expect(page.locator("main")).to_contain_text("Đã trình ký.")
    for name, verb, said in (
        (LEADER, "Ký nháy nội dung", "Đã ký nháy nội dung."),
        (CLERK, "Ký nháy thể thức", "Đã ký nháy thể thức."),
        (LEADER, "Ký ban hành", "Đã ký ban hành."),
    ):
        page = demo.menu(name, "Việc cần xử lý")
        page.locator("main tr", has_text="Trình ký văn bản").get_by_role("link", name=verb).click()
        page.locator("#trinh-ky summary", has_text=verb).click()
        demo.looks(name, verb)
        button(page, verb).click()
        expect(page.locator("main")).to_contain_text(said)
    page = demo.menu(CLERK, "Báo cáo tổng hợp")
    page.locator("main tr", has_text="6 tháng đầu năm 2026").get_by_role("link").first.click()
    link(page, "Ghi số, ngày ban hành").click()
    page.locator("#id_number").fill("125")
    page.get_by_label("Ngày ban hành").fill(date_vn(clock.today()))
    demo.looks(CLERK, "number and day")
    button(page, "Ghi số, ngày ban hành").click()
    expect(page.locator("main")).to_contain_text("Số 125/BC")
    return address


def _paper_is_sent(demo: DemoOffice) -> None:
    """To the police of all communes and, as the paper names them, the ministry and the Front."""
    page = demo.desk(CLERK)
    page.locator("#noi-nhan").get_by_role("link", name="Gửi văn bản").click()
    page.locator("input[name=groups][value=ca]").check()
    demo.looks(CLERK, "send")
    button(page, "Gửi văn bản").click()
    expect(page.locator("main")).to_contain_text(f"Đã gửi văn bản đến {ASKED + 2} cơ quan.")
    page = demo.menu(COMMUNE, "Việc cần xử lý")
    page.locator("main").get_by_role("link", name="Xác nhận đã nhận").click()
    demo.looks(COMMUNE, "paper that came")
    page.get_by_label("Số đến").fill("45")
    button(page, "Xác nhận đã nhận").click()
    expect(page.locator("main")).to_contain_text("Đã xác nhận nhận văn bản.")
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text_of(downloaded(page, "Tải văn bản (Word)"))


def _slip_is_recorded(demo: DemoOffice) -> None:
    """Of another commune a signed slip comes back."""
    page = demo.desk(CLERK)
    page.reload()
    expect(page.locator("main")).to_contain_text(f"1 đã xác nhận, {ASKED + 1} chưa xác nhận")
    demo.looks(CLERK, "who has it")
    link(page, "Công an xã Trà Bồng").click()
    link(page, "Ghi nhận phiếu giao đã ký").click()
    page.get_by_label("Người nhận đã ký").fill("Phạm Thị Sáu")
    page.get_by_label("Phiếu giao đã ký").set_input_files(SLIP)
    demo.looks(CLERK, "signed slip")
    button(page, "Ghi nhận").click()
    expect(page.locator("#xac-nhan")).to_contain_text("ghi nhận theo bản giấy đã ký")
    demo.looks(CLERK, "receipt")


def _dossier(demo: DemoOffice, page: Page) -> str:
    """The words of the dossier, in one line."""
    expect(page.locator("#noi-nhan")).to_contain_text(f"2 đã xác nhận, {ASKED} chưa xác nhận")
    demo.looks(CLERK, "paper that is out")
    link(page, "Hồ sơ văn bản").click()
    demo.looks(CLERK, "dossier")
    pages = PdfReader(io.BytesIO(downloaded(page, "Tải hồ sơ (PDF)"))).pages
    return " ".join(" ".join(each.extract_text() for each in pages).split())


def test_the_demos_half_year_report_is_signed_numbered_sent_and_each_word_has_its_source(
    demo: DemoOffice,
) -> None:
    page = _draft_is_opened(demo)
    _lines_are_chosen(demo, page)
    _head_is_filled(demo, page)
    traced = _everything_resolves(page)
    _two_clicks_lead_to_the_report(page)
    address = _paper_is_signed(demo, page)
    _paper_is_sent(demo)
    _slip_is_recorded(demo)
    page = demo.desk(CLERK)
    page.goto(address)
    page.wait_for_load_state()
    sentences, figures = traced
    assert (page.evaluate(_SENTENCES), page.evaluate(_FIGURES)) == traced
    report = downloaded(page, "Tải báo cáo (Word)")
    text, rows = text_of(report), rows_of(report)
    assert all(sentence["words"] in text for sentence in sentences)
    assert all(rows[figure["name"]][3] == figure["shown"] for figure in figures)
    assert DROPPED not in text
    dossier = _dossier(demo, page)
    for words in ("125/BC", "Ký nháy thể thức", "Phạm Thị Sáu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA"):
        assert words in dossier, words
    assert list(audit.faults()) == []
    assert not demo.faults, "\n".join(demo.faults)
