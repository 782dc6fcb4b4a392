"""Does a locked PDF open with the empty password?  Official scans often do (ISO 32000-2, 7.6)."""

import hashlib

from phongtrao.core.gate.pdf_objects import Name

_PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


def opens_without_password(lock: dict, trailer: dict) -> bool:
    """True when the user password of the standard handler is empty."""
    if lock.get("Filter") != Name("Standard"):
        return False
    revision, owner, user = lock.get("R"), _string(lock.get("O")), _string(lock.get("U"))
    if revision in {5, 6}:
        salt, proof = user[32:40], user[:32]
        digest = hashlib.sha256(salt).digest() if revision == 5 else _hardened(salt)
        return len(user) >= 48 and digest == proof
    if revision not in {2, 3, 4} or len(owner) < 32 or len(user) < 16:
        return False
    identity = trailer.get("ID")
    first = _string(identity[0]) if isinstance(identity, list) and identity else b""
    key = _file_key(lock, revision, owner, first)
    if revision == 2:
        return _rc4(key, _PADDING) == user[:32]
    digest = hashlib.md5(_PADDING + first, usedforsecurity=False).digest()
    for step in range(20):
        digest = _rc4(bytes(byte ^ step for byte in key), digest)
    return digest == user[:16]


def _file_key(lock: dict, revision: int, owner: bytes, identity: bytes) -> bytes:
    """The key for the empty password (algorithm 2 of the standard)."""
    permissions = _signed(lock.get("P")).to_bytes(4, "little")
    message = _PADDING + owner[:32] + permissions + identity
    if revision == 4 and lock.get("EncryptMetadata") == "false":
        message += b"\xff\xff\xff\xff"
    bits = lock.get("Length", 40)
    size = bits // 8 if isinstance(bits, int) and 40 <= bits <= 128 else 5
    size = 16 if revision == 4 else 5 if revision == 2 else size
    digest = hashlib.md5(message, usedforsecurity=False).digest()
    if revision > 2:
        for _ in range(50):
            digest = hashlib.md5(digest[:size], usedforsecurity=False).digest()
    return digest[:size]


def _hardened(salt: bytes) -> bytes:
    """Algorithm 2.B for the empty password; loaded late because few files need it."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    digest, step, last = hashlib.sha256(salt).digest(), 0, 0
    while step < 64 or last > step - 32:
        cipher = Cipher(algorithms.AES(digest[:16]), modes.CBC(digest[16:32])).encryptor()
        packed = cipher.update(digest * 64)
        way = (hashlib.sha256, hashlib.sha384, hashlib.sha512)[sum(packed[:16]) % 3]
        digest, last, step = way(packed).digest(), packed[-1], step + 1
    return digest[:32]


def _signed(value: object) -> int:
    """The permission bits as an unsigned 32-bit number."""
    return value % 2**32 if isinstance(value, int) else 0


def _string(value: object) -> bytes:
    return value if isinstance(value, bytes) else b""


def _rc4(key: bytes, message: bytes) -> bytes:
    """The stream cipher of old PDF files; used to test a password, never to protect."""
    box, j = list(range(256)), 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out, i, j = bytearray(), 0, 0
    for byte in message:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)
