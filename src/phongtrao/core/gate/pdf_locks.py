"""Does a locked PDF open with the empty password?  Official scans often do (ISO 32000-2, 7.6)."""

import hashlib
from dataclasses import dataclass

from phongtrao.core.gate.pdf_objects import Name

_PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


@dataclass(frozen=True)
class Lock:
    """The key that the empty password gives, and the way streams are locked with it."""

    key: bytes
    way: str  # "V2" = RC4, "AESV2", "AESV3", or "None" for streams left open

    def opened(self, number: int, generation: int, content: bytes) -> bytes:
        """The bytes of a stream without its lock; nothing when they do not fit the way."""
        if self.way == "None":
            return content
        if self.way == "AESV3":
            return _aes(self.key, content)
        salt = b"sAlT" if self.way == "AESV2" else b""
        mixed = self.key + number.to_bytes(4, "little")[:3] + generation.to_bytes(4, "little")[:2]
        key = hashlib.md5(mixed + salt, usedforsecurity=False).digest()
        key = key[: min(16, len(self.key) + 5)]
        return _aes(key, content) if salt else _rc4_fast(key, content)


def lock_without_password(stated: dict, trailer: dict) -> Lock | None:
    """The lock of a file whose user password is empty; None when it needs a password."""
    revision, user = stated.get("R"), _string(stated.get("U"))
    if stated.get("Filter") != Name("Standard") or len(user) < 16:
        return None
    if revision in {5, 6}:
        return _long_lock(stated, user, hardened=revision == 6)
    owner = _string(stated.get("O"))
    if revision not in {2, 3, 4} or len(owner) < 32:
        return None
    identity = trailer.get("ID")
    first = _string(identity[0]) if isinstance(identity, list) and identity else b""
    key = _file_key(stated, revision, owner, first)
    if not _fits(key, revision, first, user):
        return None
    return Lock(key, _way(stated) if revision == 4 else "V2")


def _fits(key: bytes, revision: int, identity: bytes, user: bytes) -> bool:
    """True when ``key`` proves itself against the stored user string."""
    if revision == 2:
        return _rc4(key, _PADDING) == user[:32]
    digest = hashlib.md5(_PADDING + identity, usedforsecurity=False).digest()
    for step in range(20):
        digest = _rc4(bytes(byte ^ step for byte in key), digest)
    return digest == user[:16]


def _long_lock(stated: dict, user: bytes, *, hardened: bool) -> Lock | None:
    """Revisions 5 and 6: the file key lies in ``UE`` behind a hash of the password."""
    digest = _hardened if hardened else (lambda salt: hashlib.sha256(salt).digest())
    boxed = _string(stated.get("UE"))
    if len(user) < 48 or len(boxed) < 32 or digest(user[32:40]) != user[:32]:
        return None
    key = _aes(digest(user[40:48]), bytes(16) + boxed[:32], padded=False)
    return Lock(key, _way(stated))


def _way(stated: dict) -> str:
    """How streams are locked: by the crypt filter that ``StmF`` names."""
    filters, chosen = stated.get("CF"), stated.get("StmF")
    if not isinstance(chosen, Name) or chosen.text == "Identity":
        return "None"
    entry = filters.get(chosen.text) if isinstance(filters, dict) else None
    method = entry.get("CFM") if isinstance(entry, dict) else None
    return method.text if isinstance(method, Name) else "None"


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


def _rc4_fast(key: bytes, message: bytes) -> bytes:
    """The same for whole streams; the library is loaded late because few files need it."""
    from cryptography.hazmat.decrepit.ciphers.algorithms import ARC4
    from cryptography.hazmat.primitives.ciphers import Cipher

    # ARC4 of the library takes keys of 40 bits and more in fixed sizes; others go the slow way.
    if len(key) not in {5, 7, 8, 10, 16, 20, 24, 32}:
        return _rc4(key, message)
    return bytes(Cipher(ARC4(key), mode=None).decryptor().update(message))


def _aes(key: bytes, content: bytes, *, padded: bool = True) -> bytes:
    """AES-CBC with the first block as its start value; nothing for content of a wrong length."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    whole = len(content) - len(content) % 16
    if whole < 32 or len(key) not in {16, 32}:
        return b""
    opener = Cipher(algorithms.AES(key), modes.CBC(content[:16])).decryptor()
    plain = bytes(opener.update(content[16:whole]))
    return plain[: -plain[-1]] if padded and 1 <= plain[-1] <= 16 else plain
