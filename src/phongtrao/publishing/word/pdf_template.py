"""The Typst program that draws the values of `read_back`; it holds no text of any paper.

A line of Word is as high as the face says (1.149 of the size for Times-like faces) times its
multiple; Typst is told the edges of the letters and gets the rest as leading.
"""

TEMPLATE = r"""
#let paper = json(bytes(sys.inputs.paper))
#let faces = json(bytes(sys.inputs.faces))
#let ascent = 0.891
#let descent = 0.216
#let single = 1.149

#let aligned = (left: left, center: center, right: right, both: left)
#let letters(r) = text(
  size: r.size * 1pt,
  weight: if r.bold { "bold" } else { "regular" },
  style: if r.italic { "italic" } else { "normal" },
  fill: rgb("#" + r.colour),
  if r.underlined { underline(r.text) } else { r.text },
)
#let inked(edge) = stroke(
  paint: rgb("#" + edge.colour),
  thickness: edge.width * 1pt,
  dash: if edge.dotted { "dotted" } else { "solid" },
)

#let size-of(p) = if p.runs.len() > 0 { p.runs.first().size } else { p.letters.size }
#let lead-of(p) = (p.shape.line * single - ascent - descent) * size-of(p) * 1pt
#let empty(p) = hide(text(size: size-of(p) * 1pt, "x"))
#let words(p) = {
  let s = p.shape
  let hanging = calc.max(0, -s.first) * 1pt
  set par(
    justify: s.align == "both",
    leading: lead-of(p),
    spacing: 0pt,
    first-line-indent: (amount: calc.max(0, s.first) * 1pt, all: true),
    hanging-indent: hanging,
  )
  set align(aligned.at(s.align))
  let inner = if p.runs.len() > 0 { p.runs.map(letters).join() } else { empty(p) }
  pad(left: s.left * 1pt - hanging, right: s.right * 1pt, par(inner))
}
#let tall(p) = block(
  width: 100%,
  height: p.shape.exact * 1pt,
  above: 0pt,
  below: 0pt,
  if "top" in p.edges {
    pad(
      left: p.shape.left * 1pt,
      right: p.shape.right * 1pt,
      line(length: 100%, stroke: inked(p.edges.top)),
    )
  } else if "bottom" in p.edges {
    place(bottom, line(length: 100%, stroke: inked(p.edges.bottom)))
  },
)
#let boxed(p) = pad(
  left: p.shape.left * 1pt,
  right: p.shape.right * 1pt,
  block(
    width: 100%,
    stroke: inked(p.edges.top),
    inset: (y: 2pt),
    words(p + (shape: p.shape + (left: 0, right: 0))),
  ),
)
#let body-of(p) = {
  if p.shape.exact > 0 { tall(p) } else if "left" in p.edges { boxed(p) } else { words(p) }
}
// A cell of a table of figures: most are one short paragraph, and there are a thousand of them.
#let is-short(c) = c.blocks.len() == 1 and c.blocks.first().kind == "p" and (
  c.blocks.first().shape.align != "both" and c.blocks.first().shape.exact == 0
)
#let short(p) = {
  let inner = if p.runs.len() > 0 { p.runs.map(letters).join() } else { empty(p) }
  if p.shape.left > 0 { pad(left: p.shape.left * 1pt, inner) } else { inner }
}

#let table-of(t, draw) = {
  let cells(rows) = rows.map(r => r.cells.map(c => {
    let across = if is-short(c) { aligned.at(c.blocks.first().shape.align) } else { left }
    table.cell(
      x: c.column,
      colspan: c.span,
      rowspan: c.down,
      breakable: not r.whole,
      align: across + if c.middle { horizon } else { top },
      if is-short(c) { short(c.blocks.first()) } else { draw(c.blocks) },
    )
  })).flatten()
  set par(leading: (single - ascent - descent) * 12pt, spacing: 0pt, justify: false)
  let head = t.rows.slice(0, t.heads)
  table(
    columns: t.widths.map(w => w * 1pt),
    stroke: if t.ruled { 0.5pt + black } else { none },
    inset: if t.ruled { (x: t.padding * 1pt, y: 1pt) } else { 0pt },
    ..if head.len() > 0 { (table.header(..cells(head)),) },
    ..cells(t.rows.slice(t.heads)),
  )
}

#let draw(blocks) = {
  let after = 0
  for (place, b) in blocks.enumerate() {
    if b.kind == "p" {
      let above = if place == 0 { b.shape.before } else { calc.max(after, 0) + b.shape.before }
      // The lead below its last line is the paragraph's own in Word.
      let own = if b.shape.exact > 0 { 0pt } else { lead-of(b) }
      if place == 0 and above > 0 { v(above * 1pt) }
      block(
        width: 100%,
        above: above * 1pt + own,
        below: 0pt,
        sticky: b.shape.keep,
        body-of(b),
      )
      after = b.shape.after
    } else {
      block(
        width: 100%,
        above: after * 1pt,
        below: 0pt,
        breakable: not b.whole,
        align(center, table-of(b, draw)),
      )
      after = 0
    }
  }
}

#let header-of(s) = context {
  let number = counter(page).get().first()
  let parts = if number == 1 { s.first } else { s.later }
  for p in parts {
    if "frame" in p {
      let mark = box(stroke: inked(p.edges.top), inset: 2pt, letters(p.runs.first()))
      place(top + right, dy: p.frame * 1pt - 12pt, mark)
    } else if p.page {
      place(top + center, dy: s.header * 1pt, text(size: p.letters.size * 1pt, str(number)))
    }
  }
}

#set document(title: paper.title, date: none)
#set text(
  font: faces,
  fallback: false,
  lang: "vi",
  hyphenate: false,
  top-edge: ascent * 1em,
  bottom-edge: -descent * 1em,
)
#for (place, s) in paper.sections.enumerate() {
  set page(
    width: s.width * 1pt,
    height: s.height * 1pt,
    margin: (top: s.top * 1pt, bottom: s.bottom * 1pt, left: s.left * 1pt, right: s.right * 1pt),
    header-ascent: 0pt,
    header: block(height: s.top * 1pt, width: 100%, header-of(s)),
  )
  draw(s.blocks)
  // The header stands before the text of its page: the next page counts on from here.
  if place + 1 < paper.sections.len() and paper.sections.at(place + 1).restart {
    counter(page).update(0)
  }
}
"""
