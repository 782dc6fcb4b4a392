"""Writers of the old Vietnamese encodings, made apart from the product's tables."""

import unicodedata

LOWER = (
    "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"
)  # fmt: skip
ALPHABET = LOWER + LOWER.upper()
# Letter by letter with the byte of TCVN 5712 VN3, written out in hexadecimal.
_TCVN3 = {
    "à": "B5", "ả": "B6", "ã": "B7", "á": "B8", "ạ": "B9", "ă": "A8", "ằ": "BB", "ẳ": "BC",
    "ẵ": "BD", "ắ": "BE", "ặ": "C6", "â": "A9", "ầ": "C7", "ẩ": "C8", "ẫ": "C9", "ấ": "CA",
    "ậ": "CB", "è": "CC", "ẻ": "CE", "ẽ": "CF", "é": "D0", "ẹ": "D1", "ê": "AA", "ề": "D2",
    "ể": "D3", "ễ": "D4", "ế": "D5", "ệ": "D6", "ì": "D7", "ỉ": "D8", "ĩ": "DC", "í": "DD",
    "ị": "DE", "ò": "DF", "ỏ": "E1", "õ": "E2", "ó": "E3", "ọ": "E4", "ô": "AB", "ồ": "E5",
    "ổ": "E6", "ỗ": "E7", "ố": "E8", "ộ": "E9", "ơ": "AC", "ờ": "EA", "ở": "EB", "ỡ": "EC",
    "ớ": "ED", "ợ": "EE", "ù": "EF", "ủ": "F1", "ũ": "F2", "ú": "F3", "ụ": "F4", "ư": "AD",
    "ừ": "F5", "ử": "F6", "ữ": "F7", "ứ": "F8", "ự": "F9", "ỳ": "FA", "ỷ": "FB", "ỹ": "FC",
    "ý": "FD", "ỵ": "FE", "đ": "AE", "Ă": "A1", "Â": "A2", "Ê": "A3", "Ô": "A4", "Ơ": "A5",
    "Ư": "A6", "Đ": "A7",
}  # fmt: skip
TCVN3_LETTERS = "".join(_TCVN3)
_TONE_OF_VNI = {"\u0301": 0xF9, "\u0300": 0xF8, "\u0309": 0xFB, "\u0303": 0xF5, "\u0323": 0xEF}
_HAT = {"": 0xE2, "\u0301": 0xE1, "\u0300": 0xE0, "\u0309": 0xE5, "\u0303": 0xE3, "\u0323": 0xE4}
_BOWL = {"": 0xEA, "\u0301": 0xE9, "\u0300": 0xE8, "\u0309": 0xFA, "\u0303": 0xFC, "\u0323": 0xEB}
_ALONE = {"đ": 0xF1, "í": 0xED, "ì": 0xEC, "ỉ": 0xE6, "ĩ": 0xF3, "ị": 0xF2, "ỵ": 0xEE}
_HORNS = {"o": 0xF4, "u": 0xF6}


def tcvn3(text: str) -> bytes:
    """The bytes of TCVN3; capitals with tones become small letters, as fonts had it."""
    out = bytearray()
    for letter in unicodedata.normalize("NFC", text):
        code = _TCVN3.get(letter) or _TCVN3.get(letter.lower())
        out += bytes.fromhex(code) if code else letter.encode("latin-1", "replace")
    return bytes(out)


def vni(text: str) -> bytes:
    """The bytes of VNI-Win."""
    return b"".join(map(_vni_letter, unicodedata.normalize("NFC", text)))


def _vni_letter(letter: str) -> bytes:
    small = letter.lower()
    capital = 0x20 if letter != small else 0
    if small in _ALONE:
        return bytes([_ALONE[small] - capital])
    base, *marks = unicodedata.normalize("NFD", small)
    tone = next((mark for mark in marks if mark in _TONE_OF_VNI), "")
    head = ord(base) - capital if base.isascii() and base.isalpha() else 0
    if "\u0302" in marks:
        return bytes([head, _HAT[tone] - capital])
    if "\u0306" in marks:
        return bytes([head, _BOWL[tone] - capital])
    if "\u031b" in marks:
        head = _HORNS[base] - capital
    if tone:
        return bytes([head, _TONE_OF_VNI[tone] - capital])
    return bytes([head]) if head else letter.encode("latin-1", "replace")


def windows_1258(text: str) -> bytes:
    """The bytes of Windows-1258: letters with their hat or horn, then the tone."""
    out = []
    for letter in text:
        apart = unicodedata.normalize("NFD", letter)
        tones = "".join(mark for mark in apart if mark in _TONE_OF_VNI)
        base = unicodedata.normalize("NFC", "".join(m for m in apart if m not in tones))
        out.append((base + tones).encode("cp1258", "replace"))
    return b"".join(out)
