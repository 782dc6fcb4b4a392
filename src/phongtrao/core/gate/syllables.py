"""Whether a written word is a Vietnamese syllable: onset, vowels, ending, one tone at most.

Pure.  The lists are the spelling rules of the language; some rare loan words fall outside.
"""

import re
import unicodedata

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_ACUTE, _DOT = "\u0301", "\u0323"
_SYLLABLE = re.compile(
    "(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx])?"
    "(?P<vowels>"
    "iêu|yêu|oai|oao|oay|oeo|uây|uôi|uya|uyê|uyu|ươi|ươu|"
    "ai|ao|au|ay|âu|ây|eo|êu|ia|iu|oa|oă|oe|oi|ôi|ơi|oo|ua|uâ|uê|ui|uơ|uy|ưa|ưi|ưu|iê|yê|uô|ươ|"
    "[aăâeêioôơuưy]"
    ")(?P<ending>ch|ng|nh|[cmnpt])?"
)
_STOPPED = {"c", "ch", "p", "t"}


def is_syllable(word: str) -> bool:
    """Whether a word of any case is spelled as a Vietnamese syllable.

    Syllables that end in c, ch, p or t bear the tone of ``sắc`` or ``nặng`` only.
    """
    apart = unicodedata.normalize("NFD", word.lower())
    tones = [sign for sign in apart if sign in _TONES]
    if len(tones) > 1:
        return False
    bare = unicodedata.normalize("NFC", "".join(sign for sign in apart if sign not in _TONES))
    found = _SYLLABLE.fullmatch(bare)
    if found is None:
        return False
    return found["ending"] not in _STOPPED or (bool(tones) and tones[0] in {_ACUTE, _DOT})
