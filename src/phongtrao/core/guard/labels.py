"""Words that say what a number is: *CCCD, số tài khoản, SĐT…*

All patterns read ``bare`` text: lower case, no tone marks.  Only the text shortly before a number
is read, and no place twice.
"""

import re
from dataclasses import dataclass

from phongtrao.core.guard.wordlists import Sightings, any_of, every, listed

# How far before a number its naming word may stand, in signs.
REACH = 60
_LONGEST_WORD = 40
_WORDS_READ = 8

_BANKS = listed(
    "vietcombank|vcb|vietinbank|agribank|bidv|techcombank|tcb|sacombank|mbbank|mb bank|vpbank"
    "|tpbank|vib|shb|hdbank|ocb|msb|lienvietpostbank|lpbank|acb|momo|zalopay|vi dien tu"
    "|ngan hang|kienlongbank|eximbank|seabank|bac a bank|abbank|namabank"
)
_KINDS = {
    "cccd": every("so |the |ma |ma so |", "cccd|c.c.c.d|cmtcd|ddcn|dd cn|can cuoc|cc so|cc:|cc cd")
    + every("so |the |", "can cuoc cong dan|cc ")
    + every("ma |ma so |so |", "dinh danh ca nhan|dinh danh cong dan")
    + every("ma |ma so |so ", "dinh danh|ca nhan|cong dan")
    + listed("giay to tuy than|giay to tuy than so|gttt|citizen id|id card|so id"),
    "cmnd": every("so |giay |so giay |", "cmnd|cmtnd|cmt|c.m.n.d|cmqd|cmsq|cmcand")
    + every(
        "so |giay |so giay |",
        "chung minh",
        "| nhan dan| thu| quan doi| si quan| cong an| nhan dan so",
    ),
    "bhxh": every(
        "so so |ma so the |ma so |so the |so |ma |the |",
        "bhxh|bao hiem xa hoi|bhyt|bao hiem y te",
    )
    + listed("ma so bao hiem|so the bao hiem|so so bao hiem|the bao hiem"),
    "tax": [
        *every("ma so thue|ma thue|mst|msthue", "| tncn| ca nhan| thu nhap ca nhan"),
        "tax code",
    ],
    "mobile": listed(
        "sdt|s.d.t|so dt|dtdd|d.t|d/t|dt|dd|dien thoai|dien thoai di dong|dien thoai lien he"
        "|di dong|cell phone|cellphone|smartphone|phone|tel|mobile|mob|zalo|viber|whatsapp"
        "|telegram|hotline|lien he|lien lac|l/h|lh|alo|call|goi so|goi cho|goi ngay|goi dien"
        "|goi toi|goi den|goi qua|nhan tin|duong day nong|fax|so may|may le|sim|so ca nhan"
        "|so rieng|so nong|so goi"
    ),
    "bank": every(
        "so tai khoan|tai khoan",
        "| ca nhan| ngan hang| thanh toan| thu huong| nhan tien",
        "| so",
    )
    + listed("stk|s.t.k|so tk|tk so|tknh|tk|chuyen khoan|account number")
    + every("so the", "| atm| ngan hang| tin dung")
    + _BANKS,
    "health": every("ma |ma so |so |so ho so ", "benh nhan|benh an")
    + listed("benh an|ma y te|ma kham benh|ho so suc khoe|ma nguoi benh|ma dieu tri"),
    "passport": listed("ho chieu|passport"),
}
_KIND_OF = {" ".join(word.split()): kind for kind in reversed(_KINDS) for word in _KINDS[kind]}
# "Biển số định danh" is a plate, "số cá nhân" in a line of figures a count.
_NAMED = re.compile(rf"(?<![a-z])(?<!bien ){any_of(_KIND_OF)}(?![a-z])")
_BANK_BEHIND = re.compile(
    r"[\s,(\-:]{1,4}(?:(?:tai|mo tai|cua|nh|chu tk)[\s:]{1,3}){0,2}" + any_of(_BANKS)
)
# Words that leave no doubt about what follows; after the others stand counts and sums as well.
_PLAIN = re.compile(r"(?:ma|so|the|mst|stk|s\.t\.k|tk|giay|gttt|tax|msthue)(?![a-z])|c\.c|cccd")
_ALWAYS_PLAIN = {"cmnd", "mobile"}
# What may stand between such a word and its number when nothing else is meant.
_DIRECT = re.compile(
    r"[\s:.,(\[=#\"'“|*/\-]{0,6}(?:(?:so|ma so|la|ma|cu|moi|ghi|mang so|hien tai|nay)[\s:.(=]{1,3}"
    r"){0,2}[a-z]{0,2}[\s:+(]{0,2}"
)
# The end of a sentence: what is named before it is not what stands after it.
_BARRIER = re.compile(r"[.!?;](?=\s)|\n\s{0,4}[-+•*–]\s|\n\s{0,4}\n")


@dataclass(frozen=True, slots=True)
class Label:
    """A naming word before a number: what it names, and how surely."""

    kind: str
    is_plain: bool
    is_direct: bool


class Labels:
    """The naming words of one text; asked for places from its beginning to its end."""

    def __init__(self, bare: str) -> None:
        """Nothing is read before it is asked for."""
        self._bare = bare
        self._words = Sightings(_NAMED, bare, back=REACH + _LONGEST_WORD, ahead=_LONGEST_WORD)

    def near(self, start: int) -> bool:
        """Whether a naming word stands shortly before ``start``."""
        self._words.read(start)
        last = self._words.before(start)
        return last > 0 and start - self._words.found[last - 1].end() <= REACH

    def before(self, start: int) -> list[Label]:
        """The naming words shortly before ``start``, the nearest first, one of each kind."""
        if not self.near(start):
            return []
        labels: dict[str, Label] = {}
        last = self._words.before(start)
        for found in reversed(self._words.found[max(0, last - _WORDS_READ) : last]):
            word, end = " ".join(found[0].split()), found.end()
            kind = _KIND_OF[word]
            if start - end > REACH or _BARRIER.search(self._bare, end + 1, start):
                break
            if kind not in labels:
                direct = _DIRECT.fullmatch(self._bare, end, start) is not None
                plain = kind in _ALWAYS_PLAIN or _PLAIN.match(word) is not None
                labels[kind] = Label(kind, plain, direct)
        return list(labels.values())


def has_bank_behind(bare: str, end: int) -> bool:
    """Whether a bank's name stands right behind ``end``."""
    return _BANK_BEHIND.match(bare, end) is not None
