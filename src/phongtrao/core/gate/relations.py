"""Content types and relations of a package: what points where, and what may."""

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import unquote

from phongtrao.core.gate.archive import Archive
from phongtrao.core.gate.limits import MIB, GateLimits
from phongtrao.core.gate.verdicts import Refused
from phongtrao.core.gate.xml_scan import XmlScan

MAX_RELATIONS_BYTES = 8 * MIB
_REFUSED_TAILS = {
    "vbaproject": "macro",
    "wordvbadata": "macro",
    "xlmacrosheet": "macro",
    "xlintlmacrosheet": "macro",
    "dialogsheet": "macro",
    "oleobject": "ole",
    "package": "ole",
    "afchunk": "alt-chunk",
    "control": "activex",
    "activexcontrol": "activex",
    "activexcontrolbinary": "activex",
    "webextension": "add-in",
    "webextensiontaskpanes": "add-in",
    "subdocument": "outside-part",
    "frame": "outside-part",
}
# Followed by nobody here: readers do not fetch, and the link is taken out of what is served.
_CUT_TAILS = {
    "image",
    "video",
    "audio",
    "media",
    "externallinkpath",
    "externallinklongpath",
    "externallinkalternates",
    "alternateurls",
    "xlpathmissing",
    "xlexternallinkpath",
    "xlalternatestartup",
    "xlalternateexternallinkpath",
    "xllibrary",
    "xlstartup",
    "mailmergesource",
    "mailmergeheadersource",
    "recipientdata",
    "mailmergerecipientdata",
}
NOWHERE = "about:blank"  # what a cut link points at
_SCHEME = re.compile(r"^\s*(?:[A-Za-z][A-Za-z0-9+.\-]*:|\\\\|//)")
# On this machine: a drive, a path below one slash, a bare name; never ``//host`` or ``\\\\host``.
_LOCAL_TEMPLATE = re.compile(
    r"\s*(?:file:///(?![/\\])|(?:file:)?/?[A-Za-z]:[/\\]|/(?![/\\])|[^:/\\]+$)", re.IGNORECASE
)


@dataclass(frozen=True)
class Relation:
    """One relation; ``target`` is a part's name, or the raw address when ``external``."""

    source: str
    tail: str
    target: str
    external: bool

    def judge(self, source_type: str = "") -> str:
        """The code of a refusal, ``links-cut`` for a link left unfollowed, or nothing.

        ``source_type`` is the content type of the part it leads from: a chart pasted with a link
        keeps the address of its workbook and nothing else.
        """
        if self.external and self.tail == "oleobject" and source_type.endswith("chart+xml"):
            return "links-cut"
        if self.tail in _REFUSED_TAILS:
            return _REFUSED_TAILS[self.tail]
        if not self.external or self.tail == "hyperlink" or self.target == NOWHERE:
            return ""
        if self.tail == "attachedtemplate":
            return "links-cut" if _LOCAL_TEMPLATE.match(self.target) else "remote-template"
        return "links-cut" if self.tail in _CUT_TAILS else "outside-part"


class ContentTypes:
    """The stated type of each part, in lower case."""

    def __init__(self, data: bytes, limits: GateLimits) -> None:
        """Read ``[Content_Types].xml``.  Raises Refused."""
        self._defaults: dict[str, str] = {}
        self._overrides: dict[str, str] = {}
        XmlScan(limits, self._note).run((data,))

    def of(self, name: str) -> str:
        """The type of a part; empty when none is stated."""
        folded = name.lower()
        ending = folded.rpartition(".")[2]
        return self._overrides.get(folded) or self._defaults.get(ending, "")

    def _note(self, name: str, attributes: dict[str, str]) -> None:
        stated = attributes.get("ContentType", "").strip().lower()
        if name == "Default":
            self._defaults[attributes.get("Extension", "").lower()] = stated
        elif name == "Override":
            part = unquote(attributes.get("PartName", "")).lstrip("/").lower()
            self._overrides[part] = stated


def relations_of(archive: Archive, limits: GateLimits) -> list[Relation]:
    """All relations of a package.  Raises Refused."""
    found: list[Relation] = []
    for name, member in archive.members.items():
        folder, _, file = name.rpartition("/")
        if not file.lower().endswith(".rels"):
            continue
        source = posixpath.join(folder.removesuffix("_rels"), file[: -len(".rels")])

        def note(element: str, attributes: dict[str, str], source: str = source) -> None:
            if element == "Relationship":
                found.append(_relation(source, attributes))

        XmlScan(limits, note).run((archive.read(member, MAX_RELATIONS_BYTES),))
    return found


def check_cycles(relations: list[Relation]) -> None:
    """Refuse packages whose parts lead back to themselves: readers would walk for ever."""
    graph: dict[str, list[str]] = {}
    for relation in relations:
        if not relation.external and relation.tail != "hyperlink":
            graph.setdefault(relation.source, []).append(relation.target)
    done: set[str] = set()
    for root in graph:
        _walk(root, graph, done)


def _walk(root: str, graph: dict[str, list[str]], done: set[str]) -> None:
    """Depth first without recursion; a part met again on the way down closes a cycle."""
    path: set[str] = set()
    stack: list[tuple[str, bool]] = [(root, False)]
    while stack:
        node, leaving = stack.pop()
        if leaving:
            path.discard(node)
            done.add(node)
        elif node in path:
            raise Refused("relation-cycle")
        elif node not in done:
            path.add(node)
            stack.append((node, True))
            stack.extend((target, False) for target in graph.get(node, ()))


def is_outside(attributes: dict[str, str]) -> bool:
    """True when a relation leads out of the package, said or unsaid."""
    target = attributes.get("Target", "")
    said = attributes.get("TargetMode", "").lower() == "external"
    return said or (_SCHEME.match(target) is not None and not target.startswith("#"))


def tail_of(attributes: dict[str, str]) -> str:
    """The last word of a relation's type, in lower case."""
    return attributes.get("Type", "").rstrip("/").rpartition("/")[2].lower()


def _relation(source: str, attributes: dict[str, str]) -> Relation:
    target, tail = attributes.get("Target", ""), tail_of(attributes)
    if is_outside(attributes):
        return Relation(source, tail, target, external=True)
    bare = unquote(target.partition("#")[0])
    base = "" if bare.startswith("/") else posixpath.dirname(source)
    path = posixpath.normpath(posixpath.join(base, bare.lstrip("/"))) if bare else source
    if path.startswith(".."):
        raise Refused("zip-path")
    if not bare:
        return Relation(source, "hyperlink", path, external=False)
    return Relation(source, tail, path, external=False)
