"""The dossier as XML; the schema is `data/dossier.xsd`, explained in docs/reference."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from xml.etree import ElementTree as Tree

from django.utils import timezone

from phongtrao.core import clock
from phongtrao.core.models import StoredFile
from phongtrao.publishing.models import PaperDelivery, PaperStep
from phongtrao.publishing.queries import Dossier, Item

NAMESPACE = "urn:phongtrao:paper-dossier:1"


def dossier_xml(dossier: Dossier) -> bytes:
    """The whole dossier: head of the paper, contents list, every part with its words and hashes."""
    root = Tree.Element("dossier", {"xmlns": NAMESPACE, "made": clock.now().isoformat()})
    _paper(root, dossier)
    items = Tree.SubElement(root, "items", {"count": str(len(dossier.items))})
    for item in dossier.items:
        _item(items, item)
    Tree.indent(root)
    return Tree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _paper(root: Tree.Element, dossier: Dossier) -> None:
    paper = dossier.paper
    node = Tree.SubElement(root, "paper", {"state": paper.state})
    for name, value in (
        ("number", paper.heading),
        ("issued", paper.issued_on),
        ("type", paper.get_kind_display()),
        ("subject", paper.title),
        ("issuer", paper.issuer),
        ("place", paper.place),
        ("signer", paper.signer_name),
        ("signer-office", paper.signer_office),
    ):
        _text(node, name, value)


def _item(items: Tree.Element, item: Item) -> None:
    node = Tree.SubElement(items, "item", {"n": str(item.n), "part": item.part.value})
    for name, value in (
        ("number", item.number),
        ("date", item.on),
        ("title", item.title),
        ("author", item.author),
        ("text", item.text),
    ):
        _text(node, name, value)
    if item.version is not None:
        _version(node, item.version.content)
    if item.step is not None:
        _step(node, item.step)
    if item.delivery is not None:
        _delivery(node, item.delivery)
    if item.file is not None:
        _file(node, item.file)


def _version(node: Tree.Element, content: Mapping[str, Any]) -> None:
    version = Tree.SubElement(node, "version")
    for name, value in content["head"].items():
        if value:
            _text(version, "field", value, name=name)
    for section in content["sections"]:
        part = Tree.SubElement(version, "section", {"title": _clean(section["title"])})
        for line in section["lines"]:
            _text(part, "line", line)
    for row in content["figures"]:
        _text(
            version,
            "figure",
            row["name"],
            code=row["code"],
            unit=row["unit"],
            value=row["value"] or "",
            reported=str(row["n"]),
            of=str(row["of"]),
        )


def _step(node: Tree.Element, step: PaperStep) -> None:
    values = {"kind": step.kind, "form": step.form, "recorded": _moment(step.at)}
    if step.version is not None:
        values["version"] = str(step.version.n)
    _text(node, "step", step.author, **values)


def _delivery(node: Tree.Element, delivery: PaperDelivery) -> None:
    sent = Tree.SubElement(node, "delivery", {"form": delivery.form, "state": delivery.state})
    _text(sent, "body", delivery.body.name)
    if delivery.received_on is not None and delivery.received_at is not None:
        _text(
            sent,
            "receipt",
            delivery.receiver,
            date=delivery.received_on.isoformat(),
            recorded=_moment(delivery.received_at),
            form=delivery.receipt_form,
            arrival=delivery.arrival_number,
        )
    if delivery.disposed_on is not None and delivery.disposed_at is not None:
        values = {
            "kind": delivery.disposal,
            "date": delivery.disposed_on.isoformat(),
            "recorded": _moment(delivery.disposed_at),
            "form": delivery.disposal_form,
        }
        gone = Tree.SubElement(sent, "disposal", values)
        _text(gone, "by", delivery.disposer)
        if delivery.disposal_copy is not None:
            _file(gone, delivery.disposal_copy)


def _file(node: Tree.Element, stored: StoredFile) -> None:
    values = {
        "name": stored.name,
        "kind": stored.kind,
        "size": str(stored.size),
        "sha256": stored.sha256,
    }
    Tree.SubElement(node, "file", {name: _clean(text) for name, text in values.items()})


def _text(parent: Tree.Element, tag: str, words: Any, /, **attributes: str) -> None:
    cleaned = {name: _clean(text) for name, text in attributes.items()}
    node = Tree.SubElement(parent, tag, cleaned)
    node.text = words.isoformat() if isinstance(words, date) else _clean(str(words))


def _clean(text: str) -> str:
    """Without the characters that XML 1.0 has no way to write."""
    return "".join(
        c
        for c in text
        if c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff"
    )


def _moment(at: Any) -> str:
    return timezone.localtime(at, clock.VIETNAM).isoformat(timespec="seconds")
