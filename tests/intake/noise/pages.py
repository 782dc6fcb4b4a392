"""Papers as a bad scanner gives them: 150 dpi, skewed, stamped over the signature, read again."""

import subprocess
import textwrap
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf")
_DPI = 150
_WIDTH, _HEIGHT = int(8.27 * _DPI), int(11.69 * _DPI)
_MARGIN = 110
_LETTERS, _LINES = 76, 52


def sheets(text: str) -> list[Image.Image]:
    """The text printed on sheets, without damage."""
    lines = [
        part
        for line in text.expandtabs(4).split("\n")
        for part in textwrap.wrap(line, _LETTERS) or [""]
    ]
    font = ImageFont.truetype(str(FONT), 22)
    made = []
    for first in range(0, len(lines), _LINES):
        sheet = Image.new("L", (_WIDTH, _HEIGHT), 255)
        pen = ImageDraw.Draw(sheet)
        for n, line in enumerate(lines[first : first + _LINES]):
            pen.text((_MARGIN, _MARGIN + n * 29), line, font=font, fill=0)
        made.append(sheet)
    return made


def degraded(sheet: Image.Image, *, stamp: bool, skew: float = 1.1) -> Image.Image:
    """A sheet skewed, blurred, grey, with a round stamp over the lower right quarter."""
    if stamp:
        ink = Image.new("L", sheet.size, 255)
        box = ink.size[0] * 5 // 8, _last_line(sheet) - 190
        pen = ImageDraw.Draw(ink)
        for ring in (0, 14):
            corners = [box[0] + ring, box[1] + ring, box[0] + 210 - ring, box[1] + 210 - ring]
            pen.ellipse(corners, outline=120, width=5)
        sheet = ImageChops.multiply(sheet, ink)
    turned = sheet.rotate(skew, fillcolor=255, resample=Image.Resampling.BICUBIC)
    return turned.filter(ImageFilter.GaussianBlur(0.6)).point(lambda v: min(255, v + 25))


def _last_line(sheet: Image.Image) -> int:
    box = ImageChops.invert(sheet).getbbox()
    return box[3] if box else sheet.size[1]


def recognised(sheet: Image.Image, folder: Path) -> str:
    """The text that tesseract reads on a sheet, in Vietnamese."""
    path = folder / "sheet.png"
    sheet.save(path, dpi=(_DPI, _DPI))
    done = subprocess.run(
        ["tesseract", str(path), "-", "-l", "vie", "--psm", "6"],
        capture_output=True,
        check=True,
        timeout=180,
        env={"OMP_THREAD_LIMIT": "1", "PATH": "/usr/bin:/bin"},
    )
    return done.stdout.decode("utf-8")


def scanned(text: str, folder: Path) -> str:
    """A text printed, degraded and read again."""
    printed = sheets(text)
    return "\n".join(
        recognised(degraded(sheet, stamp=n == len(printed) - 1), folder)
        for n, sheet in enumerate(printed)
    )
