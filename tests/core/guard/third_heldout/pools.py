"""Words and numbers the carriers are filled with; each call takes its own seeded chance."""

import random
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent / "material"
_SLOT = re.compile(r"\{([a-z_]+)\}")


@cache
def load(name: str) -> Any:
    """Read one YAML file of the folder ``material``."""
    return yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))


def digits(rng: random.Random, count: int) -> str:
    """``count`` digits by chance."""
    return "".join(rng.choice("0123456789") for _ in range(count))


def pick(rng: random.Random, pool: str) -> str:
    """One word of a pool."""
    return str(rng.choice(load("pools")[pool]))


def man(rng: random.Random) -> str:
    """A man's name made of parts."""
    return f"{pick(rng, 'surnames')} {pick(rng, 'male_middle')} {pick(rng, 'male_given')}"


def woman(rng: random.Random) -> str:
    """A woman's name made of parts."""
    return f"{pick(rng, 'surnames')} {pick(rng, 'female_middle')} {pick(rng, 'female_given')}"


def person(rng: random.Random) -> str:
    """A name made of parts."""
    return man(rng) if rng.random() < 0.55 else woman(rng)


def addressed(rng: random.Random) -> str:
    """A name with the word of address that fits it."""
    if rng.random() < 0.55:
        return f"{rng.choice(['ông', 'anh'])} {man(rng)}"
    return f"{rng.choice(['bà', 'chị'])} {woman(rng)}"


def day(rng: random.Random) -> str:
    """A date as papers write it."""
    numbers = rng.randint(1, 28), rng.randint(1, 12), rng.randint(2021, 2026)
    return rng.choice(["{0:02d}/{1:02d}/{2}", "{0}/{1}/{2}", "{0:02d}-{1:02d}-{2}"]).format(
        *numbers
    )


def commune(rng: random.Random) -> str:
    """A commune or ward with its word of kind."""
    if rng.random() < 0.6:
        return f"xã {pick(rng, 'communes')}"
    return f"phường {pick(rng, 'wards')}"


def thousands(rng: random.Random) -> str:
    """A sum with dots between the thousands."""
    return f"{rng.randint(1, 950) * 10 ** rng.randint(3, 6):,}".replace(",", ".")


def symbol(rng: random.Random) -> str:
    """Number and symbol of a paper."""
    kind = rng.choice(["QĐ-UBND", "KH-BCĐ", "BC-CAX", "TB-UBND", "CV-MTTQ", "TTr-BCĐ", "GM-UBND"])
    return f"{rng.randint(1, 999):02d}/{kind}"


SLOTS: dict[str, Callable[[random.Random], str]] = {
    "person": person,
    "man": man,
    "woman": woman,
    "ong": addressed,
    "day": day,
    "xa": commune,
    "xa_name": lambda rng: pick(rng, "communes"),
    "ward": lambda rng: f"phường {pick(rng, 'wards')}",
    "tinh": lambda rng: pick(rng, "provinces"),
    "thon": lambda rng: f"thôn {pick(rng, 'hamlets')}",
    "street": lambda rng: pick(rng, "streets"),
    "rank": lambda rng: pick(rng, "ranks"),
    "job": lambda rng: pick(rng, "jobs"),
    "body": lambda rng: pick(rng, "bodies"),
    "office": lambda rng: pick(rng, "offices"),
    "post": lambda rng: pick(rng, "posts"),
    "model": lambda rng: pick(rng, "models"),
    "sum": thousands,
    "sym": symbol,
    "n": lambda rng: str(rng.randint(2, 98)),
    "no": lambda rng: str(rng.randint(1, 40)),
    "hundreds": lambda rng: f"{rng.randint(101, 9899):,}".replace(",", "."),
    "dd": lambda rng: f"{rng.randint(1, 28):02d}",
    "month": lambda rng: str(rng.randint(1, 12)),
    "year": lambda rng: str(rng.randint(2019, 2026)),
    "born": lambda rng: str(rng.randint(1950, 2006)),
    "pct": lambda rng: f"{rng.randint(10, 99)},{rng.randint(1, 99)}",
    "hour": lambda rng: f"{rng.randint(7, 17)} giờ {rng.choice(['00', '15', '30', '45'])}",
    "q": lambda rng: rng.choice(["I", "II", "III", "IV"]),
}


def fill(rng: random.Random, template: str) -> str:
    """Fill the small-letter slots of a template; other braces stay."""

    def slot(found: re.Match[str]) -> str:
        maker = SLOTS.get(found[1])
        return maker(rng) if maker else found[0]

    return _SLOT.sub(slot, template)


def without_a_number(rng: random.Random) -> str:
    """A sentence of office work that holds no number at all."""
    return fill(rng, "{office} phối hợp {body} rà soát, đôn đốc và tổng hợp kết quả.")
