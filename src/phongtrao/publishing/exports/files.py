"""The files of a paper: kept ones once it is issued, written from the rows before."""

from typing import Any

from django.http import FileResponse

from phongtrao.core import clock, files
from phongtrao.core.vietnamese import fold
from phongtrao.publishing.actions.committee_papers import decision_bytes, notice_bytes
from phongtrao.publishing.actions.composition import memo_bytes, summary_bytes
from phongtrao.publishing.actions.report_files import Looks, report_pdf, report_word
from phongtrao.publishing.dossier import dossier_pdf, dossier_xml
from phongtrao.publishing.models import Paper, WordTemplate
from phongtrao.publishing.queries import Dossier, PaperContents, contents_of
from phongtrao.publishing.queries.committees import CommitteePaper
from phongtrao.publishing.word.kinds import PaperKind
from phongtrao.publishing.word.profiles import profile_on
from phongtrao.publishing.word_templates.starting import FILE_NAME, starting_template


def report_download(paper: Paper, looks: Looks = Looks.OWN) -> FileResponse:
    """The report: the frozen file once issued, rendered from the rows before."""
    if paper.report_file is not None and looks != Looks.SHIPPED:
        return files.attachment(paper.report_file)
    data, _is_own = report_word(paper, looks)
    return files.as_attachment(data, name=_file_name("bao-cao", paper.title), kind="docx")


def report_pdf_download(paper: Paper, looks: Looks = Looks.OWN) -> FileResponse:
    """The same report as PDF. Raises ``NotPrinted`` where LibreOffice does not print it."""
    name = _file_name("bao-cao", paper.title).removesuffix("docx") + "pdf"
    return files.as_attachment(report_pdf(paper, looks), name=name, kind="pdf")


def dossier_pdf_download(dossier: Dossier) -> FileResponse:
    """Everything that belongs to a paper as one PDF."""
    return _dossier_file(dossier, dossier_pdf(dossier), "pdf")


def dossier_xml_download(dossier: Dossier) -> FileResponse:
    """The same as XML, with the hash of every file."""
    return _dossier_file(dossier, dossier_xml(dossier), "xml")


def _dossier_file(dossier: Dossier, data: bytes, kind: str) -> FileResponse:
    name = f"Ho-so-{dossier.paper.heading}.{kind}".replace("/", "-")
    return files.as_attachment(data, name=name, kind=kind)


def summary_download(paper: Paper) -> FileResponse:
    """The summary of the report as it stands."""
    return _fresh(paper, "bao-cao-tom-tat", summary_bytes)


def memo_download(paper: Paper) -> FileResponse:
    """The phiếu trình, likewise."""
    if paper.memo_file is not None:
        return files.attachment(paper.memo_file)
    return _fresh(paper, "phieu-trinh", memo_bytes)


def starting_download() -> FileResponse:
    """The shipped template, in the layout that is in force today."""
    data = starting_template(profile_on(clock.today()))
    return files.as_attachment(data, name=FILE_NAME, kind="docx")


def template_download(template: WordTemplate) -> FileResponse:
    """A version of a body's template."""
    return files.attachment(template.file)


def committee_decision(paper: CommitteePaper) -> FileResponse:
    """The draft of a decision on a committee."""
    name = _file_name("quyet-dinh", paper.composition.body.short_name or "ban-chi-dao")
    return files.as_attachment(decision_bytes(paper), name=name, kind="docx")


def committee_notice(paper: CommitteePaper) -> FileResponse:
    """The draft of the notice to the members of a committee."""
    name = _file_name("thong-bao-phan-cong", paper.composition.body.short_name or "ban-chi-dao")
    return files.as_attachment(notice_bytes(paper), name=name, kind="docx")


def _fresh(paper: Paper, prefix: str, render: Any) -> FileResponse:
    contents: PaperContents = contents_of(paper)
    name = _file_name(prefix, paper.title)
    return files.as_attachment(render(contents), name=name, kind="docx")


def _file_name(prefix: str, title: str) -> str:
    words = fold(title).split()[:10]
    name = "-".join([prefix, *("".join(filter(str.isalnum, word)) for word in words)])
    return f"{name}.docx"


def composed_name(kind: PaperKind, abstract: str) -> str:
    """The name of the file of a paper, without its ending."""
    return _file_name("-".join(fold(kind.title).split()), abstract).removesuffix(".docx")
