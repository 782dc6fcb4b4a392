"""A user guide as PDF by Typst, from the same data as its Word file."""

import io
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import typst
from pypdf import PdfReader

from phongtrao.portal.readers import Guide
from phongtrao.publishing.word.pdf import FACES

# The program holds no text of any guide; what it draws comes in as values.
_TEMPLATE = r"""
#let guide = json(bytes(sys.inputs.guide))
#set document(title: guide.title, author: sys.inputs.product, date: none)
#set page(
  paper: "a4",
  margin: (left: 2.5cm, right: 2cm, y: 2cm),
  footer: context align(center, text(10pt)[Trang #counter(page).display("1/1", both: true)]),
)
#set text(font: sys.inputs.face, size: 12pt, lang: "vi", hyphenate: false)
#set par(leading: 0.6em, spacing: 0.85em)
#set figure(supplement: "Hình", gap: 0.6em)
#set figure.caption(separator: ". ")
#show figure.caption: set text(11pt, style: "italic")
#show heading: it => block(
  above: 1.7em, below: 0.8em, sticky: true, text(15pt, rgb("#6b1410"), it.body),
)
#let words(pieces) = for piece in pieces {
  if piece.mark == "verb" { strong(piece.text) }
  else if piece.mark == "label" { emph(piece.text) }
  else { piece.text }
}
#let steps(task) = for (n, step) in task.steps.enumerate(start: 1) {
  block(sticky: step.pictures.len() > 0, grid(
    columns: (1.7cm, 1fr), strong("Bước " + str(n) + "."), words(step.words),
  ))
  for picture in step.pictures {
    figure(
      image(picture.key + ".png", width: 15.5cm, alt: picture.caption),
      caption: picture.caption,
    )
  }
}
#text(22pt, rgb("#6b1410"), guide.title)
#par[#sys.inputs.product, phiên bản #sys.inputs.version]
#for told in guide.lead { par(words(told)) }
#block(above: 1.5em, strong("Mục lục"))
#outline(title: none)
#for (n, task) in guide.tasks.enumerate(start: 1) {
  if n > 1 { pagebreak() }
  heading(str(n) + ". " + task.title)
  for told in task.lead { par(words(told)) }
  steps(task)
  for told in task.notes { par(words(told)) }
}
"""


def guide_pdf(guide: Guide, pictures: Path, *, product: str, version: str) -> bytes:
    """The PDF of a guide, with an outline; the same text and pictures give the same bytes.

    Raises RuntimeError with a sentence where no face like Times New Roman is installed.
    """
    fonts = typst.Fonts(include_embedded_fonts=False)
    face = next((face for face in FACES if face in fonts.families()), None)
    if face is None:
        raise RuntimeError("Thiếu phông chữ. Hãy cài: apt-get install fonts-liberation2")
    inputs = {
        "guide": json.dumps(asdict(guide), ensure_ascii=False),
        "product": product,
        "version": version,
        "face": face,
    }
    return typst.compile(
        _TEMPLATE.encode(), root=str(pictures), font_paths=fonts, sys_inputs=inputs
    )


def heading_pages(pdf: bytes) -> Sequence[int]:
    """The page, from 1, of each entry of the outline, in order."""
    reader = PdfReader(io.BytesIO(pdf))
    entries = [entry for entry in reader.outline if not isinstance(entry, list)]
    return [(reader.get_destination_page_number(entry) or 0) + 1 for entry in entries]
