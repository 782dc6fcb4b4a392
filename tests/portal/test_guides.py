"""The guides by role: how their text is read, hostile texts, and the pages that show them."""

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from scripts.guide_build.pdf import guide_pdf, heading_pages
from scripts.guide_build.word import guide_word

from phongtrao.portal.readers import GuideError, Piece, read_guide
from phongtrao.portal.rules import GUIDES, guide_for
from tests.journeys.story import PNG

GUIDE_PAGE = "/tro-giup/huong-dan/"
GUIDE_FILES = Path(__file__).resolve().parents[2] / "docs" / "guide"
SAMPLE = """# Hướng dẫn mẫu

Lời mở đầu.

## Gửi báo cáo

Làm mỗi kỳ.

1. Gõ vào cột *Kỳ này* rồi bấm **Gửi báo cáo**
   và chờ.

   ![Trang nhập](hinh:trang-nhap)
2. Xong.

Lời cuối.

## Xem lại

1. Bấm **Xem**.
"""
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[bấm đây](javascript:alert(1))",
    "<javascript:alert(1)>",
    "&lt;b&gt; &#x3c;script&#x3e;",
    "{{ 7 * 7 }} {% include 'core/base.html' %}",
    "` <b> `",
    "[x]: javascript:alert(1)\n[x]",
    "\u202engược\u202c \u200b",
]


def _plain(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces)


def test_a_guide_is_read_as_tasks_steps_pictures_and_words_of_the_screen() -> None:
    guide = read_guide(SAMPLE)
    first, second = guide.tasks
    assert guide.title == "Hướng dẫn mẫu"
    assert [_plain(told) for told in guide.lead] == ["Lời mở đầu."]
    assert (first.title, first.anchor) == ("Gửi báo cáo", "gui-bao-cao")
    assert [_plain(told) for told in first.lead + first.notes] == ["Làm mỗi kỳ.", "Lời cuối."]
    step = first.steps[0]
    assert _plain(step.words) == "Gõ vào cột Kỳ này rồi bấm Gửi báo cáo và chờ."
    assert (step.marked("verb"), step.marked("label")) == (["Gửi báo cáo"], ["Kỳ này"])
    assert [(seen.key, seen.caption) for seen in guide.pictures] == [("trang-nhap", "Trang nhập")]
    assert [len(task.steps) for task in (first, second)] == [2, 1]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Không có tên", 1),
        ("# A\n\n# B\n", 3),
        ("# A\n\n## Việc\n\nKhông có bước.\n", 5),
        ("# A\n\n1. Bước không thuộc việc nào\n", 3),
        ("# A\n\n### Quá sâu\n", 3),
        ("# A\n\n## Việc\n\n- gạch đầu dòng\n", 5),
        ("# A\n\n## Việc\n\n1. Một\n\nXen giữa\n\n2. Hai\n", 9),
        ("# A\n\n## Việc\n\n1. Một\n   1. Lồng nhau\n", 6),
        ("# A\n\n## Việc\n\n1. Một\n\n   Đoạn thứ hai\n", 7),
        ("# A\n\n## Việc\n\n1. Một\n\n   ![Hình](http://x/a.png)\n", 7),
        ("# A\n\n## Việc\n\n1. Một\n\n   ![Hình](hinh:../a)\n", 7),
        ("# A\n\n## Việc\n\n1. Một\n\n   ![](hinh:a)\n", 7),
        ("# A\n\n## Việc\n\n1. Một ![Hình](hinh:a) giữa câu\n", 5),
        ("# A\n\n## Việc\n\n1. Một **đậm *nghiêng* đậm**\n", 5),
        ("# A\n\n## Việc\n\n1.\n", 5),
        ("# A\n\n## Việc\n\n1. Một\n\n## Việc\n\n1. Hai\n", 9),
        ("# A\n\n" + "x" * 70_000, 1),
    ],
)
def test_a_text_that_is_no_guide_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(GuideError, match=rf"^line {line}:"):
        read_guide(text)


@given(st.text(alphabet="#*_![](): \n1.-<>&`~\\|ha", max_size=200))
def test_any_text_is_a_guide_or_is_refused(text: str) -> None:
    try:
        guide = read_guide(f"# A\n\n## B\n\n{text}\n\n1. c\n")
    except GuideError:
        return
    assert guide.tasks[-1].steps


def test_the_shipped_guides_are_those_of_the_rules_and_name_each_picture_once() -> None:
    shipped = {path.stem: read_guide(path.read_text("utf-8")) for path in GUIDE_FILES.glob("*.md")}
    assert set(shipped) == set(GUIDES)
    keys = [picture.key for guide in shipped.values() for picture in guide.pictures]
    assert len(set(keys)) == len(keys)
    assert all(guide.pictures for guide in shipped.values())


@pytest.mark.parametrize(
    ("role", "kind", "level", "guide"),
    [
        ("officer", "ca", "commune", "can-bo-xa"),
        ("officer", "ubnd", "province", "can-bo-tinh"),
        ("officer", "ca", "country", "can-bo-tinh"),
        ("officer", "mttq", "commune", "mat-tran"),
        ("leader", "mttq", "province", "mat-tran"),
        ("leader", "ca", "commune", "lanh-dao"),
        ("clerk", "mttq", "province", "van-thu"),
        ("auditor", "ca", "country", "quan-tri"),
        ("administrator", "ca", "province", "quan-tri"),
        ("", "", "", "can-bo-xa"),
    ],
)
def test_each_posting_has_its_guide(role: str, kind: str, level: str, guide: str) -> None:
    assert guide_for(role, kind, level) == guide


def test_the_help_page_offers_the_own_guide_first(world, client_for) -> None:
    for name, own in (("Chi", "can-bo-xa"), ("Dương", "mat-tran"), ("Vân", "van-thu")):
        page = client_for(world.posting(name)).get("/tro-giup/").content.decode()
        places = {each: page.index(f"/tro-giup/huong-dan/?vai-tro={each}") for each in GUIDES}
        assert min(places, key=lambda each: places[each]) == own
        assert page.count("(theo chức trách của bạn)") == 1


def test_a_guide_opens_at_the_own_one_and_others_by_name(world, client_for) -> None:
    client = client_for(world.posting("Bình"))
    assert "<h1" in (page := client.get("/tro-giup/huong-dan/").content.decode())
    assert "Hướng dẫn cho lãnh đạo cơ quan</h1>" in page
    other = client.get("/tro-giup/huong-dan/?vai-tro=van-thu").content.decode()
    assert "Hướng dẫn cho cán bộ văn thư</h1>" in other
    assert "<b>Ghi số, ngày ban hành</b>" in other
    for wrong in ("khong-co", "../glossary", "can-bo-xa.md", "%00"):
        assert client.get(f"/tro-giup/huong-dan/?vai-tro={wrong}").status_code == 404


def test_in_english_the_pages_say_that_the_guides_are_vietnamese(world, client_for) -> None:
    client = client_for(world.posting("Bình"))
    told = 'class="faint">Tài liệu hướng dẫn chỉ có bằng tiếng Việt.'
    assert told not in client.get("/tro-giup/huong-dan/").content.decode()
    client.cookies["django_language"] = "en"
    page = client.get("/tro-giup/huong-dan/").content.decode()
    assert '<html lang="en"' in page
    assert 'lang="vi"' in page


def test_no_text_brings_markup_of_its_own_onto_the_page(
    world, client_for, settings, tmp_path
) -> None:
    settings.GUIDES_DIR = tmp_path
    hostile = "\n\n".join(HOSTILE)
    steps = "\n".join(f"{n}. {text.replace(chr(10), ' ')}" for n, text in enumerate(HOSTILE, 1))
    (tmp_path / "can-bo-xa.md").write_text(f"# <b>A</b>\n\n{hostile}\n\n## <i>B</i>\n\n{steps}\n")
    client = client_for(world.posting("Chi"))
    page = client.get("/tro-giup/huong-dan/").content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    for forbidden in ("<script>", "<img", "onerror=alert(1)>", 'href="javascript', "<i>B", "49 "):
        assert forbidden not in main, forbidden
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in main
    assert "{{ 7 * 7 }}" in main
    assert client.get("/tro-giup/huong-dan/?vai-tro=van-thu").status_code == 404
    assert client.get("/tro-giup/").status_code == 200


def test_a_guide_as_word_has_contents_captions_and_always_the_same_bytes(tmp_path) -> None:
    (tmp_path / "trang-nhap.png").write_bytes(PNG)
    guide = read_guide(SAMPLE)
    made = guide_word(guide, tmp_path, [1, 7], version="1")
    assert made == guide_word(guide, tmp_path, [1, 7], version="1")
    document = Document(io.BytesIO(made))
    shown = [(p.style.name, p.text) for p in document.paragraphs]
    assert ("TOC 1", "2. Xem lại\t7") in shown
    assert ("Caption", "Hình 1. Trang nhập") in shown
    assert ("Heading 1", "1. Gửi báo cáo") in shown
    bold = {run.text for p in document.paragraphs for run in p.runs if run.bold}
    assert {"Gửi báo cáo", "Bước 1.\t", "Xem"} <= bold
    assert "NUMPAGES" in document.sections[0].footer._element.xml
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}


def test_a_guide_as_pdf_has_an_outline_and_always_the_same_bytes(tmp_path) -> None:
    (tmp_path / "trang-nhap.png").write_bytes(PNG)
    guide = read_guide(SAMPLE.replace("Lời cuối.", 'Lời "cuối" #panic() $x$ \\u{41}.'))
    made = guide_pdf(guide, tmp_path, product="P", version="1")
    assert made == guide_pdf(guide, tmp_path, product="P", version="1")
    assert len(heading_pages(made)) == len(guide.tasks)
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)
    for words in (
        "Hình\N{NO-BREAK SPACE}1. Trang nhập",
        "Bước 2.",
        "#panic() $x$ \\u{41}",
        "Trang 1/",
    ):
        assert words in text


def test_a_guide_without_its_picture_is_not_made(tmp_path) -> None:
    with pytest.raises(FileNotFoundError):
        guide_word(read_guide(SAMPLE), tmp_path, [1, 1], version="1")


def test_where_nothing_was_made_a_guide_offers_no_file_and_shows_no_picture(
    world, client_for, settings, tmp_path
) -> None:
    settings.GUIDE_FILES_DIR = tmp_path
    client = client_for(world.posting("Chi"))
    page = client.get(f"{GUIDE_PAGE}?vai-tro=van-thu").content.decode()
    assert "tai-ve/" not in page
    assert "<img" not in page
    answer = client.get(f"{GUIDE_PAGE}tai-ve/?vai-tro=van-thu&dang=pdf", follow=True)
    assert answer.redirect_chain == [(f"{GUIDE_PAGE}?vai-tro=van-thu", 302)]
    assert "chưa có bản Word, PDF của hướng dẫn" in answer.content.decode()
    assert client.get(f"{GUIDE_PAGE}hinh/?ten=vt-gui").status_code == 404


def test_what_was_made_is_shown_and_downloaded_and_nothing_beside_it(
    world, client_for, settings, tmp_path
) -> None:
    settings.GUIDE_FILES_DIR = tmp_path / "guide"
    (tmp_path / "guide" / "hinh").mkdir(parents=True)
    (tmp_path / "guide" / "hinh" / "vt-gui.png").write_bytes(PNG)
    (tmp_path / "guide" / "hinh" / "khac.png").write_bytes(PNG)
    (tmp_path / "guide" / "van-thu.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "secret.png").write_bytes(PNG)
    client = client_for(world.posting("Vân"))
    page = client.get(GUIDE_PAGE).content.decode()
    assert page.count("<img") == 1
    assert "?vai-tro=van-thu&amp;dang=pdf" in page
    assert "dang=docx" not in page
    assert client.get(f"{GUIDE_PAGE}hinh/?ten=vt-gui").content == PNG
    file = client.get(f"{GUIDE_PAGE}tai-ve/?vai-tro=van-thu&dang=pdf")
    assert file["Content-Type"] == "application/pdf"
    assert b"".join(file.streaming_content) == b"%PDF-1.7"
    for wrong in ("khac", "../secret", "", "%00", "vt-gui.png"):
        assert client.get(f"{GUIDE_PAGE}hinh/?ten={wrong}").status_code == 404, wrong
    for wrong in ("dang=png", "dang=../van-thu.pdf", "dang=pdf&vai-tro=../van-thu"):
        assert client.get(f"{GUIDE_PAGE}tai-ve/?{wrong}").status_code == 404, wrong
