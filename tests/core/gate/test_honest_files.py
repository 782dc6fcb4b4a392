"""Files as honest programs write them pass the wall."""

import datetime
import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import docx
import openpyxl
import pypdf
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.styles import Font

from phongtrao.core.gate import admit, inspect
from tests.core.gate.extent import FULL
from tests.core.gate.papers import pdf, png, scan


def word_paper() -> bytes:
    """A plan as python-docx writes it: heading, table, header, picture, properties."""
    document = docx.Document()
    document.core_properties.title = "Kế hoạch /JavaScript"
    document.add_heading("KẾ HOẠCH phối hợp năm 2026", 0)
    for number in range(1, 80):
        document.add_paragraph(f"{number}. Giao Công an xã, xem LINK, DDE và INCLUDETEXT.")
    table = document.add_table(rows=20, cols=5)
    table.cell(1, 1).text = "{{ không phải mẫu }}"
    document.sections[0].header.paragraphs[0].text = "ỦY BAN NHÂN DÂN"
    document.add_picture(io.BytesIO(png(60, 60)))
    return saved(document)


def workbook() -> bytes:
    """Figures as openpyxl writes them: formulas, dates, comment, merge, chart, hidden sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    for number in range(1, 400):
        sheet.append([f"Xã {number}", number, -number * 1.5, f"=SUM(B1:B{number})"])
    sheet["F1"] = datetime.date(2026, 12, 1)
    sheet["F2"] = datetime.time(7, 30)
    sheet["F1"].comment = Comment("Ghi chú", "Văn phòng")
    sheet["F3"] = True
    sheet["F1"].font = Font(bold=True)
    sheet.merge_cells("H1:J2")
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=20))
    sheet.add_chart(chart, "L2")
    book.create_sheet("Ẩn").sheet_state = "veryHidden"
    return saved(book)


def saved(document) -> bytes:
    """What ``document.save`` writes."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def written(writer: pypdf.PdfWriter) -> bytes:
    """What a PDF writer writes."""
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def saved_in_steps(steps: int) -> bytes:
    """A PDF to which notes were added step by step."""
    content = pdf()
    for step in range(steps):
        writer = pypdf.PdfWriter(io.BytesIO(content), incremental=True)
        writer.add_metadata({"/Subject": f"Bước {step}"})
        content = written(writer)
    return content


def merged_pdf() -> bytes:
    """Three papers merged, with an outline, packed."""
    writer = pypdf.PdfWriter()
    for number in range(3):
        writer.append(io.BytesIO(pdf()), outline_item=f"Phần {number} /JS")
    writer.compress_identical_objects()
    for page in writer.pages:
        page.compress_content_streams()
    return written(writer)


def locked(user: str, algorithm: str) -> bytes:
    """A PDF that pypdf has locked; with an empty user password anyone can open it."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf()))
    writer.encrypt(user, "owner", algorithm=algorithm)
    return written(writer)


HONEST = {
    "python-docx.docx": word_paper,
    "openpyxl.xlsx": workbook,
    "empty.docx": lambda: saved(docx.Document()),
    "empty.xlsx": lambda: saved(openpyxl.Workbook()),
    "one-step.pdf": lambda: saved_in_steps(1),
    "five-steps.pdf": lambda: saved_in_steps(5),
    "merged.pdf": merged_pdf,
}


@pytest.mark.parametrize("name", HONEST)
def test_an_honest_file_is_accepted_without_a_remark(name: str) -> None:
    verdict = inspect(HONEST[name](), name)
    assert (verdict.verdict, verdict.codes) == ("accept", ())


LOCKS = ["RC4-40", "RC4-128", "AES-128", "AES-256-R5", "AES-256"]


@pytest.mark.parametrize("algorithm", LOCKS)
def test_a_lock_that_opens_with_an_empty_password_is_no_lock(algorithm: str) -> None:
    verdict = inspect(locked("", algorithm), "a.pdf")
    assert (verdict.verdict, verdict.codes) == ("accept", ("pdf-restricted",))


@pytest.mark.parametrize("algorithm", LOCKS)
def test_a_scan_is_known_behind_an_empty_password(algorithm: str) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(scan()))
    writer.encrypt("", "owner", algorithm=algorithm)
    assert inspect(written(writer), "a.pdf").codes == ("pdf-scan",)


@pytest.mark.parametrize("algorithm", LOCKS)
def test_a_lock_with_a_password_is_refused(algorithm: str) -> None:
    assert inspect(locked("mật khẩu", algorithm), "a.pdf").codes == ("locked",)


def test_the_cage_opens_a_lock_with_an_empty_password(tmp_path: Path) -> None:
    path = tmp_path / "upload"
    path.write_bytes(locked("", "AES-256"))
    assert admit(path, "a.pdf").accepted


def test_a_workbook_of_one_column_for_every_commune_passes() -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Biểu")
    for number in range(3_321):
        sheet.append([number, f"Xã {number}", *range(40 if FULL else 8)])
    assert inspect(saved(book), "a.xlsx").accepted


class _OneWay(io.RawIOBase):
    """A stream without return: archives written to it carry sizes behind the data."""

    def __init__(self) -> None:
        self.content = b""

    def writable(self) -> bool:
        return True

    def write(self, data) -> int:
        self.content += bytes(data)
        return len(data)


def test_an_archive_with_sizes_behind_the_data_passes() -> None:
    stream = _OneWay()
    with (
        zipfile.ZipFile(io.BytesIO(word_paper())) as source,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            target.writestr(name, source.read(name))
    assert inspect(stream.content, "a.docx").accepted


# Each form is a start of LibreOffice; the forms that are refused have built twins in the corpus.
OFFICE_FORMS = ["docx:Office Open XML Text", *(["pdf", "doc", "odt", "rtf"] if FULL else [])]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what LibreOffice makes of our Word paper."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed; its files are not tried")
    folder = tmp_path_factory.mktemp("office")
    (folder / "paper.docx").write_bytes(word_paper())
    for form in OFFICE_FORMS:
        subprocess.run(
            [program, f"-env:UserInstallation=file://{folder}/profile", "--headless",
             "--convert-to", form, "--outdir", str(folder / "out"), str(folder / "paper.docx")],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
    return folder / "out"


@pytest.mark.parametrize("ending", ["docx", "pdf"] if FULL else ["docx"])
def test_what_libreoffice_saves_is_accepted(office: Path, ending: str) -> None:
    assert admit(office / f"paper.{ending}", f"paper.{ending}").accepted


if FULL:

    @pytest.mark.parametrize(
        ("ending", "code"), [("doc", "old-word"), ("odt", "opendocument"), ("rtf", "rtf")]
    )
    def test_what_must_be_saved_anew_is_refused_with_the_step(
        office: Path, ending: str, code: str
    ) -> None:
        verdict = admit(office / f"paper.{ending}", f"paper.{ending}").verdict
        assert verdict.codes == (code,)
        assert "Lưu thành… .docx" in verdict.sentence
