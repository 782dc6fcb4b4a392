"""Words that name kinds of papers, and the kind of document each makes."""

import re

TYPE_WORDS: tuple[tuple[str, str], ...] = (
    ("chuong trinh phoi hop", "ctr_phoi_hop"),
    ("ke hoach phoi hop", "ke_hoach"),
    ("chuong trinh hanh dong", "ctr_hanh_dong"),
    ("chuong trinh", "chuong_trinh"),
    ("quy che phoi hop", "quy_che"),
    ("quy che", "quy_che"),
    ("nghi quyet lien tich", "nghi_quyet"),
    ("thong tu lien tich", "thong_tu"),
    ("ke hoach lien tich", "ke_hoach"),
    ("ke hoach lien nganh", "ke_hoach"),
    ("ke hoach", "ke_hoach"),
    ("thong bao ket luan", "thong_bao"),
    ("thong bao", "thong_bao"),
    ("cong dien", "cong_dien"),
    ("cong van", "cong_van"),
    ("van ban", "cong_van"),
    ("bao cao", "bao_cao"),
    ("nghi quyet", "nghi_quyet"),
    ("ket luan", "ket_luan"),
    ("chi thi", "chi_thi"),
    ("quyet dinh", "quyet_dinh"),
    ("nghi dinh", "nghi_dinh"),
    ("thong tu", "thong_tu"),
    ("thong tri", "thong_tri"),
    ("huong dan", "huong_dan"),
    ("quy dinh", "quy_dinh"),
    ("to trinh", "to_trinh"),
    ("phap lenh", "phap_lenh"),
    ("bo luat", "luat"),
    ("luat", "luat"),
    ("de an", "de_an"),
    ("phuong an", "phuong_an"),
    ("ctrphoi hop", "ctr_phoi_hop"),
    ("ctrph", "ctr_phoi_hop"),
    ("ctr", "chuong_trinh"),
    ("kh", "ke_hoach"),
    ("cv", "cong_van"),
    ("qd", "quyet_dinh"),
    ("nq", "nghi_quyet"),
)
_ONE = "|".join(w.replace(" ", r"\s+") for w, _ in TYPE_WORDS)
TYPE_PATTERN = rf"(?:{_ONE})"
_KINDS = {
    "ke_hoach": "plan", "phuong_an": "plan", "huong_dan": "plan", "quyet_dinh": "plan",
    "thong_bao": "conclusion", "ket_luan": "conclusion",
    "cong_van": "dispatch", "cong_dien": "dispatch", "chi_thi": "dispatch",
    "ctr_phoi_hop": "programme", "ctr_hanh_dong": "programme", "chuong_trinh": "programme",
    "quy_che": "programme", "nghi_quyet": "programme", "de_an": "programme",
    "bao_cao": "report", "to_trinh": "report", "tin_bai": "news",
}  # fmt: skip


def type_of_words(words_key: str) -> str | None:
    """The kind named by folded words (the longest that fits at the front)."""
    plain = " ".join(words_key.split())
    for words, kind in TYPE_WORDS:
        if plain == words or plain.startswith(words + " "):
            return kind
    return None


def document_kind(doc_type: str | None) -> str:
    """plan, conclusion, dispatch, programme, report or news."""
    return _KINDS.get(doc_type or "tin_bai", "dispatch")


TYPE_LINE = re.compile(
    r"^(?:chuong trinh phoi hop|ke hoach(?: phoi hop| lien tich| lien nganh)?|thong bao"
    r"(?: ket luan)?|cong dien(?: khan)?|bao cao(?: tom tat)?|nghi quyet(?: lien tich)?|ket luan|"
    r"chi thi|quyet dinh|huong dan|quy dinh|to trinh|quy che(?: phoi hop)?|chuong trinh"
    r"(?: hanh dong| cong tac)?|thong tri|phuong an|de an|bien ban|giay moi|thong tu"
    r"(?: lien tich)?|nghi dinh|luat)(?=\s|$|[:*(])"
)
