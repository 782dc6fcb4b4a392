"""Home addresses and private mail as people write them."""

import random

from .habits import without_tones
from .pools import fill, load, man, pick, woman

_AFTER_A_LEAD = (
    "số {no} đường {street}, {ward}",
    "số nhà {no}, ngõ {n}, đường {street}, {ward}, {tinh}",
    "ngõ {n}, phố {street}, {ward}",
    "ngách {no}/{n} ngõ {n} {street}, {ward}",
    "hẻm {n}/{no} đường {street}, {ward}, TP. {tinh}",
    "tổ {no}, khu phố {n}, {ward}",
    "tổ dân phố {no}, {ward}, tỉnh {tinh}",
    "{thon}, xã {xa_name}, tỉnh {tinh}",
    "thôn {no}, xã {xa_name}",
    "ấp {no}, xã {xa_name}, tỉnh {tinh}",
    "bản Nậm {xa_name}, xã {xa_name}",
    "số {n}/{no} {street}",
    "tổ {no}, {thon}, xã {xa_name}",
    "số nhà {n}, tổ {no}, {ward}",
    "xóm {no}, {thon}, xã {xa_name}",
)
_HOUSES = (
    "số nhà {n}, đường {street}, {ward}",
    "số nhà {n}/{no} {street}, {ward}, TP {tinh}",
    "căn hộ {no}{n}, tòa B, chung cư {street}, {ward}",
    "căn hộ số {no}.{n}, khu tập thể {street}",
    "số nhà {no}, ngõ {n}, phố {street}",
    "số nhà {n}, tổ {no}, {thon}",
    "căn hộ A{n}, chung cư {street}",
)


def after_a_lead(rng: random.Random) -> str:
    """An address that follows a word of residence."""
    return fill(rng, rng.choice(_AFTER_A_LEAD))


def house(rng: random.Random) -> str:
    """An address that says itself that it is a home."""
    return fill(rng, rng.choice(_HOUSES))


def mail(rng: random.Random) -> str:
    """A mail address that is not of the state's domain."""
    name = without_tones(rng.choice([man, woman])(rng)).lower().split()
    local = rng.choice(
        [
            ".".join(name),
            f"{name[-1]}{name[0]}{rng.randint(60, 2005)}",
            f"{name[-1]}.{name[0]}_{rng.randint(1, 99)}",
            "".join(name),
            f"{name[-1]}-{pick(rng, 'communes').split()[0].lower()}{rng.randint(1, 9)}",
        ]
    )
    return without_tones(f"{local}@{rng.choice(load('things')['mail_hosts'])}")
