"""Readers: what opens for everyone is read; what does not is refused by a code with a sentence."""

import io
from pathlib import Path

import pypdf
import pytest

from phongtrao.core.gate import admit
from phongtrao.intake.imports import READER
from phongtrao.intake.readers import SENTENCES, UnreadableFile, read
from tests.core.gate.papers import pdf

LOCKS = ["RC4-128", "AES-128", "AES-256"]


def locked(user: str, algorithm: str) -> bytes:
    """A PDF locked against copying, or against reading when `user` is a word."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf()))
    writer.encrypt(user, "owner", algorithm=algorithm)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("algorithm", LOCKS)
def test_a_pdf_locked_with_the_empty_password_is_read(algorithm: str) -> None:
    assert read(locked("", algorithm), "pdf").text == read(pdf(), "pdf").text


def test_the_cage_reads_a_pdf_locked_with_the_empty_password(tmp_path: Path) -> None:
    path = tmp_path / "upload"
    path.write_bytes(locked("", "AES-256"))
    assert admit(path, "a.pdf", reader=READER).result["text"].strip()


def test_a_reader_s_refusal_leaves_the_wall_as_a_code(tmp_path: Path) -> None:
    path = tmp_path / "upload"
    path.write_bytes(b"   \n  \n")
    assert admit(path, "a.txt", reader=READER).result == {"refused": "text-empty"}


UNREADABLE = [
    (b"\xff\xd0\xd2", "txt", "text-encoding"),
    (b"a\x00b", "txt", "text-binary"),
    (b" \n", "txt", "text-empty"),
    (b"PK", "docx", "word-broken"),
    (b"%PDF-1.7", "pdf", "pdf-broken"),
    (b"x", "odt", "kind-unknown"),
]


@pytest.mark.parametrize(("data", "kind", "code"), UNREADABLE, ids=[row[2] for row in UNREADABLE])
def test_an_unreadable_file_is_refused_by_code_and_sentence(
    data: bytes, kind: str, code: str
) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read(data, kind)
    assert refusal.value.code == code
    assert str(refusal.value) == SENTENCES[code]


def test_a_pdf_with_a_password_is_refused_by_the_reader_too() -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read(locked("word", "AES-128"), "pdf")
    assert refusal.value.code == "pdf-password"


def test_a_missing_file_is_a_sentence() -> None:
    with pytest.raises(UnreadableFile, match="Không mở được tệp"):
        read(Path("khong-co.txt"))
