"""Papers of Party bodies: Guide 36-HD/VPTW. Only what was seen of it fails a paper."""

from phongtrao.publishing.layout_check.rules.rule import PARTY_GUIDE, Rule, Severity


def _seen(number: str, code: str, fault: str, fix: str) -> Rule:
    return Rule(number, code, fault, fix, "", PARTY_GUIDE)


def _unseen(number: str, code: str, fault: str, fix: str) -> Rule:
    return Rule(number, code, fault, fix, "", PARTY_GUIDE, verified=False)


PARTY = (
    Rule("P01", "party.nation-mixed", "Văn bản của Đảng ghi cả Quốc hiệu hoặc Tiêu ngữ.",
         "Chỉ ghi tiêu đề “ĐẢNG CỘNG SẢN VIỆT NAM”.", "", PARTY_GUIDE, Severity.GRAVE),
    _seen("P02", "party.title-rule", "Dưới tiêu đề “ĐẢNG CỘNG SẢN VIỆT NAM” không có đường kẻ.",
          "Kẻ một đường nét liền dưới tiêu đề, dài bằng dòng chữ."),
    _seen("P03", "party.asterisk", "Dưới tên cơ quan ban hành không có dấu sao (*).",
          "Ghi dấu sao (*) trên một dòng riêng dưới tên cơ quan ban hành."),
    _seen("P04", "party.number-colon", "Sau từ “Số” có dấu hai chấm.",
          "Ghi “Số” rồi đến số văn bản, không có dấu hai chấm."),
    _seen("P05", "party.number-grammar", "Số, ký hiệu không theo dạng số-LOẠI/CƠ QUAN.",
          "Ghi gạch nối sau số, gạch chéo sau tên loại, ví dụ Số 36-HD/VPTW."),
    _unseen("P06", "party.title-style", "Tiêu đề không in đậm, cỡ 15.",
            "Đặt tiêu đề in đậm, cỡ chữ 15."),
    _unseen("P07", "party.kind-size", "Tên loại văn bản không có cỡ chữ 16.",
            "Đặt tên loại in đậm, cỡ chữ 16."),
    _unseen("P08", "party.body-size", "Cỡ chữ nội dung không phải 14–15.",
            "Đặt cỡ chữ nội dung 14 hoặc 15."),
    _unseen("P09", "party.prefix", "Quyền hạn ký không viết T/M, K/T, T/L.",
            "Viết T/M, K/T hoặc T/L, có gạch chéo."),
)  # fmt: skip
