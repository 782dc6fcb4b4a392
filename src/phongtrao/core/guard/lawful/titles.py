"""Which lawful paper a text is, by its title or its first article.

Layout of the decisions and invitations of state bodies: decree 30/2020, appendix I and III
(``docs/explanation/privacy-guard.md``).
"""

import re

from phongtrao.core.guard.lawful.shapes import Kind

_TITLES = re.compile(
    r"^[ \t|]*(?:(?P<order>quyet dinh|giay (?:uy quyen|moi|phan cong)|thu moi|thong bao"
    r"|bang phan cong|phan cong|uy quyen|(?:tran trong )?kinh moi)|(?P<list>danh sach|phu luc)"
    r"|dieu \d{1,2}[.:]? *(?:nay )?(?P<article>tang|truy tang|trao tang|khen|cong nhan|thanh lap"
    r"|kien toan|cu|giao|uy quyen|phan cong|bo sung|thay doi|dieu chinh))(?![a-z])",
    re.MULTILINE,
)
_SUBJECT_ENDS = re.compile(
    r"[.;:]\n|\n[ \t]*(?:can cu|xet|theo de nghi|chu tich|giam doc|dieu \d|[-+\u2022]|\d{1,2}[.)])"
)
# What may follow the word of a title on its line; *Quyết định có hiệu lực* is none.
_GOES_ON = re.compile(
    r"\s*(?:$|so|ve|v/v|cua|:|-|tang|truy|trao|khen|cong nhan|thanh lap|kien toan|cu|giao|uy quyen"
    r"|phan cong|va|bo sung|thay doi|dieu chinh|nhiem vu)(?![a-z])|\s*[\n:(]"
)
_GROUP = (
    r"(?:ban(?! hanh)|to|doan|hoi dong|tieu ban|nhom|doi|thanh vien|thanh phan|uy ban|luc luong)"
)
_SENT = r"(?:kiem tra|giam sat|khao sat|thanh tra|cong tac|phuc tra|tham dinh|lien nganh|danh gia)"
_KINDS: dict[Kind, str] = {
    "delegation": r"uy quyen|giao (?:quyen|phu trach)|giao (?:dong chi|ong|ba)"
    r"|cu (?:doan|can bo|cong chuc|cac dong chi|dong chi|nguoi|dai bieu|ong|ba|cac ong)"
    rf"|thanh lap (?:\w+ ){{0,3}}doan (?:\w+ ){{0,2}}{_SENT}"
    r"|danh sach (?:\w+ ){0,2}doan (?:kiem tra|giam sat|cong tac|khao sat)",
    "composition": r"(?:thanh lap|kien toan|thay doi|bo sung|dieu chinh|cong nhan) (?:\w+ ){0,3}"
    rf"{_GROUP}"
    r"|phan cong(?: nhiem vu| cong tac| phu trach| truc)?"
    rf"|danh sach (?:cac )?(?:\w+ ){{0,2}}{_GROUP}",
    "award": r"(?:truy |trao |de nghi )?tang (?:\w+,? ){0,6}(?:bang khen|giay khen|co thi dua"
    r"|ky niem chuong|huy hieu|huan chuong|danh hieu|giai thuong|thuong)"
    r"|(?:khen thuong|danh hieu thi dua|bieu duong)"
    r"|cong nhan (?:\w+,? ){0,6}(?:danh hieu|gia dinh van hoa|lao dong tien tien"
    r"|chien si thi dua|dien hinh|guong|xuat sac|kieu mau)",
    "invitation": r"giay moi|thu moi|kinh moi",
}
_SUBJECT = re.compile(
    "|".join(f"(?P<{kind}>(?<![a-z])(?:{words})(?![a-z]))" for kind, words in _KINDS.items())
)
# A rule, a plan or a proposal speaks of awards and groups without naming any.
_OTHER = re.compile(
    r"(?<![a-z])(?:ban hanh|quy che|quy dinh|phe duyet|ke hoach|huong dan|de nghi|quy trinh"
    r"|thu hoi|huy bo|bai bo|xu phat)(?![a-z])"
)
_INVITES = re.compile(r"giay moi|thu moi|(?:tran trong )?kinh moi")
_ATTACHED = re.compile(r"kem theo (?:\w+ ){0,2}(?:quyet dinh|giay moi|thong bao|cong van|ke hoach)")
_SUBJECT_READ, _TITLES_READ, _BARE_TITLE = 420, 200, 400


def paper_kind(bare: str) -> tuple[Kind, int] | None:
    """The kind of lawful paper and where it begins; None for every other text."""
    for number, title in enumerate(_TITLES.finditer(bare)):
        if number >= _TITLES_READ:
            return None
        kind = _kind_of(bare, title)
        if kind:
            return kind, title.start()
    return None


def _kind_of(bare: str, title: re.Match[str]) -> Kind | None:
    """What a title says; a number behind *quyết định* is a reference unless it opens the text."""
    subject = bare[title.start() : title.start() + _SUBJECT_READ]
    rest = subject[len(title[0]) :]
    if title["order"] and not _INVITES.match(title["order"]) and not _GOES_ON.match(rest):
        return None
    if title["order"] and re.match(r" +so\b", rest) and title.start() > _BARE_TITLE:
        return None
    ended = _SUBJECT_ENDS.search(subject, len(title[0]))
    if title["article"]:
        subject = subject[: subject.find("\n")] if "\n" in subject else subject
    elif ended:
        subject = subject[: ended.start()]
    found = _SUBJECT.search(subject)
    if found is None or _OTHER.search(subject, 0, found.start()):
        return None
    if title["list"] and not _ATTACHED.search(subject):
        return None
    for kind in _KINDS:
        if found.lastgroup == kind:
            return kind
    return None
