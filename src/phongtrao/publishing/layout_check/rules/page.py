"""Sheet, margins, letters, page numbers (Decree 30/2020, Appendix I, Part I, section I)."""

from phongtrao.publishing.layout_check.rules.rule import decree, grave, section, unseen

_NUMBERS = section("I.7")
_LETTERS = section("I.4")

PAGE = (
    decree("A01", "page.paper-size", "Khổ giấy không phải A4.",
           "Đặt khổ giấy A4 (210 × 297 mm) cho mọi trang.", section("I.1")),
    decree("A02", "page.orientation", "Trang đầu văn bản đặt ngang.",
           "Đặt trang dọc (Portrait); chỉ phần có bảng, biểu mới được đặt ngang.", section("I.2")),
    decree("A03", "page.margin-top", "Lề trên ngoài khoảng 20–25 mm.",
           "Đặt lề trên từ 20 đến 25 mm.", section("I.3")),
    decree("A04", "page.margin-bottom", "Lề dưới ngoài khoảng 20–25 mm.",
           "Đặt lề dưới từ 20 đến 25 mm.", section("I.3")),
    decree("A05", "page.margin-left", "Lề trái ngoài khoảng 30–35 mm.",
           "Đặt lề trái từ 30 đến 35 mm.", section("I.3")),
    decree("A06", "page.margin-right", "Lề phải ngoài khoảng 15–20 mm.",
           "Đặt lề phải từ 15 đến 20 mm.", section("I.3")),
    decree("A07", "page.number-missing", "Văn bản nhiều trang không đánh số trang.",
           "Chèn số trang ở giữa lề trên, từ trang thứ hai.", _NUMBERS),
    decree("A08", "page.number-first-page", "Trang thứ nhất hiện số trang.",
           "Chọn Different First Page và để trống đầu trang thứ nhất.", _NUMBERS),
    decree("A09", "page.number-place", "Số trang không nằm ở lề trên.",
           "Chuyển số trang lên đầu trang (Header).", _NUMBERS),
    decree("A10", "page.number-centred", "Số trang không canh giữa.",
           "Canh giữa đoạn chứa số trang.", _NUMBERS),
    decree("A11", "page.number-size", "Cỡ chữ của số trang không phải 13–14.",
           "Đặt cỡ chữ số trang 13 hoặc 14.", _NUMBERS),
    decree("A12", "page.number-upright", "Số trang in nghiêng.",
           "Đặt số trang kiểu chữ đứng.", _NUMBERS),
    decree("A13", "page.number-format", "Số trang không dùng chữ số Ả Rập hoặc không bắt đầu từ 1.",
           "Định dạng số trang 1, 2, 3… và bắt đầu từ 1.", _NUMBERS),
    unseen("A14", "page.number-plain", "Số trang kèm chữ hoặc dấu khác (“Trang 2/5”, “- 2 -”).",
           "Chỉ để lại chữ số của số trang.", _NUMBERS),
    decree("A15", "font.family", "Văn bản không dùng phông Times New Roman.",
           "Chọn toàn bộ văn bản và đặt phông Times New Roman.", _LETTERS),
    decree("A16", "font.mixed", "Có đoạn chữ khác phông với phần còn lại của văn bản.",
           "Đặt lại phông Times New Roman cho đoạn chữ này.", _LETTERS),
    grave("A17", "font.legacy", "Dùng phông hoặc bảng mã cũ (TCVN3, VNI) thay cho Unicode.",
          "Chuyển mã sang Unicode rồi đặt phông Times New Roman.", _LETTERS),
    decree("A18", "font.colour", "Chữ của văn bản không phải màu đen.",
           "Đặt màu chữ đen hoặc tự động (Automatic).", _LETTERS),
    unseen("A19", "font.composed", "Chữ có dấu ở dạng Unicode tổ hợp, không phải dựng sẵn.",
           "Chuyển văn bản sang Unicode dựng sẵn (NFC).", _LETTERS),
)  # fmt: skip
