"""Small pictures with a text in their metadata."""

import io

from PIL import Image
from PIL.PngImagePlugin import PngInfo


def png_with_text(value: str) -> bytes:
    """A small PNG with a text chunk."""
    info = PngInfo()
    info.add_itxt("Comment", value)
    target = io.BytesIO()
    Image.new("RGB", (8, 8), (30, 90, 160)).save(target, "PNG", pnginfo=info)
    return target.getvalue()


def jpeg_with_exif(value: str) -> bytes:
    """A small JPEG with an EXIF description."""
    exif = Image.Exif()
    exif[0x010E] = value
    target = io.BytesIO()
    Image.new("RGB", (8, 8), (160, 90, 30)).save(target, "JPEG", exif=exif)
    return target.getvalue()
