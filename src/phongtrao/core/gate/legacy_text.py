"""Vietnamese text from before Unicode: TCVN3 (ABC), VNI and Windows-1258, told apart and converted.

Pure.  Such text reaches us in two ways: as bytes of a text file, and as Latin-1 letters inside
Word and Excel files that relied on a font (``.VnTime``, ``VNI-Times``).  ``detect`` answers only
when it is sure: nearly every marked word must be a Vietnamese syllable after conversion, and some
must make no sense otherwise.  A conversion is offered and shown; nothing is converted in silence.

Sources: TCVN 5712:1993, VN3 (the table of TCVN3); the published table of VNI-Win; Python's codec
of Windows-1258.
"""

import re
import unicodedata
from typing import Literal

from phongtrao.core.gate.syllables import is_syllable

Encoding = Literal["tcvn3", "vni"]
ByteEncoding = Literal["tcvn3", "vni", "cp1258"]

# TCVN3: from A1 on, one sign a byte; a dot stands where the table has no Vietnamese letter.
_TCVN3_LETTERS = (
    "ĂÂÊÔƠƯĐăâêôơưđ.."  # A1 to B0
    "....àảãáạ.ằẳẵắ.."  # B1 to C0
    ".....ặầẩẫấậè.ẻẽé"  # C1 to D0
    "ẹềểễếệìỉ...ĩíịò."  # D1 to E0
    "ỏõóọồổỗốộờởỡớợù."  # E1 to F0
    "ủũúụừửữứựỳỷỹýỵ"  # F1 to FE
)
_TCVN3 = {0xA1 + place: letter for place, letter in enumerate(_TCVN3_LETTERS) if letter != "."}
# VNI: a plain vowel is followed by a sign for its marks; some letters have a sign of their own.
_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_HAT, _BOWL = "\u0302", "\u0306"
_HATS = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_BOWLS = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_VNI_SINGLES = {
    "ñ": "đ", "ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ",
}  # fmt: skip
_SIGNS = "\xad\xa1-\xbf\xd7\xf7"  # no letters in Latin-1, letters in TCVN3
_WORDS = re.compile(f"(?:[^\\W\\d_]|[{_SIGNS}])+")
_SAMPLE = 200_000
_NEARLY_ALL = 0.9
_FEW_UNICODE = 0.02
_ENOUGH = 3
_CAPITAL_FONT = re.compile(r"^\.vn.*h$", re.IGNORECASE)
_FONTS: tuple[tuple[str, Encoding], ...] = ((".vn", "tcvn3"), ("vni-", "vni"), ("vni ", "vni"))


def _vni_table() -> dict[str, str]:
    """Every sequence of VNI in both cases, in Unicode."""
    pairs = dict(_VNI_SINGLES)
    for vowel in "aeouy":
        pairs |= {vowel + sign: vowel + tone for sign, tone in _TONES.items()}
    for vowel in "aeo":
        pairs |= {vowel + sign: vowel + _HAT + tone for sign, tone in _HATS.items()}
    pairs |= {"a" + sign: "a" + _BOWL + tone for sign, tone in _BOWLS.items()}
    for sign, vowel in (("ô", "ơ"), ("ö", "ư")):
        pairs |= {sign + mark: vowel + tone for mark, tone in _TONES.items()}
    table = {old: unicodedata.normalize("NFC", new) for old, new in pairs.items()}
    capitals = {old.upper(): new.upper() for old, new in table.items()}
    mixed = {old.capitalize(): new.upper() for old, new in table.items()}
    return mixed | capitals | table


_VNI = _vni_table()
_VNI_SEQUENCE = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))


def detect(text: str) -> Encoding | None:
    """The old encoding of a text whose letters were read as Latin-1; None unless it is sure."""
    words = _marked_words(text[:_SAMPLE])
    if not words:
        return None
    modern = sum(1 for word in words if any(sign > "\xff" for sign in word))
    if modern > _FEW_UNICODE * len(words):
        return None
    answers = [name for name in ("tcvn3", "vni") if _fits(words, name)]
    return answers[0] if len(answers) == 1 else None  # type: ignore[return-value]


def convert(text: str, encoding: Encoding, *, capitals: bool = False) -> str:
    """The text in Unicode (NFC).  ``capitals`` for a font that draws capitals (``.VnTimeH``).

    Signs outside the table stay.  The result of a TCVN3 capital font is in capitals, as it was
    seen.
    """
    if encoding == "tcvn3":
        converted = text.translate(_TCVN3)
    else:
        converted = _VNI_SEQUENCE.sub(lambda found: _VNI[found[0]], text)
    converted = unicodedata.normalize("NFC", converted)
    return converted.upper() if capitals else converted


def detect_bytes(data: bytes) -> ByteEncoding | None:
    """The old encoding of a text file that is no UTF-8; None unless it is sure."""
    sample = data[:_SAMPLE]
    words = _marked_words(_from_cp1258(sample))
    plain = [word for word in words if is_syllable(word)]
    if len(plain) >= _ENOUGH and len(plain) >= _NEARLY_ALL * len(words):
        return "cp1258"
    return detect(sample.decode("latin-1"))


def decode(data: bytes, encoding: ByteEncoding) -> str:
    """The bytes of an old text file in Unicode (NFC)."""
    if encoding == "cp1258":
        return _from_cp1258(data)
    return convert(data.decode("latin-1"), encoding)


def encoding_of_font(name: str) -> Encoding | None:
    """The old encoding that a font stands for: ``.VnTime`` TCVN3, ``VNI-Times`` VNI."""
    lower = name.strip().lower()
    return next((encoding for start, encoding in _FONTS if lower.startswith(start)), None)


def is_capital_font(name: str) -> bool:
    """Whether a TCVN3 font draws small letters as capitals (``.VnTimeH``, ``.VnArialH``)."""
    return _CAPITAL_FONT.match(name.strip()) is not None


def _from_cp1258(data: bytes) -> str:
    return unicodedata.normalize("NFC", data.decode("cp1258", "replace"))


def _marked_words(text: str) -> list[str]:
    """The words that hold a sign outside ASCII."""
    words = _WORDS.findall(text)
    return [w for w in words if not w.isascii() and any(sign.isalpha() for sign in w)]


def _fits(words: list[str], encoding: Encoding) -> bool:
    """Whether nearly all words are syllables in ``encoding``, and enough of them only there."""
    right = [word for word in words if is_syllable(convert(word, encoding))]
    if len(right) < _NEARLY_ALL * len(words):
        return False
    only_here = {word for word in right if not is_syllable(word)}
    return len(only_here) >= _ENOUGH
