"""One sentence → the requirements it makes, with who, with whom and until when."""

from dataclasses import replace

from phongtrao.intake.extraction.assisting import coordinating, together
from phongtrao.intake.extraction.canon import Span, wrapped
from phongtrao.intake.extraction.clauses import (
    Clause,
    clauses_of,
    is_imperative,
    only_vague,
    trim_action,
)
from phongtrao.intake.extraction.dates import days_in
from phongtrao.intake.extraction.deadlines import deadlines_in, joined
from phongtrao.intake.extraction.labels import apply_label, labels_inside
from phongtrao.intake.extraction.leads import chain_at, inherited, unique
from phongtrao.intake.extraction.openings import BODY_NOUN, PARTIES, is_joint
from phongtrao.intake.extraction.parts import parts_of
from phongtrao.intake.extraction.records import BodyMention, Certainty, Made, Requirement
from phongtrao.intake.extraction.verbs import ANY_VERB, IMPERATIVE, NOT_IMPERATIVE, VERB_FOLLOWS
from phongtrao.intake.extraction.walk import Walk

_TIME_SAID = wrapped(r"(?:thoi gian|thoi han|hoan thanh|xong|viec nay)\b")

_ALL_UNITS = wrapped(
    r"ket qua(?: thuc hien| trien khai)?[^.;,]{0,30}\b(?:gui|bao cao) ve\b|"
    r"(?:thu truong\s+)?(?:cac|cac co quan,?)\s+(?:co quan|don vi|dia phuong|so|nganh|ban|phong)\b"
    r"(?:[\s,]|va|cac|co quan|don vi|dia phuong|lien quan|co|nganh|duoc phan cong|duoc kiem tra|"
    r"tren|noi|neu|cua (?:tinh|huyen|xa|phuong)|ban)*"
    r"(?=(?:gui|bao cao|can cu|xay dung|tong hop|trien khai|to chuc|dinh ky|hang|co trach nhiem|"
    r"chu dong|nghiem tuc|phoi hop|dua|phai|lap|ra soat|bo tri|dang ky|thuc hien)\b)"
)


def _key(walk: Walk, span: Span) -> str:
    return walk.paper.key[span.start : span.end]


# What is longer is no sentence but a page without a stop, or an attack.
_LONGEST_SENTENCE = 12_000


# An official gives orders: the sentences after it in the same paragraph are orders too.
_SPEAKS = wrapped(r"\b(?:yeu cau|quan triet|chi dao|luu y|giao|phat lenh)\b")
# "Thứ nhất, UBND huyện … phân công …": points of an order, also in a news text.
_COUNTED_POINT = wrapped(
    r"[\s“\"]*(?:thu (?:nhat|hai|ba|tu|nam|sau|bay)|(?:mot|hai|ba|bon|nam|sau|bay) la)\s*[,:]"
)


_OPENS_WITH_DAY = wrapped(
    r"[\s“\"]*(?:(?:sang|chieu|toi|vao|hom|trong|tu|cac|hai|ba)\s+)*(?:ngay )?(?=\d)"
)


_PARTIES_FIRST = wrapped(
    r"[\s“\"]*(?:lanh dao |dai dien )?(?:(?:cac|hai|ba|bon) (?:ben|co quan|nganh|don vi)|moi ben)\b"
)


def _tells(walk: Walk, sentence: Span) -> bool:
    """ "Từ ngày 21 đến ngày 22/11/2023, Thường trực Tỉnh ủy kiểm tra …": told, not asked."""
    opening = _OPENS_WITH_DAY.match(walk.paper.key, sentence.start, sentence.end)
    issued = walk.clock.issued
    if opening is None or issued is None or opening.end() == sentence.start:
        return False
    said = days_in(walk.paper, opening.end(), min(sentence.end, opening.end() + 40))
    iso = said[0].iso(issued.year) if said else None
    return iso is not None and iso <= issued.isoformat()


def read_sentence(walk: Walk, sentence: Span, whole: Span, *, item: bool) -> None:
    """Add the requirements of a sentence to the walk; none in a section of aims or results."""
    if walk.mode == "skip" or sentence.end - sentence.start > _LONGEST_SENTENCE:
        return
    paper = walk.paper
    if _tells(walk, sentence):
        return
    counted = bool(_COUNTED_POINT.match(paper.key, sentence.start))
    ordered = walk.mode in {"assign", "content", "joint"} or bool(walk.speech) or counted
    ordered = ordered or walk.speaking
    walk.speaking = walk.speaking or bool(_SPEAKS.search(_key(walk, sentence)))
    if walk.kind == "report" and walk.mode not in {"assign"}:
        ordered = False
    listed = counted or (walk.mode in {"assign", "content", "joint"} and walk.kind != "news")
    clauses = clauses_of(paper, walk.bodies, sentence, ordered=ordered, item=listed)
    joint = is_joint(walk) and _PARTIES_FIRST.match(paper.key, sentence.start, sentence.end)
    if joint and all(c.rule == "T02" for c in clauses) and _add_for_parties(walk, sentence, whole):
        return
    if clauses:
        _add_clauses(walk, clauses, sentence, whole)
        return
    if _add_labelled(walk, sentence, whole) or _add_vague(walk, sentence, whole):
        return
    if not item and _add_time(walk, sentence, whole):
        return
    _add_inherited(walk, sentence, whole, item=item)


# "… đăng ký; 1.198 đơn vị được công nhận, đạt 89%": what has come of it, no order.
_RESULT = wrapped(r"\b(?:duoc cong nhan, |(?:tang|giam|dat) \d[\d.,]*\s?%|so voi cung ky)")
_THANKS = wrapped(r"quan tam,? (?:phoi hop|thuc hien|giup do|tao dieu kien)(?: thuc hien)?$")


def _add_clauses(walk: Walk, clauses: list[Clause], sentence: Span, whole: Span) -> None:
    for clause in clauses:
        leads, rule, action = _asked(walk, clause)
        if not leads and (rule == "T12" or not clause.bare):
            continue
        if rule == "T01" and _is_courtesy(walk, action, leads):
            continue
        if rule == "T02" and _RESULT.search(_key(walk, action)):
            continue
        if _THANKS.search(_key(walk, action)[-40:]) and rule == "T12":
            continue
        walk.block_leads = [] if walk.kind in {"news", "report"} else leads
        if walk.kind == "report" and walk.mode != "assign" and rule != "T01":
            continue
        for part in parts_of(walk, action, colon=clause.colon):
            _add(walk, part, whole, leads, Made(rule, clause.certainty))


_COURTESY = wrapped(
    r"(?:\W|quan tam|nghiem tuc|khan truong|to chuc|trien khai|phoi hop|thuc hien|biet|va)*"
    r"(?:(?:noi dung )?(?:thong bao|cong van|ke hoach|chi thi|cong dien)(?: nay)?)?\W*"
)


def _is_courtesy(walk: Walk, action: Span, leads: list[BodyMention]) -> bool:
    """ "… đề nghị các đơn vị quan tâm, thực hiện": the close of a letter asks for nothing new."""
    own = [m.span.end for m in leads if action.holds(m.span)]
    return bool(_COURTESY.fullmatch(walk.paper.key, max([action.start, *own]), action.end))


def _asked(walk: Walk, clause: Clause) -> tuple[list[BodyMention], str, Span]:
    """Who is asked by a clause, by which rule, and for what."""
    leads, rule, action = clause.leads, clause.rule, clause.action
    if rule == "T12":
        leads = inherited(walk.addressees)
    elif clause.bare:
        context = walk.made[-1].lead if walk.made else tuple(walk.leads)
        leads = inherited(list(context))
    elif clause.directs and walk.leads and "phoi hop" not in _key(walk, action):
        leads, rule = inherited(walk.leads), "T06"
        action = trim_action(walk.paper, Span(clause.start, action.end))
    elif _given_below(walk, clause):
        leads = [*inherited(walk.leads), *leads]
    elif only_vague(leads) and walk.addressees:
        leads = inherited(walk.addressees)
    elif rule == "T01" and walk.kind == "news":
        walk.speech = leads
    return leads, rule, action


def _given_below(walk: Walk, clause: Clause) -> bool:
    """ "Giao Phòng Kinh tế …" below the heading "Ủy ban nhân dân phường": both answer for it."""
    said = walk.paper.key.startswith(("giao", "chi dao"), clause.start)
    named = bool(walk.frames) and walk.frames[-1].named and not only_vague(walk.leads)
    return clause.rule == "T01" and said and named and walk.kind != "news"


def _add_labelled(walk: Walk, sentence: Span, whole: Span) -> bool:
    """ "… (Chủ trì: A; phối hợp: B; hoàn thành: 28/02)": the brackets say who and when."""
    labels = labels_inside(walk.paper, walk.bodies, sentence)
    if not any(label.name == "lead" and label.bodies for label in labels):
        return False
    end = walk.paper.text.rfind("(", sentence.start, labels[0].span.start)
    action = trim_action(walk.paper, Span(sentence.start, end if end > 0 else labels[0].span.start))
    made = Requirement(action, whole, (), (), None, Made("T07", "certain"))
    for label in labels:
        made = apply_label(walk.paper, made, label, walk.clock)
    walk.made.append(made)
    return True


def _add_time(walk: Walk, sentence: Span, whole: Span) -> bool:
    """ "Thời gian: từ … đến …" as a sentence of its own completes the item before it."""
    if not walk.made or not _TIME_SAID.match(walk.paper.key, sentence.start, sentence.end):
        return False
    last = walk.made[-1]
    found = joined(deadlines_in(walk.paper, sentence, walk.clock))
    near = not walk.paper.text[last.sentence.end : whole.start].strip()
    if found and last.deadline is None and near:
        walk.made[-1] = replace(last, deadline=found)
        return True
    return False


def _add_for_parties(walk: Walk, sentence: Span, whole: Span) -> bool:
    """ "… hai bên luân phiên chủ trì …" in a joint programme: both parties."""
    said = PARTIES.search(walk.paper.key, sentence.start, min(sentence.end, sentence.start + 70))
    if not said or not is_joint(walk) or NOT_IMPERATIVE.match(walk.paper.key, sentence.start):
        return False
    action = trim_action(walk.paper, sentence)
    _add(walk, action, whole, inherited(walk.parties), Made("T09", "check"))
    return True


def _add_vague(walk: Walk, sentence: Span, whole: Span) -> bool:
    """ "Các đơn vị gửi báo cáo …": all who were asked before, or the addressees."""
    if _add_for_parties(walk, sentence, whole):
        return True
    said = _ALL_UNITS.match(walk.paper.key, sentence.start, sentence.end)
    if not said or walk.mode not in {"assign", "content"} or walk.kind in {"news", "report"}:
        return False
    all_of_them = BodyMention("grp:co-quan-lien-quan", Span(said.start(), said.end()), sure=False)
    leads = list(unique(walk.leads or walk.addressees or [all_of_them]))[:12]
    begin = sentence.start if said[0].startswith("ket qua") else said.end()
    action = trim_action(walk.paper, Span(begin, sentence.end))
    _add(walk, action, whole, inherited(leads), Made("T11", "guess"))
    return True


_ORDER = wrapped(r"(?:Đề nghị|Yêu cầu|Giao|Phân công)\s+")


def _unlisted(walk: Walk, sentence: Span) -> BodyMention | None:
    """ "Phòng Hậu cần bảo đảm …", "Giao Chi cục Thủy lợi …": a body the gazetteer does not know."""
    paper = walk.paper
    order = _ORDER.match(paper.text, sentence.start, sentence.end)
    begin = order.end() if order else sentence.start
    noun = BODY_NOUN.match(paper.text, begin, sentence.end)
    if noun is None or IMPERATIVE.match(paper.key, begin) or walk.mode not in {"assign", "content"}:
        return None
    verb = VERB_FOLLOWS.search(paper.key, begin, min(sentence.end, begin + 90))
    name = Span(begin, verb.start()) if verb else None
    if name is None or name.end - name.start < 5 or walk.bodies.within(name):
        return None
    return BodyMention("", name, sure=False)


def _add_inherited(walk: Walk, sentence: Span, whole: Span, *, item: bool) -> None:
    """A command without a body: the heading, the opening sentence or the speech names it."""
    begin = is_imperative(walk.paper, sentence)
    unlisted = _unlisted(walk, sentence) if item else None
    leads = [unlisted] if unlisted else walk.block_leads or walk.leads or walk.speech
    begin = unlisted.span.end if unlisted else begin
    if not leads and item and walk.kind == "programme" and is_joint(walk):
        leads = walk.parties
    if walk.kind == "report" and walk.mode != "assign":
        return
    free = item and walk.mode in {"assign", "content"} and bool(walk.frames)
    free = free and not NOT_IMPERATIVE.match(walk.paper.key, sentence.start)
    of_parties = walk.mode == "joint" and item
    of_parties = of_parties and not NOT_IMPERATIVE.match(walk.paper.key, sentence.start)
    if not leads or (begin is None and not free and not of_parties):
        return
    if begin is None and walk.paper.quote(sentence)[0].islower() and not item:
        return
    start = sentence.start if begin is None else begin
    action = trim_action(walk.paper, Span(start, sentence.end))
    if action.end - action.start < 12:
        return
    framed = bool(walk.frames or walk.block_leads) and not unlisted
    certainty: Certainty = "certain" if framed and begin is not None else "guess"
    rule = "T09" if walk.mode == "joint" else "T06" if framed else "T10"
    leads = [unlisted] if unlisted else inherited(leads)
    for part in parts_of(walk, action):
        _add(walk, part, whole, leads, Made(rule, certainty))


_DIRECTS = wrapped(
    r"\s*(?:(?:hang|dinh ky|truoc|trong|tu)\b[^;.]{0,60},\s*)?(?:chu tri |quan tam |tap trung |"
    r"tang cuong |thuong xuyen |kip thoi |lanh dao,? )*chi dao\s+"
)


def _directed(walk: Walk, action: Span, leads: list[BodyMention]) -> list[BodyMention]:
    """ "… chỉ đạo Sở Nội vụ thẩm định …": who is directed does it, with who directs."""
    paper = walk.paper
    if not leads:
        return []
    own = leads[-1].span
    said = _DIRECTS.match(paper.key, own.end if action.holds(own) else action.start, action.end)
    if not said:
        return []
    chain, end = chain_at(paper, walk.bodies, said.end(), action.end)
    return chain if ANY_VERB.match(paper.key, end, action.end) else []


def _add(walk: Walk, action: Span, whole: Span, leads: list[BodyMention], made: Made) -> None:
    paper = walk.paper
    reach = Span(min(action.start, whole.start), action.end)
    directed = _directed(walk, action, leads)
    if directed:
        made = replace(made, rule="T13")
    leads, beside = together(paper, [*leads, *directed])
    previous = [r for r in walk.made[-1:] if r.sentence == whole]
    if previous:
        reach = Span(previous[-1].action.end, action.end)
    coord = [
        m
        for m in [*beside, *coordinating(paper, walk.bodies, action)]
        if m.org_id not in {lead.org_id for lead in leads}
    ]
    found = deadlines_in(paper, reach, walk.clock, masked=walk.references)
    made_one = Requirement(action, whole, unique(leads), unique(coord), joined(found), made)
    for label in labels_inside(paper, walk.bodies, action):
        made_one = apply_label(paper, made_one, label, walk.clock)
    walk.made.append(made_one)
