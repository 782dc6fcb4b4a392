"""Vietnamese capital and small letters as regex character classes.

A range such as À-ỹ mixes both cases, because the alphabet lies scattered over Unicode.
"""

_BASES = "aăâeêioôơuưy"
_TONED = "àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ"

LOWER = "a-zđ" + _BASES[1:3] + "êôơư" + _TONED
UPPER = "A-ZĐ" + (_BASES[1:3] + "êôơư" + _TONED).upper()
