"""A report as Word and PDF, in the template of its body or in the shipped layout."""

from enum import Enum

from phongtrao.core import files, uploads
from phongtrao.core.errors import N_, Refused
from phongtrao.core.uploads import WorkshopError
from phongtrao.publishing import queries
from phongtrao.publishing.actions.composition import report_bytes
from phongtrao.publishing.actions.word_templates import own_layout_bytes
from phongtrao.publishing.models import Paper
from phongtrao.publishing.word.pdf import pdf_of

_UNPRINTED = {
    "missing": N_(
        "Máy chủ chưa cài LibreOffice nên chưa tạo được PDF theo mẫu của cơ quan. Tệp Word theo mẫu"
        " vẫn được giữ nguyên và tải được; hãy tải PDF theo mẫu có sẵn, hoặc nhờ người quản trị cài"
        " LibreOffice rồi tải lại."
    ),
    "busy": N_(
        "Máy chủ đang bận chuyển tệp khác nên chưa tạo được PDF theo mẫu của cơ quan. Tệp Word theo"
        " mẫu vẫn được giữ nguyên và tải được; hãy thử lại sau ít phút hoặc tải PDF theo mẫu có"
        " sẵn."
    ),
    "failed": N_(
        "LibreOffice không chuyển được tệp Word theo mẫu của cơ quan thành PDF. Tệp Word vẫn được"
        " giữ nguyên và tải được; hãy mở tệp bằng Word để in PDF, hoặc tải PDF theo mẫu có sẵn."
    ),
}


class Looks(Enum):
    """In what a report is set: as it is in force for whoever asks, or in the shipped layout."""

    OWN = "own"
    SHIPPED = "shipped"


class NotPrinted(Refused):
    """A report in its body's own template did not become a PDF; its Word file is there."""

    def __init__(self, code: str) -> None:
        """`code` is the one of the workshop."""
        super().__init__(_UNPRINTED.get(code, _UNPRINTED["failed"]), code=f"unprinted.{code}")


def report_word(paper: Paper, looks: Looks) -> tuple[bytes, bool]:
    """The report as .docx, and whether it is set in its body's own template.

    The frozen file once issued. Raises ``Refused`` where the template can not be filled.
    """
    if looks == Looks.SHIPPED:
        return report_bytes(queries.contents_of(paper)), False
    if paper.report_file is not None:
        return files.read(paper.report_file), paper.word_template_id is not None
    template = queries.template_in_use(paper)
    contents = queries.contents_of(paper)
    if template is None:
        return report_bytes(contents), False
    return own_layout_bytes(contents, template), True


def report_pdf(paper: Paper, looks: Looks) -> bytes:
    """The same Word file as PDF: by LibreOffice in its body's template, by Typst in the shipped.

    Raises ``NotPrinted``, and ``Refused`` as `report_word` and `pdf_of` do.
    """
    word, is_own = report_word(paper, looks)
    return own_layout_pdf(word) if is_own else pdf_of(word, title=paper.title)


def own_layout_pdf(word: bytes) -> bytes:
    """A Word file made from a body's template as PDF. Raises ``NotPrinted``."""
    try:
        return uploads.printed(word)
    except WorkshopError as error:
        raise NotPrinted(error.code) from error
