"""An extraction as the JSON record of SCHEMA.md."""

from typing import Any

from phongtrao.intake.extraction.canon import Span
from phongtrao.intake.extraction.records import (
    BodyMention,
    Extraction,
    Made,
    Metadata,
    Reference,
    Requirement,
    Value,
)

Json = dict[str, Any]


def extraction_as_json(extraction: Extraction) -> Json:
    """The schema's record; every record also carries ``rule`` and ``certainty``."""
    return _Writer(extraction.text).whole(extraction)


class _Writer:
    def __init__(self, text: str) -> None:
        self.text = text

    def span(self, span: Span | None) -> Json:
        if span is None:
            return {"start": None, "end": None, "quote": None}
        quote = self.text[span.start : span.end]
        return {"start": span.start, "end": span.end, "quote": quote}

    def maybe(self, span: Span | None) -> Json | None:
        return self.span(span) if span else None

    def made(self, made: Made) -> Json:
        return {"rule": made.rule, "certainty": made.certainty}

    def value(self, value: Value | None) -> Json | None:
        if value is None:
            return None
        return self.span(value.span) | {"value": value.value} | self.made(value.made)

    def body(self, body: BodyMention) -> Json:
        record = self.span(body.span) | {"org_id": body.org_id or None}
        if body.role:
            record["role"] = body.role
        return record

    def led(self, body: BodyMention) -> Json:
        return self.body(body) | {"inherited": body.inherited}

    def whole(self, x: Extraction) -> Json:
        return {
            "doc_id": x.doc_id,
            "kind": x.kind,
            "text_sha256": x.text_sha256,
            "metadata": self.metadata(x.metadata),
            "references": [self.reference(r, n) for n, r in enumerate(x.references, 1)],
            "tasks": [self.requirement(r, n) for n, r in enumerate(x.requirements, 1)],
            "organisations": [
                self.body(b)
                | ({"org_id_current": b.current_id} if b.current_id else {})
                | {"rule": "B01" if b.sure else "B02"}
                | {"certainty": "certain" if b.sure else "check"}
                for b in x.bodies
            ],
            "events": [
                self.span(e.span)
                | {"id": f"e{n}", "kind": e.kind, "date": e.date, "place": e.place}
                | self.made(e.made)
                for n, e in enumerate(x.events, 1)
            ],
            "figures": [
                self.span(f.span)
                | {"id": f"f{n}", "value": f.value, "unit": f.unit, "subject": f.subject}
                | {"period": f.period, "qualifier": f.qualifier}
                | self.made(f.made)
                for n, f in enumerate(x.figures, 1)
            ],
        }

    def metadata(self, m: Metadata) -> Json:
        title = self.value(m.title)
        if title:
            title.pop("value")
        return {
            "doc_type": self.value(m.doc_type),
            "number": self.value(m.number),
            "date": self.value(m.date),
            "title": title,
            "issuers": [self.body(b) for b in m.issuers],
            "signers": [
                {"name": self.span(s.name), "title": self.maybe(s.title)}
                | {"authority": s.authority, "org_id": s.org_id}
                | self.made(s.made)
                for s in m.signers
            ],
            "speakers": [
                {"name": self.span(s.name), "title": self.maybe(s.title)} | self.made(s.made)
                for s in m.speakers
            ],
        }

    def reference(self, r: Reference, n: int) -> Json:
        return (
            self.span(r.span)
            | {"id": f"r{n}", "doc_type": r.doc_type, "number": r.number, "date": r.date}
            | {"issuers": list(r.issuers), "name": self.maybe(r.name)}
            | self.made(r.made)
        )

    def requirement(self, t: Requirement, n: int) -> Json:
        deadline = t.deadline
        return {
            "id": f"t{n}",
            "action": self.span(t.action),
            "sentence": self.span(t.sentence),
            "lead": [self.led(b) for b in t.lead],
            "coord": [self.led(b) for b in t.coord],
            "deadline": self.span(deadline.span)
            | {"norm": deadline.norm}
            | self.made(deadline.made)
            if deadline
            else None,
        } | self.made(t.made)
