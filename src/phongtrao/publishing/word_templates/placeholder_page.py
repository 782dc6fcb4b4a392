"""The page of placeholders: ``python -m phongtrao.publishing.word_templates.placeholder_page``.

With a file as argument the page is written there. It is generated, so that it says what the check
says.
"""

import sys
from pathlib import Path

from phongtrao.publishing.word_templates.placeholders import LOOPS, PLACEHOLDERS, ROWS, Loop

_HEAD = """# Mẫu Word của cơ quan: chỗ điền

Trang này sinh từ `src/phongtrao/publishing/word_templates/placeholders.py` bằng lệnh
`python -m phongtrao.publishing.word_templates.placeholder_page docs/reference/word-templates.md`;
có kiểm thử giữ cho trang luôn khớp.

Cơ quan có thể trình bày báo cáo theo mẫu Word của mình ở trang **Mẫu Word của cơ quan** (từ **Báo
cáo tổng hợp**). Cách làm:

1. Tải mẫu có sẵn, mở bằng Word, sửa phông chữ, lề, khung, lời cố định; giữ nguyên các chỗ điền cần
   dùng, bỏ chỗ điền không cần.
2. Gửi mẫu. Mẫu được kiểm tra và điền thử; chỗ nào chưa đúng được nêu rõ, chưa lưu gì. Lỗi thể thức
   của bản điền thử (theo các [quy tắc](layout-rules.md)) chỉ là lưu ý, không chặn.
3. Từ đó **Tải báo cáo (Word)** và **Tải báo cáo (PDF)** theo mẫu của cơ quan, và tệp giữ lại khi
   ghi số cũng vậy: theo mẫu đang dùng lúc trình ký. PDF do LibreOffice tạo từ chính tệp Word ấy;
   máy chủ thiếu LibreOffice hoặc không chuyển được thì trang nêu rõ và đưa PDF theo mẫu có sẵn. Bản
   theo mẫu có sẵn luôn tải được ở thẻ *Thể thức*.
4. **Ngừng dùng** đưa báo cáo trình ký sau đó về mẫu có sẵn; **Dùng phiên bản này** dùng lại bất cứ
   phiên bản nào. Mọi phiên bản đều được giữ; báo cáo đã trình ký, đã ban hành không đổi.

Mẫu chỉ nhận đúng các chỗ điền và hai dạng lặp dưới đây, đặt trong đoạn văn và ô bảng của thân văn
bản. Không dùng được: phép tính, bộ lọc, điều kiện, lệnh khác; chỗ điền ở đầu trang, chân trang, hộp
chữ, chú thích, nhận xét, thuộc tính; dấu ngoặc nhọn vào việc khác. Giá trị luôn được in nguyên chữ,
kể cả khi bên trong có ngoặc nhọn.

## Chỗ điền

| gõ vào mẫu | được thay bằng |
|---|---|
"""
_LOOPS = """
Chỗ điền “nhiều đoạn” lặp lại đoạn chứa nó; không có nội dung thì đoạn chỉ có chỗ điền ấy được bỏ.

## Hai dạng lặp

**Lặp đoạn** (`{%p … %}`): thẻ mở và thẻ đóng mỗi thẻ đứng một mình trong một đoạn, ở cùng một thân
văn bản hoặc cùng một ô; mọi thứ ở giữa được lặp. **Lặp hàng** (`{%tr … %}`): thẻ mở và thẻ đóng mỗi
thẻ đứng một mình trong một hàng của cùng một bảng; các hàng ở giữa được lặp. Đoạn và hàng chứa thẻ
không còn trong báo cáo.

| mở | đóng | lặp lại | nằm trong | chỗ điền bên trong |
|---|---|---|---|---|
"""


def placeholder_page() -> str:
    """The page in Markdown."""
    rows = "".join(
        f"| `{each.tag}` | {each.meaning}{' (nhiều đoạn)' if each.lines else ''} |\n"
        for each in PLACEHOLDERS
    )
    return _HEAD + rows + _LOOPS + "".join(map(_row, LOOPS))


def _row(loop: Loop) -> str:
    inner = "; ".join(f"`{each.tag}` {each.meaning}" for each in loop.fields)
    what = f"{'hàng' if loop.tag == ROWS else 'đoạn'}: {loop.meaning}"
    around = f"vòng lặp `{loop.parent}`" if loop.parent else "–"
    return f"| `{loop.opening}` | `{loop.closing}` | {what} | {around} | {inner} |\n"


def main(arguments: list[str]) -> int:
    """Write the page into the named file, or print it."""
    if arguments:
        Path(arguments[0]).write_text(placeholder_page(), encoding="utf-8")
    else:
        sys.stdout.write(placeholder_page())
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
