"""Vietnamese in the code tables from before Unicode, for papers copied from old files."""

import unicodedata

_LETTERS = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_TCVN3 = (
    "\u00b5\u00b8\u00b6\u00b7\u00b9\u00a8\u00bb\u00be\u00bc\u00bd\u00c6\u00a9\u00c7\u00ca\u00c8"
    "\u00c9\u00cb\u00ae\u00cc\u00d0\u00ce\u00cf\u00d1\u00aa\u00d2\u00d5\u00d3\u00d4\u00d6\u00d7"
    "\u00dd\u00d8\u00dc\u00de\u00df\u00e3\u00e1\u00e2\u00e4\u00ab\u00e5\u00e8\u00e6\u00e7\u00e9"
    "\u00ac\u00ea\u00ed\u00eb\u00ec\u00ee\u00ef\u00f3\u00f1\u00f2\u00f4\u00ad\u00f5\u00f8\u00f6"
    "\u00f7\u00f9\u00fa\u00fd\u00fb\u00fc\u00fe"
)
_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
_PLAIN = {_GRAVE: "ø", _ACUTE: "ù", _HOOK: "û", _TILDE: "õ", _DOT: "ï"}
_ROOF = {_GRAVE: "à", _ACUTE: "á", _HOOK: "å", _TILDE: "ã", _DOT: "ä", "": "â"}
_BOWL = {_GRAVE: "è", _ACUTE: "é", _HOOK: "ú", _TILDE: "ü", _DOT: "ë", "": "ê"}
_I = {_GRAVE: "ì", _ACUTE: "í", _HOOK: "æ", _TILDE: "ó", _DOT: "ò"}


def tcvn3(text: str) -> str:
    """The text as the codes of TCVN3 read by a program of today."""
    table = dict(zip(_LETTERS, _TCVN3, strict=True))
    return "".join(table.get(letter.lower(), letter) for letter in text)


def vni(text: str) -> str:
    """The text as the codes of VNI read by a program of today."""
    return "".join(_vni(letter) for letter in text)


def _vni(letter: str) -> str:
    if letter in "đĐ":
        return "ñ" if letter == "đ" else "Ñ"
    parts = list(unicodedata.normalize("NFD", letter))
    base, marks = parts[0], parts[1:]
    tone = next((mark for mark in marks if mark in _PLAIN), "")
    if "\u0302" in marks:
        return base + _ROOF[tone]
    if "\u0306" in marks:
        return base + _BOWL[tone]
    if base in "iI" and tone:
        return _I[tone]
    if "\u031b" in marks:
        base = {"o": "ô", "u": "ö", "O": "Ô", "U": "Ö"}[base]
    return base + _PLAIN.get(tone, "")
