"""The page of layout rules: ``python -m phongtrao.publishing.layout_check.rules_page [FILE]``.

Without a file the page is printed. The page is generated, so that it says what the rules say.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from phongtrao.core.formats import date_vn
from phongtrao.publishing.layout_check.rules import GROUPS, RULES, Rule
from phongtrao.publishing.layout_check.rules.rule import DECREE, PARTY_GUIDE

_HEAD = """# Quy tắc kiểm tra thể thức văn bản

Trang này sinh từ `src/phongtrao/publishing/layout_check/rules/` bằng lệnh
`python -m phongtrao.publishing.layout_check.rules_page docs/reference/layout-rules.md`; có kiểm thử
giữ cho trang luôn khớp với quy tắc.

Dùng ở trang **Kiểm tra thể thức** và lệnh `phongtrao check-word`. Có {total} quy tắc, trong đó
{verified} quy tắc đã đối chiếu với văn bản. Quy tắc **chưa đối chiếu** dựa vào thông lệ hoặc trí
nhớ: vẫn được nêu để người soạn xem, nhưng không bao giờ làm văn bản bị coi là sai thể thức. Mã quy
tắc không đổi và không dùng lại.

Nguồn: {sources}.

Bảng, biểu, phiếu trình không có mẫu trong Nghị định nên cỡ chữ, lề đoạn ở đó không bị kiểm tra.
Văn bản của Đảng chỉ được kiểm tra trang giấy, phông chữ và các quy tắc nhóm P. Lề của trang ngang
không bị kiểm tra.
"""
_SOURCES = (DECREE, PARTY_GUIDE)
_COLUMNS = (
    "\n| số | mã | lỗi | cách sửa | căn cứ | mức | đối chiếu |\n|---|---|---|---|---|---|---|\n"
)


def rules_page(rules: Iterable[Rule] = RULES.values()) -> str:
    """The page in Markdown: a table a group, in the order of a paper."""
    listed = list(rules)
    sources = "; ".join(f"{each.name} (từ {date_vn(each.valid_from)})" for each in _SOURCES)
    verified = sum(rule.verified for rule in listed)
    parts = [_HEAD.format(total=len(listed), verified=verified, sources=sources)]
    for letter, name in GROUPS.items():
        rows = [rule for rule in listed if rule.number.startswith(letter)]
        parts.append(f"\n## {letter}. {name}\n{_COLUMNS}")
        parts.extend(_row(rule) for rule in rows)
    return "".join(parts)


def _row(rule: Rule) -> str:
    seen = "đã đối chiếu" if rule.verified else "**chưa đối chiếu**"
    cells = (rule.number, f"`{rule.code}`", rule.fault, rule.fix, rule.article, rule.severity, seen)
    return f"| {' | '.join(cells)} |\n"


def main(arguments: list[str]) -> int:
    """Write the page into the named file, or print it."""
    if arguments:
        Path(arguments[0]).write_text(rules_page(), encoding="utf-8")
    else:
        sys.stdout.write(rules_page())
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
