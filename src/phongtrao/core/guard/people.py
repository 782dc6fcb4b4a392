"""Findings about persons in prose: birth, names beside accusations."""

import re
from collections.abc import Iterator

from phongtrao.core.guard.findings import Finding
from phongtrao.core.guard.names import CALLED, names_in
from phongtrao.core.guard.normal import NormalText
from phongtrao.core.guard.wordlists import any_of, every, listed

OFFICIAL = re.compile(
    r"(?<!\w)(?:đồng chí|đ/c|bí thư|chủ tịch|phó|trưởng|giám đốc|bộ trưởng|thứ trưởng|đại tướng"
    r"|thượng tướng|trung tướng|thiếu tướng|đại tá|thượng tá|trung tá|thiếu tá|đại úy|thượng úy"
    r"|trung úy|thiếu úy|đại uý|ủy viên|uỷ viên|chánh|cục|vụ trưởng|đại biểu|chuyên viên|cán bộ"
    r"|chiến sĩ|hiệu trưởng|tổng bí thư|thủ tướng|liệt sĩ|anh hùng|ký|kt\.|tm\.|báo cáo viên"
    r"|công chức|giảng viên|luật sư|già làng|người có uy tín|thẩm phán|kiểm sát viên|hòa thượng"
    r"|thượng tọa|đại đức|ni sư|linh mục|mục sư|giám mục|tổ phó|nghệ nhân"
    r"|nghệ sĩ|phóng viên)(?!\w)"
)
_OFFICIAL_BARE = re.compile(
    r"(?<!\w)(?:dong chi|d/c|bi thu|chu tich|giam doc|(?:dai|thuong|trung|thieu) (?:ta|uy|tuong)"
    r"|uy vien|chanh|dai bieu|chuyen vien|can bo|chien si|hieu truong|bao cao vien|cong chuc"
    r"|giang vien|luat su|tham phan|gia lang|hoa thuong|thuong toa|dai duc|linh muc|muc su"
    r"|(?:pho )?truong (?:cong an|phong|ban|doi|thon|doan|khoa|tram)|to truong|pho)(?!\w)"
)
# A post behind a name stands beside it: "Nguyễn Văn An, Trưởng Công an xã".
_BESIDE = re.compile(r"\s?[,(\-:]")
_OFFENCE_WORDS = (
    listed(
        "trom|cuop|ma tuy|nghien|mai dam|danh bac|co bac|so de|ca do|giet nguoi|lua dao|tien an"
        "|tien su|bi bat|bat giu|tam giu|khoi to|vi pham|xu phat|bi phat|truy na|bi can|bi cao"
        "|nghi van|hiem nghi|tinh nghi|doi tuong|cai nghien|di tu|an tich|pham toi|pham phap"
        "|hanh vi|to cao|khieu kien|hiv|nhiem benh|benh tam than|loi song|tai tieng|that duc"
        "|an cap|moc tui|chiem doat|lua gat|vay nang lai|cho vay|lai suat cao|tin dung den|siet no"
        "|cam co|tham o|nhan hoi lo|dua hoi lo|lam gia|hang gia|hang cam|hang lau|buon lau"
        "|phao lau|phao no|vu khi|tang tru|tieu thu|chua chap|tron thue|tron tranh|bo tron"
        "|pha rung|lan chiem|khai thac trai|trai phep|vuot bien|vuot nguc|khung bo|bat coc"
        "|hiep dam|dam o|xam hai|cuong ep|cuong doat|bao hanh|bao luc|danh dap|danh nguoi"
        "|danh vo|danh nhau|danh chem|hanh hung|co y gay|thuong tich|de doa|doa giet|dot nha"
        "|huy hoai|pha hoai|gay roi|gay mat trat tu|mat trat tu|quay pha|chui boi|chui mang|lang ma"
        "|xuc pham|vu khong|bia dat|noi xau|xuyen tac|kich dong|xui giuc|loi keo|du do|tu tap"
        "|chong doi|chong pha|chong nguoi|phan dong|bieu tinh|tu tuong lech lac|quan diem|bat man"
        "|nat ruou|say ruou|nghien ruou|ruou che|bo hoc|bo nha|ngoai tinh|vo ket|tao hon|tu tu"
        "|dua xe|khong chiu|khong chap hanh|mat trom|bi to|khong ro lai lich|nguoi la|boi toan"
        "|me tin|bua ngai|nguoi dan toc|ta dao|bo dao|theo dao|truyen dao|sinh hoat dao|dao la"
        "|danh bai|an tien|choi de|ghi de|bao de|no nan|vo no|quyt no|nhau nhet|say xin|gay go"
        "|gay su|hu hong|giang ho|dau gau|bao ke|doi no|ra tu|man han tu|tam than|bat chinh"
        "|ngoai luong|chua hoang|gai goi|mua ban nguoi|go lau|lam tac|kich dien|che tao sung"
        "|lan dat|tranh chap|xay trai|no thue|dao ngu|tron kham|dang bai|bi canh cao|lo hang"
        "|an chan|dam chem|xam pham|lua tinh|ngao da|dap da|can sa|heroin|bay lac|tron hoc"
        "|tin lanh|cong giao|thien chua|phat giao|hoa hao|cao dai|hoi thanh|phap luan|tin do"
        "|nhom dao|dao trai|giao dan|di le|giao ho|lam dung"
    )
    + every(
        "nguoi |dan toc ",
        "hre|ca dong|xo dang|xe dang|ba na|gia rai|e de|cham|khmer|mong|hmong|tay|nung|gie trieng"
        "|brau|ro mam|van kieu|ta oi|co ho|ma|xtieng|tho|muong",
    )
    + listed("dan toc cor|dan toc co|dan toc kinh|dan toc thai|dan toc hoa|dan toc dao")
)
_OFFENCE = re.compile(rf"(?<![a-z]){any_of(_OFFENCE_WORDS)}(?![a-z])(?<!nghien(?= cuu))")
# What is spoken about, taught or fought is said of nobody.
_ABOUT = re.compile(
    r"(?<![a-z])(?:phong(?:,| va)? chong|phong ngua|tuyen truyen|tap huan|chuyen de|luat|nghi dinh"
    r"|chuong trinh|de an|mo hinh|dau tranh|day lui|bai tru|cong tac|linh vuc|toi pham|noi khong"
    r"|khong co|xoa|giam|ky nang|kien thuc|dan van|ban chi dao|ban dan toc|giao ly|hoc tap)"
    r"(?:,? [a-z]{1,7}){0,4},? $"
)
_ABOUT_READ = 45
_BIRTH = re.compile(
    r"(?<![a-z])(?:(?:sinh|sn)[ :]{0,2}(?:nam|ngay)?[ :]{1,2}"
    r"(?:\d{1,2}[ ./-]{1,2}\d{1,2}[ ./-]{1,2})?"
    r"(?:19|20)\d\d|(?:ngay(?: thang)?(?: nam)?|nam) sinh ?:? ?(?:\d{1,2}[ ./-]{1,2}){0,2}"
    r"(?:19|20)\d\d|sn ?(?:19|20)\d\d)(?!\d)"
)
_STOPS = re.compile(r"[.;\n!?](?=\s|$)|\n")
_READ, _LONGEST_NAME = 120, 40


def births_in(text: NormalText) -> Iterator[Finding]:
    """Days and years of birth; asked where a name stands before them or they are labelled."""
    for birth in _BIRTH.finditer(text.bare):
        labelled = "sinh:" in birth[0].replace(" ", "")
        begin = max(0, birth.start() - 60)
        near = next(names_in(text, begin, birth.start()), None) or next(
            names_in(text, birth.end(), birth.end() + 40), None
        )
        if labelled or near or CALLED.search(text.low, begin, birth.start()):
            yield Finding(birth.start(), birth.end(), "birth", "ask")


def accusations_in(text: NormalText) -> Iterator[Finding]:
    """Names beside words of offence, faith or opinion in one sentence; no listed officials."""
    read_to = 0
    for offence in _OFFENCE.finditer(text.bare):
        if offence.end() + _READ // 2 <= read_to:
            continue
        if _ABOUT.search(text.bare, max(0, offence.start() - _ABOUT_READ), offence.start()):
            continue
        begin = max(_sentence_start(text.bare, offence.start()), read_to - _LONGEST_NAME, 0)
        stop = _STOPS.search(text.bare, offence.end(), offence.end() + _READ)
        end = stop.start() if stop else min(len(text.bare), offence.end() + _READ)
        for start, stop_at in names_in(text, begin, end):
            if start >= read_to and not _is_official(text, start, stop_at):
                yield Finding(start, stop_at, "accusation", "ask")
        read_to = max(read_to, end)


def _sentence_start(bare: str, at: int) -> int:
    """Where the sentence around ``at`` begins, at most 120 signs before."""
    begin = max(0, at - _READ)
    last = begin
    for stop in _STOPS.finditer(bare, begin, at):
        last = stop.end()
    return last


def _is_official(text: NormalText, start: int, end: int) -> bool:
    """Whether a post stands before a name or beside it."""
    begin, behind = max(0, start - 60), end + 50
    beside = _BESIDE.match(text.low, end) is not None
    if OFFICIAL.search(text.low, begin, start):
        return True
    if beside and OFFICIAL.search(text.low, end, behind):
        return True
    if not text.low[begin:behind].isascii():
        return False
    if _OFFICIAL_BARE.search(text.bare, begin, start):
        return True
    return beside and _OFFICIAL_BARE.search(text.bare, end, behind) is not None
