"""Pictures as offices paste them: photographs, line art, old metafiles, packed ones."""

import gzip
import io
import struct

from PIL import Image, ImageDraw

from tests.core.gate.honest_files.kind import chance


def drawn(seed: int, width: int = 320, height: int = 200, mode: str = "RGB") -> Image.Image:
    """A picture of boxes and strokes by seed."""
    dice = chance(seed, "picture")
    picture = Image.new(mode, (width, height), "white")
    draw = ImageDraw.Draw(picture)
    for _ in range(12):
        left, top = dice.randrange(width), dice.randrange(height)
        box = (left, top, left + dice.randint(4, width // 3), top + dice.randint(4, height // 3))
        tint = dice.choice(("black", "white")) if mode == "1" else dice.choice(("red", "navy"))
        draw.rectangle(box, outline=tint, width=3)
        draw.text((left, top), "BC", fill="black")
    return picture


def raster(seed: int, form: str = "PNG", *, mode: str = "RGB", size: tuple[int, int] = (320, 200),
           **options) -> bytes:  # fmt: skip
    """The picture in a raster form that Pillow writes."""
    buffer = io.BytesIO()
    drawn(seed, *size, mode=mode).save(buffer, form, **options)
    return buffer.getvalue()


def emf(width: int = 400, height: int = 300) -> bytes:
    """An enhanced metafile: header, a rectangle, the end."""
    rectangle = struct.pack("<IIiiii", 43, 24, 0, 0, width, height)
    end = struct.pack("<IIIII", 14, 20, 0, 16, 20)
    size = 88 + len(rectangle) + len(end)
    bounds = struct.pack("<iiii", 0, 0, width, height)
    frame = struct.pack("<iiii", 0, 0, width * 26, height * 26)
    head = struct.pack("<II", 1, 88) + bounds + frame + b" EMF"
    head += struct.pack("<IIIHHIIIIIII", 0x10000, size, 3, 1, 0, 0, 0, 0, 1024, 768, 320, 240)
    return head.ljust(88, b"\0") + rectangle + end


def wmf(width: int = 400, height: int = 300) -> bytes:
    """A placeable Windows metafile."""
    words = struct.pack("<IHHhhhhHI", 0x9AC6CDD7, 0, 0, 0, 0, width, height, 96, 0)[:20]
    check = 0
    for (word,) in struct.iter_unpack("<H", words):
        check ^= word
    rectangle = struct.pack("<IHhhhh", 7, 0x041B, height, width, 0, 0)
    end = struct.pack("<IH", 3, 0)
    size = (18 + len(rectangle) + len(end)) // 2
    head = struct.pack("<HHHIHIH", 1, 9, 0x300, size, 0, 7, 0)
    return words + struct.pack("<H", check) + head + rectangle + end


def packed_metafile(content: bytes) -> bytes:
    """A metafile packed by gzip (.emz, .wmz), as older Word keeps pasted drawings."""
    return gzip.compress(content, mtime=0)


def svg(seed: int) -> str:
    """An icon as Office keeps beside its PNG twin."""
    side = 10 + seed
    return (
        '<svg viewBox="0 0 96 96" xmlns="http://www.w3.org/2000/svg" id="Icons" '
        f'overflow="hidden"><path d="M{side} 10 86 10 86 86Z" fill="#C00000"/></svg>'
    )


def obfuscated_font(seed: int) -> bytes:
    """A font as Word embeds it: the first 32 bytes mixed with a key, the rest as it is."""
    dice = chance(seed, "font")
    plain = b"\0\1\0\0\0\x0f\0\x80\0\3\0\x70OS/2" + dice.randbytes(6_000)
    key = dice.randbytes(16)
    mixed = bytes(byte ^ key[at % 16] for at, byte in enumerate(plain[:32]))
    return mixed + plain[32:]
