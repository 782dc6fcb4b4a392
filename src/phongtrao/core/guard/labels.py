"""Words that say what a number is: *CCCD, số tài khoản, SĐT…*

All patterns read ``bare`` text: lower case, no tone marks.  Only the text shortly before a number
is read, and no place twice.
"""

import re
from dataclasses import dataclass, replace

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
_ACCOUNT_OF = "| ca nhan| ngan hang| thanh toan| thu huong| nhan tien| nhan"
_KINDS = {
    "cccd": every("so |the |ma |ma so |", "cccd|c.c.c.d|cmtcd|ddcn|dd cn|can cuoc|cc so|cc:|cc cd")
    + every("so |the |", "can cuoc cong dan|cc ")
    + every("ma |ma so |so |", "dinh danh ca nhan|dinh danh cong dan")
    + every("ma |ma so |so ", "dinh danh|ca nhan|cong dan")
    + listed("giay to tuy than|giay to tuy than so|gttt|citizen id|id card|so id|cancuoc"),
    "cmnd": every(
        "so |giay |so giay |", "cmnd|cmtnd|cmt|c.m.n.d|cmqd|cmsq|cmcand|c.m.t|cmdn|cmnnd|cmnt|cm nd"
    )
    + every(
        "so |giay |so giay |",
        "chung minh",
        "| nhan dan| thu| thu nhan dan| quan doi| si quan| cong an",
        "| so",
    ),
    "bhxh": every(
        "so so |ma so the |ma so |so the |so |ma |the |",
        "bhxh|bao hiem xa hoi|bhyt|bao hiem y te|bh xh|bao hiem xh|b.h.x.h|bhxhoi",
    )
    + listed("so bao hiem|ma bao hiem|ma so bao hiem|so the bao hiem|so so bao hiem|the bao hiem"),
    "tax": [
        *every(
            "ma so thue|ma thue|mst|msthue|ms thue|m.s.t|ma st",
            "| tncn| ca nhan| cua ca nhan| thu nhap ca nhan| cn| ho kinh doanh| ho ca the",
            "| so",
        ),
        *listed("mstcn|mstncn|mst.cn|mst-cn|ms tcn|ms tncn|ma so tncn|m.s.t.c.n|tax code"),
    ],
    "mobile": listed(
        "sdt|s.d.t|so dt|dtdd|d.t|d/t|dt|dd|dien thoai|dien thoai di dong|dien thoai lien he"
        "|di dong|cell phone|cellphone|smartphone|phone|tel|mobile|mob|zalo|viber|whatsapp"
        "|telegram|hotline|lien he|lien lac|l/h|lh|alo|call|goi so|goi cho|goi ngay|goi dien"
        "|goi toi|goi den|goi qua|nhan tin|duong day nong|fax|so may|may le|sim|so ca nhan"
        "|so rieng|so nong|so goi"
    ),
    "bank": every("so tai khoan|tai khoan|stk|s.t.k|so tk|tk", _ACCOUNT_OF, "| so")
    + listed("tknh|chuyen khoan|account number")
    + every("so the", "| atm| ngan hang| tin dung")
    + _BANKS,
    "health": every("ma |ma so |so |so ho so ", "benh nhan|benh an|bn")
    + listed("benh an|benh nhan ma|ma y te|ma kham benh|ho so suc khoe|ma nguoi benh|ma dieu tri"),
    "passport": every(
        "so |", "ho chieu|passport|hc|pp|hc/ho chieu", "| pho thong| so| pho thong so"
    ),
}
_KIND_OF = {" ".join(word.split()): kind for kind in reversed(_KINDS) for word in _KINDS[kind]}
# "Biển số định danh" is a plate, "số cá nhân" in a line of figures a count.
_NAMED = re.compile(rf"(?<![a-z0-9])(?<!bien ){any_of(_KIND_OF)}(?![a-z])")
# A word behind its number: "194118617 (CMND)"; a number behind the word is what it names.
_BEHIND_WORDS = {
    word: kind
    for word, kind in _KIND_OF.items()
    if kind not in {"mobile", "health"} and word not in _BANKS
} | dict.fromkeys(
    every("so |", "dt|sdt|dien thoai|dtdd|di dong|zalo|dien thoai di dong", "| so"), "mobile"
)
_BEHIND = re.compile(
    r"[\s\"'»”\])}*_~]{0,3}[,(\[{;:|/\-][\s\"'(]{0,3}"
    rf"(?P<word>{any_of(_BEHIND_WORDS)})(?![a-z0-9])"
    r"(?!\s(?:dinh danh|dien tu|dich vu|truc tuyen|da|duoc|dang|bi|bo|lan|tai|va))"
    r"(?!\s?[:.=#\-]{0,2}\s{0,3}(?:so\s{1,3}|la\s{1,3}|:\s?){0,2}[(\"]?[a-z]{0,2}\d{5})"
)
_BANK_BEHIND = re.compile(
    r"[\s,(\-:]{1,4}(?:(?:tai|mo tai|cua|nh|chu tk)[\s:]{1,3}){0,2}" + any_of(_BANKS)
)
# Words that leave no doubt about what follows; after the others stand counts and sums as well.
_PLAIN = re.compile(
    r"(?:ma|so|the|ms|mst(?:[.\-]?n?cn)?|m\.s\.t(?:\.c\.n)?|stk|s\.t\.k|tk|giay|gttt|tax|msthue)(?![a-z])|c\.c|cccd"
    r"|(?:tai khoan|bh ?xh|bao hiem xh)(?: [a-z ]{1,20})? so$"
)
_ALWAYS_PLAIN = {"cmnd", "mobile"}
# What may stand between such a word and its number when nothing else is meant.
_DIRECT = re.compile(
    r"[\s:.,(\[{<=#\"'“«‘|*_~/\-;]{0,50}+"
    r"(?:(?:so|ma so|la|ma|cu|moi|ghi|mang so|hien tai|nay|no|nha"
    r"|cua (?:ong|ba|anh|chi|chau|em|toi|minh|me|bo|cha|vo|chong|con|ho))[\s:.(=]{1,3}+){0,4}+"
    r"[a-z]{0,2}[\s:+(\[{<\"'“«‘]{0,2}"
)
# Between the word for an account and the bank that keeps it: *số tài khoản (Agribank)*.
_BANK_OF = re.compile(r"[\s(:,\-]{1,4}(?:tai )?")
# The end of a sentence: what is named before it is not what stands after it.
_BARRIER = re.compile(r"(?<!\.)(?<! no)[.!?;](?=\s)|\n\s{0,4}[-+•*–]\s|\n\s{0,4}\n")


@dataclass(frozen=True, slots=True)
class Label:
    """A naming word before a number: what it names, and how surely."""

    kind: str
    is_plain: bool
    is_direct: bool
    is_on_line: bool


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
        bank: re.Match[str] | None
        last, bank = self._words.before(start), None
        for found in reversed(self._words.found[max(0, last - _WORDS_READ) : last]):
            word, end = " ".join(found[0].split()), found.end()
            if start - end > REACH:
                break
            kind = _KIND_OF[word]
            if kind in labels:
                if kind == "bank" and _PLAIN.match(word):
                    labels[kind] = self._with_bank(labels[kind], end, bank, start)
                continue
            bank = found if kind == "bank" else bank
            if _BARRIER.search(self._bare, end + 1, start):
                break
            direct = _DIRECT.fullmatch(self._bare, end, start) is not None
            plain = kind in _ALWAYS_PLAIN or _PLAIN.match(word) is not None
            on_line = "\n" not in self._bare[end:start]
            labels[kind] = Label(kind, plain, direct, on_line)
        return list(labels.values())

    def _with_bank(self, label: Label, end: int, bank: re.Match[str] | None, start: int) -> Label:
        """The label of a bank right behind a word for an account: both are one."""
        if bank is None or not _BANK_OF.fullmatch(self._bare, end, bank.start()):
            return label
        behind = bank.end() + self._bare.startswith(")", bank.end())
        direct = _DIRECT.fullmatch(self._bare, behind, start) is not None
        return replace(label, is_plain=True, is_direct=direct)


def kind_behind(bare: str, end: int) -> str | None:
    """What a word right behind a number that ends at ``end`` says it is."""
    found = _BEHIND.match(bare, end)
    return _BEHIND_WORDS[" ".join(found["word"].split())] if found else None


def has_bank_behind(bare: str, end: int) -> bool:
    """Whether a bank's name stands right behind ``end``."""
    return _BANK_BEHIND.match(bare, end) is not None
