"""Hiding places in the metadata of pictures."""

from collections.abc import Callable
from io import BytesIO

from PIL import Image, PngImagePlugin

from .hidden_payload import Payload

Build = Callable[[Payload], bytes]
DESCRIPTION, ARTIST, COPYRIGHT, USER_COMMENT, EXIF_BLOCK = 0x010E, 0x013B, 0x8298, 0x9286, 0x8769


def _image() -> Image.Image:
    return Image.new("RGB", (64, 48), (200, 210, 220))


def png_text(load: Payload | None, *, packed: bool = False, international: bool = False) -> bytes:
    """Return a PNG; with a payload its text chunk (plain, packed or international) holds it."""
    info = PngImagePlugin.PngInfo()
    if load and international:
        info.add_itxt("Comment", load.text, zip=packed)
    elif load:
        info.add_text(
            "Description",
            load.short.replace("số tài khoản", "so tai khoan").replace("nhà bà Tư", "nha ba Tu"),
            zip=packed,
        )
    buffer = BytesIO()
    _image().save(buffer, "PNG", pnginfo=info)
    return buffer.getvalue()


def jpeg_exif(tag: int) -> Build:
    """Return a builder that puts the value into an EXIF tag."""

    def build(load: Payload) -> bytes:
        exif = Image.Exif()
        text = load.short.replace("số tài khoản", "so tai khoan").replace("nhà bà Tư", "nha ba Tu")
        if tag == USER_COMMENT:
            exif.get_ifd(EXIF_BLOCK)[USER_COMMENT] = b"ASCII\x00\x00\x00" + text.encode()
        else:
            exif[tag] = text
        buffer = BytesIO()
        _image().save(buffer, "JPEG", exif=exif)
        return buffer.getvalue()

    return build


def jpeg_comment(load: Payload) -> bytes:
    """Put the sentence into the comment segment of a JPEG."""
    buffer = BytesIO()
    _image().save(buffer, "JPEG", comment=load.text.encode())
    return buffer.getvalue()


PLACES: dict[str, Build] = {
    "png-text": png_text,
    "png-packed-text": lambda load: png_text(load, packed=True),
    "png-international-text": lambda load: png_text(load, international=True),
    "jpg-exif-description": jpeg_exif(DESCRIPTION),
    "jpg-exif-artist": jpeg_exif(ARTIST),
    "jpg-exif-copyright": jpeg_exif(COPYRIGHT),
    "jpg-exif-user-comment": jpeg_exif(USER_COMMENT),
    "jpg-comment": jpeg_comment,
}
