"""Invented values: identity numbers, phones, plates, names and addresses of valid shape."""

from random import Random

from .marks import WORDS

BIRTH_CODES = WORDS["birth_codes"]
MOBILE_PREFIXES = WORDS["mobile_prefixes"]
AREA_CODES = WORDS["area_codes"]
FAMILY = WORDS["family"]
MIDDLE = WORDS["middle"]
GIVEN = WORDS["given"]
COMMUNES = WORDS["communes"]
PROVINCES = WORDS["provinces"]
STREETS = WORDS["streets"]
BANKS = WORDS["banks"]


def digits(rng: Random, count: int) -> str:
    """Return ``count`` random digits."""
    return "".join(rng.choice("0123456789") for _ in range(count))


def full_name(rng: Random) -> str:
    """Return an invented personal name of three words."""
    return f"{rng.choice(FAMILY)} {rng.choice(MIDDLE)} {rng.choice(GIVEN)}"


def cccd(rng: Random) -> str:
    """Return twelve digits: birth code, century and sex 0–3, two of the year, six free."""
    return f"{rng.choice(BIRTH_CODES)}{rng.choice('0123')}{digits(rng, 8)}"


def foreign_cccd(rng: Random) -> str:
    """Return a personal number whose birth code is that of a foreign country (101 and up)."""
    return f"{rng.randint(101, 350)}{rng.choice('0123')}{digits(rng, 8)}"


def cmnd(rng: Random) -> str:
    """Return an old nine-digit card number, first digit 0–3."""
    return f"{rng.choice('0123')}{digits(rng, 8)}"


def ten(rng: Random) -> str:
    """Return a social-insurance or tax number of ten digits."""
    return f"{rng.choice(BIRTH_CODES)[1:]}{digits(rng, 8)}"


def bhyt(rng: Random) -> str:
    """Return a health-insurance card number: two letters, 1–5, twelve digits."""
    letters = rng.choice(WORDS["bhyt_letters"])
    return f"{letters}{rng.choice('12345')}{rng.choice(BIRTH_CODES)[1:]}{digits(rng, 10)}"


def mobile(rng: Random) -> str:
    """Return a mobile number with the leading 0, any of the prefixes in use."""
    return f"0{rng.choice(MOBILE_PREFIXES)}{digits(rng, 7)}"


def landline(rng: Random) -> str:
    """Return a landline number: 0, area code, eleven digits in all."""
    area = rng.choice(AREA_CODES)
    return f"0{area}{rng.choice('2367')}{digits(rng, 9 - len(area))}"


def plate(rng: Random) -> str:
    """Return a number plate of a car, motorbike or electric bike as printed."""
    province = rng.randint(11, 99)
    letter = rng.choice("ABCDEFGHKLMNPSTUVXYZ")
    five = digits(rng, 5)
    shapes = (
        f"{province}{letter}-{five[:3]}.{five[3:]}",
        f"{province}{letter}{rng.randint(1, 9)}-{five[:3]}.{five[3:]}",
        f"{province}-{letter}{rng.randint(1, 9)} {five[:3]}.{five[3:]}",
        f"{province}{letter}{rng.randint(1, 9)}-{five[:4]}",
        f"{province}{letter}-{five[:4]}",
        f"{province}{letter}{rng.choice('ABCDE')}-{five[:3]}.{five[3:]}",
    )
    return rng.choice(shapes)


def passport(rng: Random) -> str:
    """Return a passport number: a letter and seven or eight digits."""
    return f"{rng.choice('BCNKPQE')}{digits(rng, rng.choice((7, 8)))}"


def bank(rng: Random) -> str:
    """Return a bank account number of eight to sixteen digits."""
    return f"{rng.choice('123456789')}{digits(rng, rng.randint(7, 15))}"


def mail(rng: Random) -> str:
    """Return a mail address outside .gov.vn."""
    form, word = rng.choice(WORDS["mail_users"]), rng.choice(WORDS["mail_words"])
    user = form.format(w=word, n=rng.randint(1, 999))
    return f"{user}@{rng.choice(WORDS['mail_hosts'])}"


def commune(rng: Random) -> str:
    """Return a commune or ward with its type word."""
    return f"{rng.choice(('xã', 'xã', 'phường'))} {rng.choice(COMMUNES)}"
