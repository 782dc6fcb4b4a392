"""Inside the cage: one picture read to its pixels and written anew from nothing but them."""

import io
from pathlib import Path
from typing import BinaryIO

from PIL import Image, ImageCms, ImageOps, JpegImagePlugin, PngImagePlugin

_FORMATS = {
    "png": PngImagePlugin.PngImageFile.format,
    "jpg": JpegImagePlugin.JpegImageFile.format,
}
_JPEG_QUALITY = 90
_KEPT_MODES = {"png": {"1", "L", "LA", "RGB", "RGBA"}, "jpg": {"L", "RGB"}}
_WIDE_GREY = "I;16"
# The wall has counted the pixels; the library's own bound is half of that.
Image.MAX_IMAGE_PIXELS = None


def rewrite(path: Path, kind: str, stream: BinaryIO) -> list[int]:
    """Write the first frame of a png or jpg into ``stream``; returns width and height.

    Raises whatever the library raises for a picture it can not read.
    """
    with Image.open(path, formats=[_FORMATS[kind]]) as found:
        found.seek(0)
        profile = found.info.get("icc_profile")
        picture = ImageOps.exif_transpose(found)
    picture = _plain(_in_srgb(picture, profile), kind)
    picture.info.clear()
    written = {"quality": _JPEG_QUALITY} if kind == "jpg" else {"compress_level": 6}
    picture.save(stream, format=_FORMATS[kind], **written)
    return list(picture.size)


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Colours after a profile of the camera brought to sRGB; a broken profile is dropped."""
    if not profile or picture.mode not in {"RGB", "RGBA", "CMYK", "L"}:
        return picture
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        mode = picture.mode if picture.mode == "RGBA" else "RGB"
        if picture.mode == "L" and source.profile.xcolor_space.strip() == "GRAY":
            return picture
        shown = ImageCms.profileToProfile(
            picture, source, ImageCms.createProfile("sRGB"), outputMode=mode
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture
    return picture if shown is None else shown


def _plain(picture: Image.Image, kind: str) -> Image.Image:
    """A mode that the format can hold: eight bits, no palette, transparency as a channel."""
    if picture.mode.startswith(_WIDE_GREY):
        picture = picture.point(lambda level: level / 256).convert("L")
    if kind == "png" and "transparency" in picture.info:
        return picture.convert("RGBA")
    if picture.mode in _KEPT_MODES[kind]:
        return picture.copy()
    return picture.convert("RGBA" if picture.mode in {"PA", "La", "RGBa"} else "RGB")
