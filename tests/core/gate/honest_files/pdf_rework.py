"""PDFs that went through further programs: packed, merged, split, locked, saved in steps."""

import io
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pypdf

from tests.core.gate.honest_files import pdf_libraries as made
from tests.core.gate.honest_files.kind import Builder, kinds
from tests.core.gate.honest_files.prose import Prose

Step = Callable[[pikepdf.Pdf, int], None]
_BY_ID = {kind.id: kind.build for kind in made.ALL}
text = _BY_ID["pdf-fpdf-outline"]
short = _BY_ID["pdf-canvas-text"]
typeset = _BY_ID["pdf-typst-outline"]


def _pikepdf(step: Step | None = None, source: Builder = text, **options: Any) -> Builder:
    def build(seed: int) -> bytes:
        with pikepdf.open(io.BytesIO(source(seed))) as paper:
            if step:
                step(paper, seed)
            buffer = io.BytesIO()
            fixed = {} if "encryption" in options else {"deterministic_id": True}
            paper.save(buffer, **fixed, **options)
            return buffer.getvalue()

    return build


def merged(paper: pikepdf.Pdf, seed: int) -> None:
    for builder in (typeset, short):
        with pikepdf.open(io.BytesIO(builder(seed))) as other:
            paper.pages.extend(other.pages)


def labels(paper: pikepdf.Pdf, _seed: int) -> None:
    rows = pikepdf.Array([0, pikepdf.Dictionary(S=pikepdf.Name.r), 2,
                          pikepdf.Dictionary(S=pikepdf.Name.D, P="PL-")])  # fmt: skip
    paper.Root.PageLabels = pikepdf.Dictionary(Nums=rows)


def layers(paper: pikepdf.Pdf, _seed: int) -> None:
    group = paper.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="Dấu nước"))
    order = pikepdf.Dictionary(Order=pikepdf.Array([group]), ON=pikepdf.Array([group]))
    paper.Root.OCProperties = pikepdf.Dictionary(OCGs=pikepdf.Array([group]), D=order)


def portfolio(paper: pikepdf.Pdf, _seed: int) -> None:
    """A collection that holds nothing yet."""
    paper.Root.Collection = pikepdf.Dictionary(Type=pikepdf.Name.Collection, View=pikepdf.Name.D)
    paper.Root.Names = pikepdf.Dictionary(EmbeddedFiles=pikepdf.Dictionary(Names=pikepdf.Array()))


def notes(paper: pikepdf.Pdf, seed: int) -> None:
    """Notes, marks and stamps of a reader."""
    page = paper.pages[0]
    made_notes = [
        pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name("/" + kind),
                           Rect=[50, 50 + 20 * n, 90, 65 + 20 * n],
                           Contents=Prose(seed, kind).sentence())
        for n, kind in enumerate(("Text", "Highlight", "FreeText", "Stamp", "Ink", "Square"))
    ]  # fmt: skip
    page.Annots = paper.make_indirect(pikepdf.Array(map(paper.make_indirect, made_notes)))


def field_form(paper: pikepdf.Pdf, _seed: int) -> None:
    """A form with fields that no program of the file fills."""
    page = paper.pages[0]
    parent = paper.make_indirect(pikepdf.Dictionary(FT=pikepdf.Name.Tx, T="phan1", Kids=[]))
    child = paper.make_indirect(pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, Rect=[50, 50, 200, 70], T="so",
        V="12", Parent=parent, P=page.obj))  # fmt: skip
    parent.Kids.append(child)
    page.Annots = pikepdf.Array([child])
    paper.Root.AcroForm = pikepdf.Dictionary(Fields=[parent], NeedAppearances=True)


def actions(paper: pikepdf.Pdf, _seed: int) -> None:
    """Opens at its second page; links to a web page, to another paper, to the next page."""
    page = paper.pages[0]
    paper.Root.OpenAction = pikepdf.Array([paper.pages[1].obj, pikepdf.Name.Fit])
    steps = (pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://quochoi.vn/?JS=1"),
             pikepdf.Dictionary(S=pikepdf.Name.GoToR, F="Phu luc.pdf", D=[0, pikepdf.Name.Fit]),
             pikepdf.Dictionary(S=pikepdf.Name.Named, N=pikepdf.Name.NextPage))  # fmt: skip
    page.Annots = pikepdf.Array([
        pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, A=step,
                           Rect=[10, 10, 60, 30]) for step in steps
    ])  # fmt: skip


def packed_bytes(paper: pikepdf.Pdf, seed: int) -> None:
    """Bytes of a picture that read like names, in a stream left as it is."""
    chance = Prose(seed, "bytes").chance
    noise = b" /JS /JavaScript (x) << /Launch ".join(chance.randbytes(90) for _ in range(40))
    stream = paper.make_stream(noise[:2_304].ljust(2_304, b"\0"))
    stream.Type, stream.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    stream.Width, stream.Height, stream.BitsPerComponent = 48, 48, 8
    stream.ColorSpace = pikepdf.Name.DeviceGray
    paper.pages[0].Resources.XObject = pikepdf.Dictionary(I=stream)


def deep_pages(paper: pikepdf.Pdf, _seed: int) -> None:
    """A balanced tree of pages, as programs for large papers write it."""
    leaves = [page.obj for page in paper.pages]
    level: list[Any] = leaves
    while len(level) > 1:
        level = [_branch(paper, level[at : at + 2]) for at in range(0, len(level), 2)]
    paper.Root.Pages = level[0]


def _branch(paper: pikepdf.Pdf, kids: list[Any]) -> Any:
    count = sum(int(kid.get("/Count", 1)) for kid in kids)
    branch = paper.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.Pages, Kids=kids, Count=count)
    )
    for kid in kids:
        kid.Parent = branch
    return branch


def in_steps(seed: int) -> bytes:
    """Saved in steps by a reader: notes added at the end of the file, each time a new table."""
    content = short(seed)
    for step in range(2 + seed % 4):
        writer = pypdf.PdfWriter(io.BytesIO(content), incremental=True)
        writer.add_metadata({"/Subject": f"Bước {step}", "/CreationDate": "D:20260302073000Z"})
        buffer = io.BytesIO()
        writer.write(buffer)
        content = buffer.getvalue()
    return content


def steps_on_packed(seed: int) -> bytes:
    """A step added to a file whose own objects are packed."""
    packed = _pikepdf(object_stream_mode=pikepdf.ObjectStreamMode.generate)(seed)
    writer = pypdf.PdfWriter(io.BytesIO(packed), incremental=True)
    writer.pages[0].rotate(90)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def pypdf_stamped(seed: int) -> bytes:
    """A page laid over another, as stamping programs do."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(text(seed)))
    stamp = pypdf.PdfReader(io.BytesIO(short(seed))).pages[0]
    for page in writer.pages:
        page.merge_page(stamp)
        page.compress_content_streams()
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _poppler(*names: str) -> Builder:
    """pdfunite of two papers, or pdfseparate of one."""

    def build(seed: int) -> bytes:
        with tempfile.TemporaryDirectory() as folder:
            first, second = Path(folder, "a.pdf"), Path(folder, "b.pdf")
            first.write_bytes(text(seed))
            second.write_bytes(typeset(seed))
            target = Path(folder, "c.pdf")
            command = ["pdfunite", first, second, target]
            if "pdfseparate" in names:
                command = ["pdfseparate", "-f", "2", "-l", "2", first, target]
            if "pdftocairo" in names:
                command = ["pdftocairo", "-pdf", first, target]
            subprocess.run(command, check=True, capture_output=True, timeout=60)
            return target.read_bytes()

    return build


_STREAMS = pikepdf.ObjectStreamMode
_OPEN = {"owner": "chu so huu", "user": ""}
ALL = kinds("pikepdf (qpdf)", "pdf", [
    (f"qpdf-{s.__name__.replace('_', '-')}", _pikepdf(s))
    for s in (merged, labels, layers, portfolio, notes, field_form, actions, packed_bytes,
              deep_pages)
] + [
    ("qpdf-linearised", _pikepdf(linearize=True)),
    ("qpdf-linearised-packed", _pikepdf(linearize=True, object_stream_mode=_STREAMS.generate)),
    ("qpdf-object-streams", _pikepdf(object_stream_mode=_STREAMS.generate)),
    ("qpdf-no-object-streams", _pikepdf(source=typeset, object_stream_mode=_STREAMS.disable)),
    ("qpdf-unpacked", _pikepdf(compress_streams=False,
                               stream_decode_level=pikepdf.StreamDecodeLevel.generalized)),
    ("qpdf-repacked", _pikepdf(recompress_flate=True)), ("qpdf-qdf", _pikepdf(qdf=True)),
    ("qpdf-2-0", _pikepdf(min_version="2.0")),
    *((f"qpdf-restricted-{r}", _pikepdf(encryption=pikepdf.Encryption(
        R=r, aes=r > 3, metadata=r > 3, **_OPEN))) for r in (2, 3, 4, 6)),
    ("qpdf-restricted-packed", _pikepdf(encryption=pikepdf.Encryption(
        R=6, allow=pikepdf.Permissions(extract=False), **_OPEN),
        object_stream_mode=_STREAMS.generate)),
])  # fmt: skip
ALL += kinds("pypdf", "pdf", [("pypdf-in-steps", in_steps), ("pypdf-steps-on-packed",
             steps_on_packed), ("pypdf-stamped", pypdf_stamped)])  # fmt: skip
if shutil.which("pdfunite"):
    ALL += kinds("poppler", "pdf", [(name, _poppler(name)) for name in
                                    ("pdfunite", "pdfseparate", "pdftocairo")])  # fmt: skip
