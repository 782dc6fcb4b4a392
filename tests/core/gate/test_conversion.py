"""Old files converted by LibreOffice: the text arrives, nothing else does."""

import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest

from phongtrao.core.gate import conversion, programs
from phongtrao.core.gate.conversion import arrived
from phongtrao.core.gate.limits import GateLimits, WorkshopLimits
from tests.core.gate import compounds
from tests.core.gate.extent import FULL
from tests.core.gate.packages import packed
from tests.core.gate.papers import png

OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="cần LibreOffice để chuyển đổi tệp cũ")
KINDS = ["doc", "xls", *(["rtf", "odt", "ods"] if FULL else [])]
SENTENCE = "Ủy ban nhân dân xã tổ chức hội nghị, rà soát nhiệm vụ năm 2026."
READER = "phongtrao.core.guard.package:read"


@pytest.fixture(scope="module")
def old_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One text and one sheet in every old format, written by LibreOffice."""
    folder = tmp_path_factory.mktemp("old")
    paper = docx.Document()
    paper.add_heading("KẾ HOẠCH", 1)
    paper.add_paragraph(SENTENCE)
    paper.add_table(1, 1).cell(0, 0).text = "Chỉ tiêu"
    paper.save(str(folder / "a.docx"))
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["Xã", "Số hội nghị"])
    book.active.append([SENTENCE, 3])
    book.save(folder / "b.xlsx")
    for kind in KINDS:
        source = "b" if kind in ("xls", "ods") else "a"
        written_by_office(next(folder.glob(f"{source}.???x")), kind)
    return {path.suffix[1:]: path for path in folder.iterdir() if path.is_file()}


def written_by_office(source: Path, kind: str) -> Path:
    """``source`` in another format, by a LibreOffice that is not caged."""
    profile = (source.parent / "profile").as_uri()
    command = [str(OFFICE), f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind]
    environment = os.environ | {"HOME": str(source.parent)}
    subprocess.run(
        [*command, "--outdir", str(source.parent), str(source)],
        check=True, capture_output=True, env=environment, timeout=120,
    )  # fmt: skip
    return source.with_suffix(f".{kind}")


@needs_office
@pytest.mark.parametrize("kind", KINDS)
def test_the_text_of_an_old_file_arrives_and_nothing_stays_behind(
    old_files: dict[str, Path], kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    becomes = {"xls": "xlsx", "ods": "xlsx"}.get(kind, "docx")
    with arrived(old_files[kind], f"Kế hoạch.{kind}", reader=READER) as arrival:
        verdict = arrival.admitted.verdict
        assert (verdict.verdict, verdict.kind) == ("accept", becomes)
        assert verdict.clean_name == f"Kế hoạch.{becomes}"
        assert verdict.codes == ("converted",)
        assert arrival.converted_from == kind
        assert zipfile.is_zipfile(arrival.path)
        assert SENTENCE in "\n".join(part["text"] for part in arrival.admitted.result)
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ".lock"] == []


def test_a_new_file_arrives_as_it_is(tmp_path: Path) -> None:
    path = compounds.saved(tmp_path, "a", "Kế hoạch".encode())
    with arrived(path, "a.txt") as arrival:
        assert arrival.admitted.accepted
        assert (arrival.path, arrival.converted_from) == (path, "")


def test_a_refused_old_file_never_meets_the_converter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(programs, "run", None)
    path = compounds.saved(tmp_path, "a", compounds.doc({"Macros": {"VBA": {"dir": b"x"}}}))
    with arrived(path, "a.doc") as arrival:
        assert arrival.admitted.verdict.codes == ("old-macro",)


def test_without_the_converter_the_sentence_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(programs, "office_program", lambda: None)
    path = compounds.saved(tmp_path, "a", compounds.doc())
    with arrived(path, "a.doc") as arrival:
        assert arrival.admitted.verdict.codes == ("conversion-missing",)
        assert "lưu lại dưới dạng .docx" in arrival.admitted.verdict.sentence


@needs_office
def test_a_conversion_without_end_is_ended(old_files: dict[str, Path]) -> None:
    with arrived(old_files["doc"], "a.doc", workshop=WorkshopLimits(wall_seconds=0.1)) as arrival:
        assert arrival.admitted.verdict.codes == ("conversion-time",)


@needs_office
def test_an_upload_waits_for_the_one_before_it_and_is_told_when_it_waits_too_long(
    old_files: dict[str, Path],
) -> None:
    limits = WorkshopLimits(queue_seconds=0.1)
    with (
        programs.turn("conversion", limits),
        arrived(old_files["doc"], "a.doc", workshop=limits) as arrival,
    ):
        assert arrival.admitted.verdict.codes == ("conversion-busy",)


@needs_office
def test_the_result_is_judged_as_if_it_had_been_uploaded(old_files: dict[str, Path]) -> None:
    with arrived(old_files["xls"], "a.xls", limits=GateLimits(sheet_cells=1)) as arrival:
        assert arrival.admitted.verdict.codes == ("sheet-too-large",)


@needs_office
def test_a_picture_on_the_disk_is_not_brought_along(tmp_path: Path) -> None:
    secret = compounds.saved(tmp_path, "secret.png", png(32, 32))
    content = (
        '<text:p>Ke hoach<draw:frame svg:width="1cm" svg:height="1cm" '
        'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0">'
        f'<draw:image xlink:href="{secret.as_uri()}" xlink:type="simple"/></draw:frame></text:p>'
    )
    path = compounds.saved(tmp_path, "a", packed(compounds.opendocument(content)))
    with arrived(path, "a.odt") as arrival:
        assert arrival.admitted.verdict.codes == ("converted", "links-cut")
        with zipfile.ZipFile(arrival.path) as package:
            assert not [name for name in package.namelist() if "media/" in name]


def test_every_old_kind_has_its_filters() -> None:
    assert set(conversion._FILTERS) == {*conversion.BECOMES, "docx"}
