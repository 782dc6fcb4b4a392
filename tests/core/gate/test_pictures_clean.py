"""Pictures written anew: nothing of what stood beside the pixels is left."""

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from phongtrao.core.gate.limits import GateLimits
from phongtrao.core.gate.pictures_clean import PictureRefusedError, clean_picture
from tests.core.gate.papers import jpg, png, text_chunk

CANARY = b"KENH-BI-MAT-21.0278N-105.8342E"
SIZE = (48, 32)


def two_tone(mode: str = "RGB") -> Image.Image:
    """Red on the left, blue on the right."""
    picture = Image.new("RGB", SIZE, "red")
    picture.paste((0, 0, 255), (SIZE[0] // 2, 0, *SIZE))
    return picture.convert(mode)


def exif() -> Image.Exif:
    written = Image.Exif()
    written[0x010F] = CANARY.decode()  # the maker of the camera
    written[0x0112] = 3  # upside down
    written.get_ifd(0x8825)[1] = "N"
    written.get_ifd(0x8825)[2] = (21.0, 1.0, 40.0)
    return written


def written(picture: Image.Image, kind: str, **options: object) -> bytes:
    stream = BytesIO()
    picture.save(stream, "JPEG" if kind == "jpg" else "PNG", **options)  # type: ignore[arg-type]
    return stream.getvalue()


def photo() -> bytes:
    """A photo with position, comment, XMP, colour profile and bytes behind its end."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = written(
        two_tone(), "jpg", exif=exif(), comment=CANARY, icc_profile=profile, xmp=CANARY, quality=95
    )
    return data + CANARY


def drawing() -> bytes:
    """A PNG with texts, position and a thumbnail's worth of private chunks."""
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", CANARY.decode())
    texts.add_itxt("XML:com.adobe.xmp", CANARY.decode())
    texts.add(b"prVt", CANARY, after_idat=True)
    return written(two_tone(), "png", pnginfo=texts, exif=exif(), dpi=(300, 300))


def chunk_names(data: bytes) -> list[bytes]:
    names, at = [], 8
    while at < len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        names.append(name)
        at += 12 + length
    return names


def segments(data: bytes) -> set[int]:
    """The markers of a JPEG in front of its scan."""
    found, at = set(), 2
    while data[at + 1] != 0xDA:
        found.add(data[at + 1])
        at += 2 + struct.unpack_from(">H", data, at + 2)[0]
    return found


def test_a_photo_keeps_its_pixels_and_loses_all_else() -> None:
    dirty = photo()
    assert CANARY in dirty
    clean = clean_picture(dirty, "jpg")
    assert CANARY not in clean
    assert segments(clean) <= {0xE0, 0xDB, 0xC0, 0xC4}
    picture = Image.open(BytesIO(clean))
    assert not picture.getexif()
    left, right = picture.getpixel((4, 16)), picture.getpixel((44, 16))
    assert isinstance(left, tuple)
    assert isinstance(right, tuple)
    assert left[2] > 200 > left[0]  # the photo was upside down: blue is on the left
    assert right[0] > 200 > right[2]


def test_a_drawing_keeps_its_pixels_and_loses_all_else() -> None:
    clean = clean_picture(drawing(), "png")
    assert CANARY not in clean
    assert set(chunk_names(clean)) == {b"IHDR", b"IDAT", b"IEND"}
    turned = two_tone().transpose(Image.Transpose.ROTATE_180)
    assert Image.open(BytesIO(clean)).tobytes() == turned.tobytes()


def test_a_text_chunk_of_the_corpus_is_gone() -> None:
    clean = clean_picture(png(extra=text_chunk("012345678901")), "png")
    assert b"012345678901" not in clean


@pytest.mark.parametrize("build", [photo, drawing])
def test_the_same_picture_gives_the_same_bytes(build: object) -> None:
    assert callable(build)
    kind = "jpg" if build is photo else "png"
    assert clean_picture(build(), kind) == clean_picture(build(), kind)


def test_only_the_first_frame_of_a_moving_picture_stays() -> None:
    moving = written(
        two_tone(), "png", save_all=True, append_images=[Image.new("RGB", SIZE, "lime")] * 3
    )
    assert b"acTL" in moving
    clean = clean_picture(moving, "png")
    assert set(chunk_names(clean)) == {b"IHDR", b"IDAT", b"IEND"}
    assert Image.open(BytesIO(clean)).tobytes() == two_tone().tobytes()


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_comes_through(mode: str) -> None:
    source = Image.new("I;16", SIZE, 40_000) if mode == "I;16" else two_tone(mode)
    clean = Image.open(BytesIO(clean_picture(written(source, "png"), "png")))
    expected = {"P": "RGB", "I;16": "L"}.get(mode, mode)
    assert (clean.mode, clean.size) == (expected, SIZE)
    if mode == "I;16":
        assert clean.getpixel((0, 0)) == 40_000 // 256


def test_a_transparent_palette_stays_transparent() -> None:
    source = two_tone("P")
    clear = source.getpixel((0, 0))
    clean = Image.open(BytesIO(clean_picture(written(source, "png", transparency=clear), "png")))
    pixel = clean.getpixel((0, 0))
    assert isinstance(pixel, tuple)
    assert pixel[3] == 0


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_every_kind_of_jpeg_comes_through(mode: str) -> None:
    clean = Image.open(BytesIO(clean_picture(written(two_tone(mode), "jpg"), "jpg")))
    assert (clean.mode, clean.size) == ("L" if mode == "L" else "RGB", SIZE)


def test_a_broken_colour_profile_is_dropped() -> None:
    dirty = written(two_tone(), "jpg", icc_profile=CANARY * 10)
    assert CANARY not in clean_picture(dirty, "jpg")


@pytest.mark.parametrize("mode", ["1", "LA", "RGB", "RGBA"])
def test_a_broken_profile_of_a_drawing_is_dropped(mode: str) -> None:
    dirty = written(two_tone(mode), "png", icc_profile=CANARY * 10)
    assert b"iCCP" in dirty
    assert set(chunk_names(clean_picture(dirty, "png"))) == {b"IHDR", b"IDAT", b"IEND"}


def test_a_comment_goes_where_there_is_no_colour_profile() -> None:
    assert CANARY not in clean_picture(written(two_tone(), "jpg", comment=CANARY), "jpg")


def test_colours_of_a_wide_profile_are_brought_to_the_usual_one() -> None:
    usual = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = usual.replace(b"rXYZ", b"tmpX").replace(b"bXYZ", b"rXYZ").replace(b"tmpX", b"bXYZ")
    clean = Image.open(
        BytesIO(clean_picture(written(two_tone(), "png", icc_profile=swapped), "png"))
    )
    left = clean.getpixel((0, 0))
    assert isinstance(left, tuple)
    assert left[2] > 200 > left[0]  # a profile that names red blue makes red blue


def test_a_file_on_the_disk_is_not_changed(tmp_path: Path) -> None:
    path = tmp_path / "anh"
    path.write_bytes(drawing())
    assert CANARY not in clean_picture(path, "png")
    assert path.read_bytes() == drawing()


@pytest.mark.parametrize(
    ("data", "kind", "code"),
    [
        (b"MZ\x90\x00", "png", "program"),
        (png(), "jpg", "type-mismatch"),
        (jpg(), "jpg", "reader-failed"),
        (png(60_000, 60_000), "png", "picture-too-large"),
        (drawing()[:-40], "png", "picture-broken"),
    ],
)
def test_what_is_no_picture_is_refused(data: bytes, kind: str, code: str) -> None:
    with pytest.raises(PictureRefusedError) as caught:
        clean_picture(data, kind)
    assert caught.value.verdict.codes == (code,)


def test_a_picture_that_grows_past_the_bound_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("phongtrao.core.gate.pictures_clean._WRITTEN_BYTES", 1_000)
    noise = b"".join(zlib.compress(bytes([n])) for n in range(256)) * 3
    data = written(Image.frombytes("L", (64, 32), noise[: 64 * 32]), "png")
    with pytest.raises(PictureRefusedError) as caught:
        clean_picture(data, "png", limits=GateLimits())
    assert caught.value.verdict.verdict == "refuse"
