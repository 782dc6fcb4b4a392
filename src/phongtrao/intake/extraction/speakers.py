"""Officials who chair, speak or report in a news text: name and office, nothing else.

By-lines, attendees and private persons are not kept: an office must stand beside the name and a
verb of speaking or chairing must follow.
"""

import re

from phongtrao.intake.extraction.canon import Paper, Span
from phongtrao.intake.extraction.records import Made, Speaker
from phongtrao.intake.extraction.signatures import NAME
from phongtrao.org.gazetteer.family_names import FAMILY_NAMES

_OFFICES = (
    r"(?:Phó\s+)?(?:Thứ trưởng|Bộ trưởng|Thủ tướng|Chủ tịch|Bí thư|Giám đốc|Cục trưởng|"
    r"Trưởng [Bb]an|Vụ trưởng|Trưởng phòng|Chánh Văn phòng)"
)
_TITLE_FIRST = re.compile(
    rf"(?P<title>{_OFFICES}(?:\s[^,.;:–\n]{{3,60}}?)?)\s(?P<name>{NAME})(?=[\s,])"
)
_NAME_FIRST = re.compile(rf"(?P<name>{NAME})\s?[,–-]\s(?P<title>{_OFFICES}[^,.;:\n]{{0,70}})")
_TITLE_ENDS = re.compile(
    r"\s(?:đã|phát biểu|báo cáo|đề nghị|yêu cầu|trình bày|và các|cũng|nhấn mạnh|chủ trì|kết "
    r"luận|đánh giá|cho)\s.*$"
)
_SPEAKS = re.compile(
    r"\b(?:phat bieu|chu tri|ket luan|bao cao ket qua|trinh bay|yeu cau|de nghi|nhan manh|bieu "
    r"duong|"
    r"bao cao tom tat|chi dao|ghi nhan)\b"
)
_ATTENDS = re.compile(r"\b(?:du hoi nghi|tham du|cung du|du buoi|du le|ve phia|co dong chi)\b")


def speakers_of(paper: Paper) -> tuple[Speaker, ...]:
    """The speakers of a news text, each once."""
    found: dict[str, Speaker] = {}
    for pattern in (_NAME_FIRST, _TITLE_FIRST):
        for match in pattern.finditer(paper.text):
            name = match["name"]
            start = paper.text.rfind("\n", 0, match.start()) + 1
            begin = max(start, match.start() - 160)
            around = paper.key[begin : match.end() + 60].split("\n")[0]
            line_head = paper.key[start : match.start()][:120]
            if name.split()[0] not in FAMILY_NAMES or "-0" in line_of(paper, match.start()):
                continue
            if name in found or not _SPEAKS.search(around) or _ATTENDS.search(line_head):
                continue
            title = _TITLE_ENDS.sub("", match["title"].replace("\u00a0", " "))
            office = Span(match.start("title"), match.start("title") + len(title))
            found[name] = Speaker(Span(*match.span("name")), office, Made("D12", "check"))
    return tuple(found.values())


def line_of(paper: Paper, at: int) -> str:
    """The line around a place (captions of pictures carry the page's mark "-0")."""
    end = paper.text.find("\n", at)
    return paper.text[paper.text.rfind("\n", 0, at) + 1 : len(paper.text) if end == -1 else end]
