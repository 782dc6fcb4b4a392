"""What the head of a column, or the label of a form, says: of a person, an office, a count.

Everything is read in ``bare`` text: lower case, no tone marks.  Source: the rule against bulk
import of people (``docs/explanation/privacy-guard.md``, kind ``person_list``).
"""

import re

from phongtrao.core.guard.wordlists import begun, every, listed

# A name alone says nothing private; it counts beside one of the others.
_NAME = (
    r"(?:ho|ho (?:va|&)|ho,)? ?ten (?:khai sinh|day du|thuong goi|goi khac)|ho(?:,| va|,? &)? ten"
    r"(?: dem)?|ho(?:,| va)? (?:chu )?(?:dem|lot)(?:,? va ten| ten)?|(?:full ?)?name|ten"
)
# Names of people who hold no post: no paper makes a list of them lawful but an award.
_CITIZEN = (
    r"(?:ho(?:,| va)? )?ten (?:cua )?(?:cong dan|nguoi dan|ho(?: gia dinh| dan| ngheo)?|doi tuong"
    r"|nan nhan|benh nhan|hoc sinh|sinh vien|ca nhan|khach(?: hang| thue| tro)?|nguoi)"
    r"|(?:(?:ho(?:,| va)? )?ten )?(?:cua )?(?:chu ho|nguoi (?:phan anh|to giac|bao tin|to cao"
    r"|khieu nai|khai|nghien|vi pham|vay|thue|cu tru|tam tru|nhan(?: qua| ho tro)?"
    r"|duoc (?:ho tro|quan ly|giam sat)))"
)
_PERSONAL = {
    "family": r"(?:(?:ho(?:,| va)? )?ten |thong tin )?(?:cua )?(?:cha|me|bo|vo|chong|vo chong"
    r"|(?:cha|bo),? me|vo ?/ ?chong|(?:cha|bo) ?/ ?me|nguoi than|than nhan|nguoi giam ho"
    r"|phu huynh)|(?:moi )?quan he (?:voi chu ho|gia dinh|than nhan|voi nguoi \w+)"
    r"|tinh trang hon nhan|hon nhan",
    "citizen": _CITIZEN,
    "name": _NAME,
    "birth": r"(?:ngay|thang|nam)(?:[ ,/-]{1,3}(?:thang|nam)){0,2} sinh|sinh (?:nam|ngay)|n\.?s\.?"
    r"|sn|tuoi|date of birth|dob|noi sinh",
    "identity": r"(?:(?:so|ma|ma so) ?/? ?)?(?:the )?(?:cccd|cmnd|cmtnd|cmt|c\.c\.c\.d|c\.m\.n\.d"
    r"|can cuoc|chung minh(?: nhan dan| thu)?|dinh danh ca nhan|dinh danh|ho chieu|passport"
    r"|giay to tuy than|bhyt|bhxh|bao hiem y te|bao hiem xa hoi|giay phep lai xe|gplx)"
    r"|so (?:giay to|so bhxh)|ma so ca nhan|ma so thue ca nhan|id card",
    "tax": r"ma so thue|mst|ma thue",
    "home": r"dia chi|(?:noi|cho)(?: dang ky)?(?: hktt)? ?(?:thuong tru|tam tru|cu tru|o)"
    r"|dang ky (?:thuong tru|tam tru)|(?:so )?ho khau|hktt|que quan|nguyen quan|tru quan|que"
    r"|thuong tru|tam tru|cu tru|tru tai|so nha",
    "contact": r"(?:so )?(?:dien thoai|sdt|dt|d\.t|di dong|dtdd|zalo|may ban|lien he|lien lac)"
    r"|facebook|tai khoan (?:facebook|zalo|mang xa hoi)|e-?mail|thu dien tu|hop thu",
    "account": r"(?:so )?(?:tai khoan(?: ngan hang| ca nhan| nhan tien| so)?|tk|stk)",
    "sex": r"gioi(?: tinh)?|nam ?/ ?nu|phai|gender|sex",
    "job": r"nghe(?: nghiep)?",
    "plate": r"bien (?:so|kiem soat|ks)|bks",
    "health": r"benh(?: tat| an| nen| ly)?|tinh trang (?:suc khoe|benh)|chan doan|nhom mau"
    r"|ma (?:benh nhan|y te)|(?:dang )?khuyet tat|tinh trang nghien",
    "subject": r"(?:phan )?(?:loai|dien) doi tuong|doi tuong",
    "forbidden": r"dan toc|ton giao|tin nguong|dao|tien an|tien su|quan diem|chinh kien"
    r"|tu tuong|thai do|ly lich|nhan than|hanh vi|nghien(?: ma tuy)?"
    r"|(?:dau hieu|bieu hien|mau) (?:nghi van|nghi ngo|vi pham)|quan he xa hoi"
    r"|hoan canh(?: gia dinh)?|thanh phan (?:xuat than|gia dinh|ban than)|dang phai"
    r"|muc do (?:nguy co|nguy hiem)|lich su vi pham",
}
_OFFICE = {
    "count": r"(?:tong )?so (?:luong|nguoi|ho|khau|nhan khau|vu|viec|luot|cuoc|buoi|nam|nu|to|thon"
    r"|doi tuong|truong hop|thanh vien|mo hinh|tin|lop|hoc vien|don|can bo|dang vien|xa|tien"
    r"|the(?! bhyt| bao hiem| can cuoc| cccd)|ho so)|tong(?: so| cong)?|ty le|ti le|%|nam|nu"
    r"|(?:do|nhom|lua) tuoi|luot nguoi|cong",
    "role": r"nhiem vu|vai tro|trach nhiem|(?:chuc trach,? )?phan cong|linh vuc|phu trach"
    r"|(?:chuc danh|chuc vu|tham gia|cuong vi) (?:trong|tai|o) (?:ban|to|doan|hoi dong)",
    "post": r"chuc vu|chuc danh|chuc|cap bac|quan ham|don vi|co quan|to chuc|bo phan|phong ban"
    r"|noi (?:cong tac|lam viec)|cong tac|vi tri|cap uy|dai bieu|thanh phan|lanh dao|bao cao vien"
    r"|giang vien|dau moi|(?:ten )?(?:co so|doanh nghiep|cong ty|hop tac xa|co quan|don vi|to chuc"
    r"|tap the|chi nhanh|truong hoc|truong)|tru so",
    "duty": r"(?:ngay|ca|gio|lich|nguoi|thoi gian) truc|truc(?: ban| chi huy| lanh dao)?|ca|thu",
    "award": r"(?:hinh thuc|loai)(?: (?:de nghi )?khen(?: thuong)?)?|danh hieu|thanh tich"
    r"|muc (?:thuong|tang)|tien thuong|khen thuong|noi dung khen",
    "programme": r"thoi (?:gian|luong)|noi dung|dia diem|nguoi (?:trinh bay|thuc hien|phu trach)"
    r"|chu tri|chuyen de|tham luan|hoat dong",
    "area": r"thon|xa|phuong|ap|ban|to dan pho|khu (?:dan cu|pho)|dia (?:ban|phuong)|tinh",
    "note": r"ghi chu|ky (?:ten|nhan|xac nhan)|chu ky|ngay cap|noi cap|ngay|trinh do"
    r"|(?:so )?(?:quyet dinh|ngay)|so tien|thanh tien",
    "sequence": r"stt|tt|so tt|so thu tu|no|#|s\.t\.t",
}
_ALL = _PERSONAL | _OFFICE
PERSONAL_KINDS = frozenset(_PERSONAL)
_PERSONAL_LABEL = re.compile(
    "|".join(f"(?P<{k}>(?:{w}))(?![a-z0-9])" for k, w in _PERSONAL.items())
)
_OFFICE_LABEL = re.compile("|".join(f"(?P<{k}>(?:{w}))(?![a-z0-9])" for k, w in _OFFICE.items()))
# Any of the labels inside a line whose cells have no marks between them (text of a PDF).
LABEL_IN_LINE = re.compile(
    "(?<![a-z0-9])(?:" + "|".join(f"(?:{words})" for words in _ALL.values()) + ")(?![a-z0-9])"
)
# A line without one of these is no head of a list of persons.
_ANCHORS = (
    every("ho|ho,|ho va|ho &|ho, &", " ten| dem| chu dem")
    + every("thang|nam|ngay|noi", " sinh")
    + listed(
        "name|full name|fullname|chu ho|ten|cong dan|nguoi dan|doi tuong|sinh nam|sinh ngay|tuoi"
        "|ns|sn|dob|birth|cccd|cmnd|cmt|cmtnd|can cuoc|chung minh|dinh danh|ho chieu|passport"
        "|bhyt|bhxh|bao hiem|dia chi|thuong tru|tam tru|cu tru|noi o|cho o|ho khau|hktt|que quan"
        "|nguyen quan|que|so nha|dien thoai|sdt|dt|di dong|zalo|tai khoan|stk|gioi tinh|gioi"
        "|nghe nghiep|ton giao|dan toc|tien an|bien so|me|cha|vo|chong|ma so thue|mst"
    )
)
ANCHOR = re.compile(rf"{begun(_ANCHORS, blank=' ')}(?![a-z])")
# What follows a label and takes its private meaning away.
_OF_OFFICE = re.compile(
    r"[ (]{1,2}(?:cua )?(?:co quan|tru so|don vi|to chuc|website|trang|ip|mang|url|lien ket"
    r"|lam viec|noi to chuc|co so|doanh nghiep|nha van hoa|nhan van ban)(?![a-z])"
)
_COUNTED = re.compile(
    r" (?:da |duoc |moi )?(?:cap|thu nhan|kich hoat|cap moi|cap doi|hoan thanh|lam sach|dang ky"
    r"|phat sinh|tang|giam)(?![a-z])"
)
_AUDIENCE = re.compile(
    r" (?:tuyen truyen|tham (?:gia|du)|khen|thu huong|ap dung|phuc vu|kiem tra|tap huan|du|hoc"
    r"|moi|duoc moi|huong|boi duong|dao tao|thuc hien)(?![a-z])"
)
_NO_ACCOUNT = re.compile(r" (?:dinh danh|dien tu|cong|dich vu|truc tuyen|mang)(?![a-z])")
# Words so common that they head a column only when nothing follows.
_WHOLE = {
    *("cha", "me", "bo", "vo", "chong", "que", "dao", "phai", "gioi", "sex", "benh", "tuoi", "the"),
    *("nghien", "ns", "n.s", "n.s.", "sn", "dt", "d.t", "tk", "nghe", "ten", "name", "no", "thu"),
    *("ca", "ban", "ap", "nam", "nu", "ngay", "cong", "chuc", "xa", "thon", "phuong", "tinh", "ho"),
    "truong",
}
_MARKS = " \t\n.)(*'\"[]+-_\u2026\u2022/|"
_LONGEST, _LONG_TAIL, _SHORT_TAIL = 60, 7, 4


def header_kind(cell: str, *, is_loose: bool = False) -> str | None:
    """What a cell (bare text) that heads a column says of a person; None for any other cell.

    ``is_loose``: the cell was parted from its line by a comma only, so fewer words may follow.
    """
    label = _label(cell)
    found = _PERSONAL_LABEL.match(label)
    if found is None or not _stands(found, label, is_loose=is_loose):
        return None
    return _meant(found, label)


def office_kind(cell: str, *, is_loose: bool = False) -> str | None:
    """What a head says that is not of a person: post, role, duty, award, count and the like."""
    label = _label(cell)
    found = _OFFICE_LABEL.match(label)
    if found is None or not _stands(found, label, is_loose=is_loose):
        return None
    return found.lastgroup


def _label(cell: str) -> str:
    """The words of a cell without its number and marks; empty for one too long for a head."""
    words = cell.lstrip(_MARKS + "0123456789").partition(":")[0].rstrip(_MARKS)
    return " ".join(words.split()) if len(words) <= _LONGEST else ""


def _stands(found: re.Match[str], label: str, *, is_loose: bool) -> bool:
    """Whether a label is the whole of its cell, or has but few words behind it."""
    tail = label[found.end() :]
    if found[0] in _WHOLE:
        return not tail or tail.lstrip()[:1] in {"(", "/", ","}
    return len(tail.split()) <= (_SHORT_TAIL if is_loose else _LONG_TAIL)


def _meant(found: re.Match[str], label: str) -> str | None:
    """The kind of a label, unless the words behind it speak of offices, counts or listeners."""
    kind, at = found.lastgroup, found.end()
    if kind in {"home", "contact", "identity"} and _OF_OFFICE.match(label, at):
        return None
    if kind == "identity" and _COUNTED.match(label, at):
        return None
    if kind == "account" and _NO_ACCOUNT.match(label, at):
        return None
    if kind == "subject" and _AUDIENCE.match(label, at):
        return None
    return kind
