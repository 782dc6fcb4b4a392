"""Invented persons, places and numbers: valid in shape only, drawn from a seeded generator."""

from __future__ import annotations

import unicodedata
from random import Random


def _words(text: str) -> list[str]:
    return text.split()


_COMMON = _words(
    "Nguyễn Nguyễn Nguyễn Trần Trần Lê Lê Phạm Hoàng Huỳnh Phan Vũ Võ Bùi Đỗ Hồ Ngô Lý"
)
_FAMILY = _words(
    "Lưu Đoàn Tạ Quách Mạc Nghiêm Khổng Lã Cù Thiều Đặng Hà Tống Phùng Giáp Vi Tôn Chử "
    "Lò Giàng Quàng Đinh"
)
_MIDDLE = _words(
    "Văn Văn Thị Thị Hữu Đức Bá Đăng Thuý Kiều Như Phúc Trọng Diệu Khánh Vĩnh Hoài Ngọc Thế Mỹ Duy"
)
_GIVEN = _words("Thoại Bằng Nhạn Quyên Sửu Lạc Cường Thơm Khuê Viễn Mận Tráng Uyên Bưởi Hợi Lĩnh")
_PLACE_A = _words("Phước Tân Lộc Hưng Đông Nghĩa Vĩnh Thạch Kỳ Mỹ Xuân Quỳnh Diên Cát Ia Bảo")
_PLACE_B = _words("Lâm Hoà Sơn Thành Điền Khê Giang Trạch Lương Mỹ Hải Phú Thượng Trì Ninh")

# The birth-registration codes printed in the identity-card circular: 63 of 001…096.
_CODES = _words(
    "001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 "
    "036 037 038 040 042 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 "
    "074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096"
)
_MOBILE = _words(
    "32 33 34 35 36 37 38 39 52 55 56 58 59 70 76 77 78 79 81 82 83 84 85 86 87 88 89 "
    "90 91 92 93 94 95 96 97 98 99"
)
_CARD_LETTERS = _words("DN HX CH NN TK HC XK HT TB NO CT XB TN CS XN MS CC CK CB KC HD TE BT HN")
_PLATE_LETTERS = "ABCDEFGHKLMNPSTUVXYZ"
_AREA_CODES = _words("203 204 205 206 207 208 209 210 211 212 213 220 225 232 235 251 260 270 299")


def digits(rng: Random, count: int) -> str:
    """Return ``count`` random digits."""
    return "".join(rng.choice("0123456789") for _ in range(count))


def person(rng: Random) -> str:
    """Return an invented name of two to four words, two of three with a common family name."""
    family = rng.choice(_COMMON if rng.random() < 0.67 else _FAMILY)
    words = [
        family,
        *rng.sample(_MIDDLE, rng.choice([0, 1, 1, 1, 1, 1, 1, 1, 2])),
        rng.choice(_GIVEN),
    ]
    return " ".join(words)


def place(rng: Random) -> str:
    """Return an invented name of a commune or hamlet."""
    return f"{rng.choice(_PLACE_A)} {rng.choice(_PLACE_B)}"


def day(rng: Random) -> str:
    """Return a date as officials write it."""
    form = rng.choice(["{d}/{m}/{y}", "{d:02}/{m:02}/{y}", "{d}-{m}-{y}", "{d}/{m}", "{d}.{m}.{y}"])
    return form.format(d=rng.randint(1, 28), m=rng.randint(1, 12), y=rng.randint(2023, 2027))


def plain_letters(text: str) -> str:
    """Return ``text`` without tone marks."""
    bare = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def cccd(rng: Random) -> str:
    """Return 12 digits shaped as an identity number of a known place of birth."""
    return rng.choice(_CODES) + rng.choice("0123") + digits(rng, 8)


def cccd_other_code(rng: Random) -> str:
    """Return 12 digits whose first three are none of the 63 codes."""
    return rng.choice(["100", "193", "302", "455", "617"]) + digits(rng, 9)


def cmnd(rng: Random) -> str:
    """Return 9 digits of the old identity card (first digit 0 to 3)."""
    return rng.choice("0123") + digits(rng, 8)


def ten_digits(rng: Random) -> str:
    """Return 10 digits: social-insurance and personal tax numbers share this shape."""
    return rng.choice("0123456789") + digits(rng, 9)


def bhyt(rng: Random) -> str:
    """Return a health-insurance card: two letters, 1 to 5, 12 digits."""
    return rng.choice(_CARD_LETTERS) + rng.choice("12345") + digits(rng, 12)


def mobile(rng: Random) -> str:
    """Return a mobile number of 10 digits."""
    return "0" + rng.choice(_MOBILE) + digits(rng, 7)


def landline(rng: Random) -> str:
    """Return a landline of 11 digits, leading 02."""
    if rng.random() < 0.4:
        return "02" + rng.choice("48") + rng.choice("3678") + digits(rng, 7)
    return "0" + rng.choice(_AREA_CODES) + rng.choice("3678") + digits(rng, 6)


def plate(rng: Random) -> str:
    """Return a plate without marks: two digits, series, four or five digits."""
    series = rng.choice(_PLATE_LETTERS) + rng.choice(["", rng.choice("123456789"), "A", "D"])
    return f"{rng.randint(11, 99)}{series}{digits(rng, rng.choice([4, 5, 5, 5]))}"


def passport(rng: Random) -> str:
    """Return a passport number: a letter and 7 or 8 digits."""
    return rng.choice("BCNP") + digits(rng, rng.choice([7, 8]))


def bank(rng: Random) -> str:
    """Return a bank account of 8 to 16 digits."""
    return rng.choice("123456789") + digits(rng, rng.randint(7, 15))


def mail(rng: Random, hosts: list[str]) -> str:
    """Return a private mail address."""
    name = plain_letters(person(rng)).lower().split()
    joint = rng.choice([".", "", "_", "-"])
    return f"{name[-1]}{joint}{name[0]}{rng.randint(1, 99)}@{rng.choice(hosts)}"


MAKERS = {
    "cccd": cccd,
    "cmnd": cmnd,
    "bhxh": ten_digits,
    "tax": ten_digits,
    "bhyt": bhyt,
    "mobile": mobile,
    "landline": landline,
    "plate": plate,
    "passport": passport,
    "bank": bank,
}
