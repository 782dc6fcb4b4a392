"""Names of persons beside accusations: an offence, a faith or an opinion in one sentence."""

import re
from collections.abc import Iterator

from phongtrao.core.guard.accused import accused_before
from phongtrao.core.guard.findings import Finding
from phongtrao.core.guard.names import names_in
from phongtrao.core.guard.normal import NormalText
from phongtrao.core.guard.people import is_official
from phongtrao.core.guard.wordlists import any_of, every, listed

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
        "|nhom dao|dao trai|giao dan|di le|giao ho|lam dung|chat cam|hut chich|song bac|quay roi"
        "|truyen don|duc chua troi|nhap canh trai|xuat canh trai|gian lan|no so de|cho so de"
        "|ke cap|thu pham|hung thu"
    )
    + every(
        "nguoi |dan toc ",
        "hre|ca dong|xo dang|xe dang|ba na|gia rai|e de|cham|khmer|mong|hmong|tay|nung|gie trieng"
        "|brau|ro mam|van kieu|ta oi|co ho|ma|xtieng|tho|muong",
    )
    + listed("dan toc cor|dan toc co|dan toc kinh|dan toc thai|dan toc hoa|dan toc dao")
)
_OFFENCE = re.compile(
    rf"(?<![a-z]){any_of(_OFFENCE_WORDS)}(?![a-z])(?<!nghien(?= cuu))"
    r"(?<!thong ke cap)(?<!liet ke cap)(?<!thiet ke cap)(?<!tiet ke cap)"
)
# What is spoken about, taught or fought is said of nobody.
_ABOUT = re.compile(
    r"(?<![a-z])(?:phong(?:,| va)? chong|phong ngua|tuyen truyen|tap huan|chuyen de|luat|nghi dinh"
    r"|chuong trinh|de an|mo hinh|dau tranh|day lui|bai tru|cong tac|linh vuc|toi pham|noi khong"
    r"|khong co|xoa|giam|ky nang|kien thuc|dan van|ban chi dao|ban dan toc|giao ly|hoc tap)"
    r"(?:,? [a-z]{1,7}){0,4},? $|(?<![a-z])khong (?:(?:su dung|te nan|toi pham|con) ){0,2}$"
)
_ABOUT_READ = 45
_STOPS = re.compile(r"[.;\n!?](?=\s|$)|\n")
_READ, _LONGEST_NAME = 120, 40
# Two words that others make without their marks: *đơn vị Phạm Thị …* breaks no law.
_SPELLED = {"vi pham": "vi phạm"}


def accusations_in(text: NormalText) -> Iterator[Finding]:
    """Names beside words of offence, faith or opinion in one sentence; no listed officials."""
    read_to = 0
    for offence in _OFFENCE.finditer(text.bare):
        if offence.end() + _READ // 2 <= read_to or not _is_spelled(text, offence):
            continue
        if _ABOUT.search(text.bare, max(0, offence.start() - _ABOUT_READ), offence.start()):
            continue
        begin = max(_sentence_start(text.bare, offence.start()), read_to - _LONGEST_NAME, 0)
        stop = _STOPS.search(text.bare, offence.end(), offence.end() + _READ)
        end = stop.start() if stop else min(len(text.bare), offence.end() + _READ)
        beside = accused_before(text, begin, offence.start())
        for start, stop_at in (*names_in(text, begin, end), *beside):
            if start >= read_to and not is_official(text, start, stop_at):
                yield Finding(start, stop_at, "accusation", "ask")
        read_to = max(read_to, end)


def _is_spelled(text: NormalText, offence: re.Match[str]) -> bool:
    """Whether the words are those of the list with their marks, or have none."""
    meant, said = _SPELLED.get(offence[0]), text.low[offence.start() : offence.end()]
    return meant is None or said.isascii() or said == meant


def _sentence_start(bare: str, at: int) -> int:
    """Where the sentence around ``at`` begins, at most 120 signs before."""
    begin = max(0, at - _READ)
    last = begin
    for stop in _STOPS.finditer(bare, begin, at):
        last = stop.end()
    return last
