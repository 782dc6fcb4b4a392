"""Build docs/ and gold/ of the held-out set from source/*.txt (standard library only).

A source file is the document with inline marks ``{TAG ARGS^text}`` (nestable).  The
first lines up to ``---`` are settings: ``kind``, ``wrap`` (hard-wrap column; a space
becomes a newline, so lengths stay), ``disk`` (any of ``nfd crlf bom``).

Tags (``t 1`` may be written ``t1``): o ID [flags] (organisation; flags L1,3-5 lead of tasks, C1 coord, I issuer,
P parent issuer) | M:field VALUE | N k (signer name) | S k AUTH ORG (signer title)
| K k, k k (speaker name, title) | r NUMBER TYPE DATE ISSUERS | n (name in a reference)
| t n (sentence = action) | s n (sentence) | a n (action) | d n NORM (deadline)
| e KIND DATE PLACE | f VALUE UNIT PERIOD QUALIFIER SUBJECT.  ``-`` = null, ``_`` = space,
a tag starting with ``?`` = optional record.
"""

import hashlib
import json
import re
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent
REGISTRY = json.loads(Path("/work/shared/intake/registry.json").read_text(encoding="utf-8"))
PROVINCES, CENTRAL = REGISTRY["provinces"], REGISTRY["central"]
LOCAL, GROUPS = REGISTRY["local_types"], REGISTRY["groups"]


def canon(text):
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text)


def numbers(spec):
    out = []
    for part in spec.split(","):
        a, _, b = part.partition("-")
        out += range(int(a), int(b or a) + 1)
    return out


def parse(markup):
    text, marks, stack, i = [], [], [], 0
    length = 0
    while i < len(markup):
        c = markup[i]
        if c == "{":
            j = markup.index("^", i)
            words = re.sub(r"^(\??[tsadNSKk])(\d)", r"\1 \2", markup[i + 1 : j]).split()
            stack.append((words, length))
            i = j + 1
            continue
        if c == "}":
            args, start = stack.pop()
            marks.append((args, start, length))
        else:
            text.append(c)
            length += 1
        i += 1
    assert not stack, stack
    marks.sort(key=lambda m: (m[1], -m[2]))
    return "".join(text), marks


def wrap(text, width):
    out = []
    for line in text.split("\n"):
        while len(line) > width and " " in line[1 : width + 1]:
            cut = line.rindex(" ", 1, width + 1)
            if not line[:cut].strip():
                break
            out.append(line[:cut])
            line = line[cut + 1 :]
        out.append(line)
    return "\n".join(out)


def null(value):
    return None if value == "-" else value.replace("_", " ")


def check_org(oid):
    if oid.startswith("grp:"):
        assert oid.split("@")[0] in GROUPS, oid
    elif "@" in oid:
        kind, place = oid.split("@")
        assert kind in LOCAL, oid
        assert place.split("/")[0] in PROVINCES, oid
    else:
        assert oid in CENTRAL, oid


def current(oid):
    if oid.startswith("grp:"):
        return None
    if "@" not in oid:
        return CENTRAL[oid].get("successor")
    kind, place = oid.split("@")
    province, _, unit = place.partition("/")
    kind2 = LOCAL[kind].get("successor_type") or kind
    province2 = PROVINCES[province].get("successor") or province
    new = f"{kind2}@{province2}" + (f"/{unit}" if unit else "")
    return new if new != oid else None


NORM = re.compile(
    r"BY:\d{4}(-\d\d(-\d\d)?|-Q[1-4]|-H[12])?|FROM:[\d-]+/[\d-]+"
    r"|EVERY:P\d+[DWMY](@[\d-]+)?|REL:P\d+W?D|REL:(this_week|next_week|today|now|end_of_month"
    r"|next_meeting|school_year_start|before_event|annual_budget)|ONGOING|ON_REQUEST"
)


def build(path):
    head, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    conf = dict(line.split(": ", 1) for line in head.split("\n"))
    text, marks = parse(unicodedata.normalize("NFC", body.rstrip("\n") + "\n"))
    if "wrap" in conf:
        before = len(text)
        text = wrap(text, int(conf["wrap"]))
        assert len(text) == before
    assert canon(text) == text, path.name
    year = {}

    def span(a, b):
        return {"start": a, "end": b, "quote": text[a:b]}

    meta = {
        "doc_type": None, "number": None, "date": None, "issuers": [],
        "title": None, "signers": [], "speakers": [],
    }  # fmt: skip
    refs, orgs, events, figures = [], [], [], []
    tasks, signers, speakers, dead = {}, {}, {}, {}
    bodies = []
    for args, a, b in marks:
        tag, optional = args[0].lstrip("?"), args[0].startswith("?")
        item = span(a, b)
        assert item["quote"] == item["quote"].strip(), (path.name, item)
        extra = {"optional": True} if optional else {}
        if tag == "o":
            oid, flags = args[1], args[2:]
            check_org(oid)
            record = item | {"org_id": oid}
            if current(oid):
                record["org_id_current"] = current(oid)
            orgs.append(record | extra)
            for flag in flags:
                if flag == "I":
                    meta["issuers"].append(item | {"org_id": oid})
                elif flag == "P":
                    meta["issuers"].append(
                        item | {"org_id": oid, "role": "parent", "optional": True}
                    )
                else:
                    for n in numbers(flag[1:]):
                        bodies.append((flag[0], n, item, oid))
        elif tag.startswith("M:"):
            field = tag[2:]
            meta[field] = item if field == "title" else item | {"value": args[1]} | extra
        elif tag == "N":
            signers.setdefault(int(args[1]), {})["name"] = item
        elif tag == "S":
            signers.setdefault(int(args[1]), {}).update(
                title=item, authority=null(args[2]), org_id=null(args[3])
            )
            if args[3] != "-":
                check_org(args[3])
        elif tag == "K":
            speakers.setdefault(int(args[1]), {})["name"] = item
        elif tag == "k":
            speakers.setdefault(int(args[1]), {})["title"] = item
        elif tag == "r":
            issuers = [] if args[4] == "-" else args[4].split(",")
            for oid in issuers:
                check_org(oid)
            refs.append(
                item
                | {"id": f"R{len(refs) + 1}", "doc_type": null(args[2]), "number": null(args[1]),
                   "date": null(args[3]), "issuers": issuers, "name": None}
                | extra
            )  # fmt: skip
        elif tag == "n":
            refs[-1]["name"] = item
        elif tag in ("t", "s", "a"):
            for n in numbers(args[1]):
                task = tasks.setdefault(n, {})
                if tag in ("t", "s"):
                    task["sentence"] = item
                if tag in ("t", "a"):
                    task["action"] = item
                if optional:
                    task["optional"] = True
        elif tag == "d":
            for part in args[2].split(";"):
                assert NORM.fullmatch(part), part
            for n in numbers(args[1]):
                if n in dead:  # a second part of the same deadline
                    dead[n]["norm"] += ";" + args[2]
                else:
                    dead[n] = item | {"norm": args[2]}
        elif tag == "e":
            events.append(
                item
                | {"id": f"E{len(events) + 1}", "kind": args[1], "date": null(args[2]),
                   "place": null(args[3])}
                | extra
            )  # fmt: skip
        elif tag == "f":
            figures.append(
                item
                | {"id": f"F{len(figures) + 1}", "value": float(args[1]), "unit": null(args[2]),
                   "subject": null(args[5]) if len(args) > 5 else None,
                   "period": null(args[3]), "qualifier": null(args[4])}
                | extra
            )  # fmt: skip
            value = figures[-1]["value"]
            figures[-1]["value"] = int(value) if value.is_integer() else value
        else:
            raise ValueError((path.name, args))
    if meta["doc_type"] is None:
        meta["doc_type"] = {
            "start": None, "end": None, "quote": None, "value": conf["doc_type"],
        }  # fmt: skip
    for s in signers.values():
        meta["signers"].append(
            {"name": s["name"], "title": s.get("title"), "authority": s.get("authority"),
             "org_id": s.get("org_id")}
        )  # fmt: skip
    for s in speakers.values():
        meta["speakers"].append({"name": s["name"], "title": s.get("title")})
    out = []
    assert sorted(tasks) == list(range(1, len(tasks) + 1)), (path.name, sorted(tasks))
    for n in sorted(tasks):
        t = tasks[n]
        sentence, action = t["sentence"], t["action"]
        assert sentence["start"] <= action["start"] <= action["end"] <= sentence["end"], t
        task = {"id": f"T{n}", "action": action, "lead": [], "coord": [],
                "deadline": dead.pop(n, None), "sentence": sentence}  # fmt: skip
        for role, m, item, oid in bodies:
            if m == n:
                inside = sentence["start"] <= item["start"] and item["end"] <= sentence["end"]
                task["lead" if role == "L" else "coord"].append(
                    item | {"org_id": oid, "inherited": not inside}
                )
        assert task["lead"], (path.name, n, action["quote"])
        if t.get("optional"):
            task["optional"] = True
        out.append(task)
    assert not dead, (path.name, dead)
    assert not [m for _, m, _, _ in bodies if m not in tasks], path.name
    doc_date = (meta["date"] or {}).get("value") or ""
    for o in orgs:  # province valid at the date of the document
        match = re.search(r"@([a-z-]+)", o["org_id"])
        end = match and PROVINCES[match.group(1)]["valid_to"]
        if end and doc_date[:7] > end[:7] and o["org_id"] not in conf.get("old_ok", ""):
            raise ValueError((path.name, o))
    gold = {
        "doc_id": path.stem, "kind": conf["kind"],
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(), "metadata": meta,
        "references": refs, "tasks": out, "organisations": orgs, "events": events,
        "figures": figures,
    }  # fmt: skip
    disk = conf.get("disk", "")
    raw = unicodedata.normalize("NFD", text) if "nfd" in disk else text
    raw = raw.replace("\n", "\r\n") if "crlf" in disk else raw
    raw = "\ufeff" + raw if "bom" in disk else raw
    (HERE / "docs" / f"{path.stem}.txt").write_bytes(raw.encode())
    (HERE / "gold" / f"{path.stem}.json").write_text(
        json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    year.update(len=len(text), tasks=len(out), refs=len(refs), orgs=len(orgs),
                events=len(events), figures=len(figures))  # fmt: skip
    return year


def spans(node):
    if isinstance(node, dict):
        if node.get("start") is not None:
            yield node
        for child in node.values():
            yield from spans(child)
    elif isinstance(node, list):
        for child in node:
            yield from spans(child)


def verify():
    """Read docs and gold back; find every quote again by its occurrence in canon(text)."""
    count = 0
    for path in sorted((HERE / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        raw = (HERE / "docs" / f"{path.stem}.txt").read_bytes().decode("utf-8")
        text = canon(raw)
        assert hashlib.sha256(text.encode()).hexdigest() == gold["text_sha256"], path
        for s in spans(gold):
            starts = [m.start() for m in re.finditer(f"(?={re.escape(s['quote'])})", text)]
            occurrence = starts.index(s["start"])
            assert text[starts[occurrence] : s["end"]] == s["quote"], (path, s)
            count += 1
    print("verified spans:", count)


def missing():
    """List names that look like bodies and lie in no organisation span (to read by eye)."""
    pattern = re.compile(
        r"(Công an|UBND|Ủy ban|Uỷ ban|MTTQ|Mặt trận Tổ quốc|Sở [A-ZĐ]|Hội [A-ZĐ]|Tỉnh ủy|Tỉnh uỷ|Ban Chỉ đạo"
        r"|BCĐ|Đoàn|PV05|V05|Bộ [A-ZĐ]|Chính phủ|Thủ tướng|Liên đoàn|Văn phòng|các sở|doanh nghiệp"
        r"|CAT|Ban Bí thư|Báo và Đài|Đảng ủy|trường|đoàn thể)"
    )
    for path in sorted((HERE / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = canon((HERE / "docs" / f"{path.stem}.txt").read_bytes().decode())
        for m in pattern.finditer(text):
            if not any(o["start"] <= m.start() < o["end"] for o in gold["organisations"]):
                near = text[max(0, m.start() - 30) : m.end() + 40].replace("\n", "⏎")
                print(path.stem, m.start(), near)


if __name__ == "__main__":
    (HERE / "docs").mkdir(exist_ok=True)
    (HERE / "gold").mkdir(exist_ok=True)
    for source in sorted((HERE / "source").glob("*.txt")):
        print(source.stem, build(source))
    verify()
    if "--missing" in sys.argv:
        missing()
