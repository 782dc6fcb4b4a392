"""The root of a Merkle tree over hashes of versions, after RFC 9162, section 2.1.1. Pure."""

import hashlib
from collections.abc import Iterable

EMPTY = hashlib.sha256(b"").hexdigest()


def merkle_root(leaves: Iterable[str]) -> str:
    """The root (hex) over entries that are themselves SHA-256 values in hex, in their order.

    A leaf is hashed with 0x00 before it, a node with 0x01; a left subtree is the largest power of
    two smaller than the number of entries, which joining neighbours and carrying an odd last one
    up gives as well.
    """
    level = [hashlib.sha256(b"\x00" + bytes.fromhex(leaf)).digest() for leaf in leaves]
    if not level:
        return EMPTY
    while len(level) > 1:
        joined = [
            hashlib.sha256(b"\x01" + level[place] + level[place + 1]).digest()
            for place in range(0, len(level) - 1, 2)
        ]
        level = joined + level[len(level) - len(level) % 2 :]
    return level[0].hex()
