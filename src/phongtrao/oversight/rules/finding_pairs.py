"""Which kinds of defect, and which acts, officials say for each other, and how far (0–1)."""

from collections.abc import Mapping


def _pairs(listed: dict[str, float]) -> Mapping[frozenset[str], float]:
    return {frozenset(pair.split()): weight for pair, weight in listed.items()}


KINDS_ALIKE = _pairs({
    "none late": 0.2, "none short": 0.6, "none low": 0.5, "short low": 0.85, "low weak": 0.7,
    "low neglect": 0.5, "low formal": 0.35, "low irregular": 0.4, "none irregular": 0.6,
    "none neglect": 0.7, "none weak": 0.6, "none stale": 0.6, "formal unclear": 0.7,
    "formal weak": 0.8, "formal short": 0.35, "formal irregular": 0.3, "formal neglect": 0.5,
    "formal loose": 0.4, "short weak": 0.7, "irregular loose": 0.5, "irregular weak": 0.6,
    "irregular neglect": 0.6, "loose weak": 0.8, "neglect weak": 0.8, "late stale": 0.6,
    "late irregular": 0.4, "short neglect": 0.5, "unclear weak": 0.6, "broken none": 0.3,
    "late weak": 0.5, "unclear none": 0.2, "wrong unclear": 0.4, "wrong short": 0.3,
    "wrong weak": 0.4, "unclear short": 0.4, "late neglect": 0.5,
})  # fmt: skip
# "there", "how": no act is named; it is said that something is not there, or how it is.
ACTS_ALIKE = _pairs({
    "there thanh_lap": 0.9, "there lap_dat": 0.8, "there du_toan": 0.8, "there ky_ket": 0.6,
    "there cap_nhat": 0.4, "there chi_tra": 0.6, "there khac_phuc": 0.7, "there phat_huy": 0.5,
    "there quan_triet": 0.6, "there luu_tru": 0.7, "there mau": 0.7, "there tap_huan": 0.4,
    "there tra_loi": 0.15, "how phat_huy": 0.8, "how phan_tich": 0.9, "how sao_chep": 0.9,
    "how tham_gia": 0.6, "how quan_triet": 0.5, "how danh_gia": 0.3, "how cap_nhat": 0.7,
    "khac_phuc tra_loi": 0.5,
    "there dang_ky": 0.4, "there gan_ket": 0.5, "how gan_ket": 0.5,
    "phan_cong chuyen_trach": 0.5, "there chuyen_trach": 0.5, "there tham_gia": 0.4,
    "phat_huy tham_gia": 0.5, "there giai_ngan": 0.5, "phan_tich danh_gia": 0.6,
    "sao_chep quan_triet": 0.3, "cong_nhan danh_gia": 0.5, "there khai_thac": 0.7,
    "quan_triet ky_ket": 0.3, "there ket_noi": 0.3, "there sinh_hoat": 0.3, "sinh_hoat hop": 0.8,
    "kiem_tra khac_phuc": 0.2, "there gop_cum": 0.5, "nhan_rong gop_cum": 0.5,
})  # fmt: skip
