"""Scans and photos read by Tesseract: the words arrive, marked as a reading."""

import shutil
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from phongtrao.core.gate import admit, programs, scans
from phongtrao.core.gate.limits import WorkshopLimits
from phongtrao.core.gate.scans import ScanUnreadError, read_scan
from tests.core.gate.papers import jpg

FONT = "DejaVuSans.ttf"
LINES = ("KẾ HOẠCH", "Phối hợp giữ gìn trật tự năm 2026", "Ủy ban nhân dân phường Đống Đa")
LANGUAGE = list(Path("/usr/share").glob("tesseract-ocr/*/tessdata/vie.traineddata"))


def has_font() -> bool:
    try:
        ImageFont.truetype(FONT)
    except OSError:
        return False
    return True


needs_reader = pytest.mark.skipif(
    shutil.which("tesseract") is None or not LANGUAGE or not has_font(),
    reason="cần Tesseract với tiếng Việt và phông DejaVu để đọc bản quét",
)


@pytest.fixture(autouse=True)
def _asked_anew() -> None:
    """What the machine can read is asked again in every test."""
    scans.can_read.cache_clear()


def page(lines: tuple[str, ...] = LINES, size: tuple[int, int] = (1240, 700)) -> Image.Image:
    picture = Image.new("RGB", size, "white")
    font = ImageFont.truetype(FONT, 34)
    for number, line in enumerate(lines):
        ImageDraw.Draw(picture).text((80, 80 + 70 * number), line, font=font, fill="black")
    return picture


def saved(path: Path, pages: list[Image.Image], **options: object) -> Path:
    more = {"save_all": True, "append_images": pages[1:]} if path.suffix == ".pdf" else {}
    pages[0].save(path, **more, **options)  # type: ignore[arg-type]
    return path


@needs_reader
def test_a_scan_that_was_held_is_read_page_by_page(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.pdf", [page(), page(("Phụ lục",))], resolution=150)
    assert admit(path, "a.pdf").verdict.codes == ("pdf-scan",)
    read = read_scan(path, "pdf")
    assert read.pages[0].splitlines() == list(LINES)
    assert read.pages[1] == "Phụ lục"
    assert read.text == "\n".join(LINES) + "\fPhụ lục"
    assert read.ocr
    assert 60 < read.mean_confidence <= 100


@needs_reader
@pytest.mark.parametrize("kind", ["png", "jpg"])
def test_a_photo_is_read_upright(tmp_path: Path, kind: str) -> None:
    turned = Image.Exif()
    turned[0x0112] = 6  # to be turned by 90° to the right
    lying = page().transpose(Image.Transpose.ROTATE_90)
    path = saved(tmp_path / f"a.{kind}", [lying], exif=turned)
    assert read_scan(path, kind).pages[0].splitlines() == list(LINES)


@needs_reader
def test_an_empty_page_gives_no_text_and_no_confidence(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.png", [Image.new("L", (600, 600), "white")])
    read = read_scan(path, "png")
    assert (read.pages, read.mean_confidence) == (("",), 0.0)


@needs_reader
def test_a_scan_of_too_many_pages_is_not_read_in_part(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.pdf", [Image.new("L", (60, 60), "white")] * 31)
    with pytest.raises(ScanUnreadError) as caught:
        read_scan(path, "pdf")
    assert caught.value.code == "pages"
    assert "30 trang" in caught.value.sentence


@needs_reader
def test_a_picture_that_is_none_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(jpg())
    with pytest.raises(ScanUnreadError) as caught:
        read_scan(path, "jpg")
    assert caught.value.code == "failed"


@needs_reader
def test_reading_without_end_is_ended_and_nothing_stays_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved(tmp_path / "a.png", [page()])
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(ScanUnreadError) as caught:
        read_scan(path, "png", workshop=WorkshopLimits(wall_seconds=0.05))
    assert caught.value.code == "time"
    assert [each.name for each in tmp_path.iterdir() if each.suffix != ".lock"] == ["a.png"]


def test_without_the_reading_program_the_scan_stays_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(programs, "reading_program", lambda: None)
    path = saved(tmp_path / "a.png", [Image.new("L", (60, 60), "white")])
    with pytest.raises(ScanUnreadError) as caught:
        read_scan(path, "png")
    assert caught.value.code == "missing"


@pytest.mark.parametrize(
    "sizes", [None, "x", [[1]], [["1", 2]], [[0, 5]], [[-1, 5]], [[10**9, 1]], [[9, 9]], [1]]
)
def test_sizes_that_the_child_made_up_are_a_failure(tmp_path: Path, sizes: object) -> None:
    with pytest.raises(ScanUnreadError):
        scans._spread(BytesIO(b"\0" * 80), sizes, tmp_path)


def test_a_broken_table_of_words_gives_what_can_be_read() -> None:
    table = (
        "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tl\tt\tw\th\tconf\ttext\n"
        "5\t1\t1\t1\t1\t1\t0\t0\t0\t0\t90\tKế\n"
        "5\t1\t1\t1\t1\t2\t0\t0\t0\t0\t70\thoạch\n"
        "4\t1\t1\t1\t2\t0\t0\t0\t0\t0\t-1\t\n"
        "5\tx\t1\t1\t1\t2\t0\t0\t0\t0\t70\tlạ\n"
        "5\t7\t1\t1\t1\t2\t0\t0\t0\t0\t70\tngoài\n"
        "5\t1\n"
    )
    read = scans._text_of(table, 1)
    assert (read.pages, read.mean_confidence) == (("Kế hoạch",), 80.0)
