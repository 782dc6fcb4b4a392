"""Inside the cage: the pages of a scan, or one photo, as grey pictures for the reading program.

The pixels go into the one file that was handed over, page after page, one byte each; the answer
holds the sizes.  So no format of pictures reaches the parent or the reading program.
"""

from pathlib import Path
from typing import BinaryIO

import pypdfium2
from PIL import Image, ImageOps, JpegImagePlugin, PngImagePlugin

# 200 dots an inch read a clean page without a fault; state papers are scanned at 200 to 300.
_DOTS_AN_INCH = 200
_POINTS_AN_INCH = 72
# A3 at 200 dots an inch has 7.7 million; larger pages are drawn smaller.
_MOST_PIXELS = 12_000_000
_FORMATS = (PngImagePlugin.PngImageFile.format, JpegImagePlugin.JpegImageFile.format)
MOST_PAGES = 30

Size = tuple[int, int]


def grey_pages(path: Path, kind: str, stream: BinaryIO) -> list[Size] | None:
    """Write the grey pages of a pdf, png or jpg; returns their sizes, None for too many pages.

    Raises whatever the libraries raise for a file they can not read.
    """
    if kind == "pdf":
        return _pages_of_pdf(path, stream)
    with Image.open(path, formats=_FORMATS) as picture:
        picture.draft("L", _bounded(picture.size))
        upright = ImageOps.exif_transpose(picture).convert("L")
    upright.thumbnail(_bounded(upright.size))
    stream.write(upright.tobytes())
    return [upright.size]


def _pages_of_pdf(path: Path, stream: BinaryIO) -> list[Size] | None:
    document = pypdfium2.PdfDocument(path)
    if len(document) > MOST_PAGES:
        return None
    sizes = []
    for page in document:
        bitmap = page.render(scale=_scale(page.get_size()), grayscale=True, may_draw_forms=False)
        pixels = memoryview(bitmap.buffer).cast("B")
        for row in range(bitmap.height):
            at = row * bitmap.stride
            stream.write(pixels[at : at + bitmap.width])
        sizes.append((bitmap.width, bitmap.height))
        pixels.release()
        bitmap.close()
        page.close()
    return sizes


def _scale(points: tuple[float, float]) -> float:
    """How much a page of so many points is enlarged."""
    scale = _DOTS_AN_INCH / _POINTS_AN_INCH
    pixels = points[0] * points[1] * scale * scale
    return scale if pixels <= _MOST_PIXELS else scale * float((_MOST_PIXELS / pixels) ** 0.5)


def _bounded(size: Size) -> Size:
    """The same proportions within the bound of pixels."""
    pixels = size[0] * size[1]
    if pixels <= _MOST_PIXELS:
        return size
    shrunk = (_MOST_PIXELS / pixels) ** 0.5
    return max(1, int(size[0] * shrunk)), max(1, int(size[1] * shrunk))
