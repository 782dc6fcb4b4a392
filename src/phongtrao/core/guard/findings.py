"""What the guard answers: kinds and places, never the value itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from phongtrao.core.errors import N_

Act = Literal["block", "ask"]
Outcome = Literal["pass", "ask", "block"]

# What the writer is told: what was found, and what to do.  None of them repeats the value.
HINTS: dict[str, str] = {
    "cccd": N_("Có số căn cước công dân. Hãy che hoặc xóa số đó."),
    "cmnd": N_("Có dãy số giống số chứng minh nhân dân. Hãy che hoặc xóa số đó."),
    "bhxh": N_("Có mã số bảo hiểm xã hội. Hãy che hoặc xóa số đó."),
    "tax": N_("Có mã số thuế. Hãy che hoặc xóa số đó."),
    "bhyt": N_("Có số thẻ bảo hiểm y tế. Hãy che hoặc xóa số đó."),
    "health": N_("Có mã bệnh nhân hoặc số bệnh án. Hãy che hoặc xóa số đó."),
    "mobile": N_("Có số điện thoại di động. Hãy che số, hoặc chỉ ghi điện thoại cơ quan."),
    "landline": N_(
        "Có số điện thoại cố định. Chỉ giữ nếu là số của cơ quan, nếu không hãy che số."
    ),
    "plate": N_("Có biển số xe. Hãy che hoặc xóa biển số."),
    "passport": N_("Có số hộ chiếu. Hãy che hoặc xóa số đó."),
    "bank": N_("Có số tài khoản ngân hàng. Hãy che hoặc xóa số đó."),
    "address": N_("Có địa chỉ nơi ở của cá nhân. Hãy bỏ địa chỉ, chỉ ghi tên địa bàn."),
    "mail": N_("Có địa chỉ thư điện tử ngoài .gov.vn. Hãy che nếu không phải thư của cơ quan."),
    "birth": N_("Có ngày sinh hoặc năm sinh của cá nhân. Hãy bỏ phần này."),
    "person_list": N_("Có danh sách cá nhân. Hãy thay danh sách bằng số lượng."),
    "secret": N_(
        "Văn bản có dấu chỉ độ mật nên không được đưa lên hệ thống này. "
        "Hãy xử lý theo quy định về bảo vệ bí mật nhà nước."
    ),
    "accusation": N_("Có tên người đi cùng lời lẽ về vi phạm hoặc tín ngưỡng. Hãy bỏ tên người."),
}


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One place in a text: ``text[start:end]`` in code points of the text as it was given.

    It holds no part of the text, so it may be stored, shown and logged.
    """

    start: int
    end: int
    kind: str
    act: Act

    @property
    def hint(self) -> str:
        """The Vietnamese sentence for the writer."""
        return HINTS[self.kind]


def verdict(findings: Iterable[Finding]) -> Outcome:
    """``block`` when one finding blocks, else ``ask`` when there is one, else ``pass``."""
    acts = {finding.act for finding in findings}
    if "block" in acts:
        return "block"
    return "ask" if acts else "pass"


def merged(findings: Iterable[Finding]) -> list[Finding]:
    """Findings in order of place, without those that lie inside an equal or stronger one."""
    kept: list[Finding] = []
    strongest_end = {"block": -1, "ask": -1}
    for finding in sorted(set(findings), key=lambda f: (f.start, -f.end, f.act != "block")):
        covered = strongest_end["block"]
        if finding.act == "ask":
            covered = max(covered, strongest_end["ask"])
        if finding.end <= covered:
            continue
        kept.append(finding)
        strongest_end[finding.act] = max(strongest_end[finding.act], finding.end)
    return kept
