"""Signed PDFs: one signature, several, visible stamps, certified papers; keys made here by seed."""

import datetime
import io
from functools import cache

from asn1crypto import keys, x509
from cryptography import x509 as certificates
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.fields import SigFieldSpec
from pyhanko.stamp import TextStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from tests.core.gate.honest_files import pdf_rework, pdf_scans
from tests.core.gate.honest_files.kind import Builder, chance, kinds

_BITS = 512  # of each prime: small, because nothing is protected with it
DAY = datetime.datetime(2026, 3, 2, tzinfo=datetime.UTC)


def _is_prime(number: int) -> bool:
    """Miller–Rabin with fixed bases: certain enough for a test's key."""
    odd, twos = number - 1, 0
    while odd % 2 == 0:
        odd, twos = odd // 2, twos + 1
    for base in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        power = pow(base, odd, number)
        if power in (1, number - 1):
            continue
        for _ in range(twos - 1):
            power = power * power % number
            if power == number - 1:
                break
        else:
            return False
    return True


def _prime(salt: str) -> int:
    dice = chance(0, salt)
    while True:
        number = dice.getrandbits(_BITS) | 1 | (3 << (_BITS - 2))
        if number % 65_537 != 1 and _is_prime(number):
            return number


@cache
def _signer() -> signers.SimpleSigner:
    """A signer with a certificate of its own making; the same key in every run."""
    p, q = _prime("p"), _prime("q")
    d = pow(65_537, -1, (p - 1) * (q - 1))
    public = rsa.RSAPublicNumbers(65_537, p * q)
    numbers = rsa.RSAPrivateNumbers(
        p, q, d, d % (p - 1), d % (q - 1), rsa.rsa_crt_iqmp(p, q), public
    )
    key = numbers.private_key()
    name = certificates.Name(
        [certificates.NameAttribute(NameOID.COMMON_NAME, "Ủy ban nhân dân xã")]
    )
    certificate = (
        certificates.CertificateBuilder().subject_name(name).issuer_name(name)
        .public_key(key.public_key()).serial_number(7).not_valid_before(DAY)
        .not_valid_after(DAY + datetime.timedelta(days=3_650)).sign(key, hashes.SHA256())
    )  # fmt: skip
    plain = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    stated = x509.Certificate.load(certificate.public_bytes(serialization.Encoding.DER))
    store = SimpleCertificateStore()
    store.register(stated)
    return signers.SimpleSigner(stated, keys.PrivateKeyInfo.load(plain), store)


def _signed(content: bytes, number: int, *, visible: bool = False, certify: bool = False) -> bytes:
    """One signature more, added at the end of the file."""
    writer = IncrementalPdfFileWriter(io.BytesIO(content))
    name = f"Chu_ky_{number}"
    box = (350, 40 + 80 * number, 560, 110 + 80 * number) if visible else None
    fields.append_signature_field(writer, SigFieldSpec(name, on_page=0, box=box))
    details = signers.PdfSignatureMetadata(
        field_name=name, reason="Ký ban hành", location="Quảng Ngãi", md_algorithm="sha256",
        certify=certify, subfilter=fields.SigSeedSubFilter.PADES if number % 2 else None,
    )  # fmt: skip
    style = TextStampStyle(stamp_text="Ky boi: %(signer)s") if visible else None
    signer = signers.PdfSigner(details, _signer(), stamp_style=style)
    out = io.BytesIO()
    signer.sign_pdf(writer, output=out, appearance_text_params={"signer": "UBND"})
    return out.getvalue()


def _kind(source: Builder, count: int = 1, **options: bool) -> Builder:
    def build(seed: int) -> bytes:
        content = source(seed)
        for number in range(count):
            content = _signed(content, number, **options)
        return content

    return build


_BY_ID = {kind.id: kind.build for kind in pdf_rework.ALL}
ALL = kinds("pyHanko (signed)", "pdf", [
    ("signed", _kind(pdf_rework.short)),
    ("signed-visibly", _kind(pdf_rework.typeset, visible=True)),
    ("signed-three-times", _kind(pdf_rework.short, 3, visible=True)),
    ("signed-certified", _kind(pdf_rework.short, certify=True)),
    ("signed-scan", _kind(pdf_scans.read_scan, visible=True)),
    ("signed-packed", _kind(_BY_ID["pdf-qpdf-object-streams"], 2)),
    ("signed-linearised", _kind(_BY_ID["pdf-qpdf-linearised"], 2, visible=True)),
    ("signed-form", _kind(_BY_ID["pdf-qpdf-field-form"])),
])  # fmt: skip
