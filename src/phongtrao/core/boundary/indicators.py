"""What may be counted: the lint of indicators and of forms (CR-4, CR-19). Pure: no Django.

A name is read for *what is counted*: the activity, thing or person that stands first, what is told
about it, and what it is split by. Talking about a matter may be counted ("buổi tuyên truyền về tố
giác tội phạm"), the matter itself may not ("số tin tố giác"). The phrases are in
data/boundary_indicators.yaml.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from phongtrao.core.boundary.stems import Hit, Phrases, forbidden_counts, read_list, words_of
from phongtrao.core.errors import N_, Sentence

_LISTS = Path(__file__).parent.parent / "data" / "boundary_indicators.yaml"
_OPENINGS = {
    "số", "tổng", "tỷ", "tỉ", "lệ", "lượng", "mức", "bình", "quân", "trung", "tăng", "giảm", "các",
    "so", "ty", "le", "tong", "number", "of", "the", "share", "rate", "total",
}  # fmt: skip
# As far as two words may stand apart that belong together.
_REACH = 7

SENTENCES = {
    "word": N_("Từ “%(word)s” không được có trong chỉ tiêu, đơn vị tính hay phân tổ."),
    "faith": N_("Không thống kê theo tôn giáo, tín ngưỡng, kể cả khi không chấm điểm."),
    "group": N_("Không thống kê theo dân tộc, nguồn gốc, kể cả khi không chấm điểm."),
    "opinion": N_("Không thống kê ý kiến, thái độ hay tâm trạng của người dân."),
    "seen": N_("Không thống kê việc nhận diện, định vị hay theo dõi đi lại của người."),
    "scoring": N_("Không chấm điểm, xếp hạng người hay hộ; chỉ công nhận đơn vị, khu dân cư."),
    "person": N_("Không kê tên, giấy tờ, nơi ở của từng người, từng hộ; chỉ đếm số lượng."),
    "official": N_("Không thống kê theo từng cán bộ; hãy tính cho cơ quan hoặc địa bàn."),
    "breakdown": N_("Không phân tổ theo “%(word)s”; hãy chọn cấp, loại, hình thức hay lĩnh vực."),
    "one_total": N_("Chỉ ghi một số tổng của cả tỉnh, không phân tổ, kể cả khi không chấm điểm."),
    "tips": N_("Chỉ tiêu chấm điểm không được đếm tin báo, tố giác hay nguồn tin của người dân."),
    "arrests": N_("Chỉ tiêu chấm điểm không được đếm việc bắt giữ, đầu thú hay xử lý người."),
    "lists": N_("Chỉ tiêu chấm điểm không được đếm người bị lập danh sách, quản lý, theo dõi."),
    "places_of_faith": N_("Chỉ tiêu chấm điểm không được đếm sự kiện, cơ sở tôn giáo, dân tộc."),
    "protests": N_("Chỉ tiêu chấm điểm không được đếm khiếu kiện, tụ tập hay dư luận."),
}


@dataclass(frozen=True, slots=True)
class Definition:
    """What is known of an indicator or of one cell of a form before it is kept."""

    code: str
    name: str
    name_en: str = ""
    unit: str = ""
    kind: str = ""
    disaggregation: tuple[str, ...] = ()
    is_scored: bool = False
    counts_people: bool = False


@dataclass(frozen=True, slots=True)
class CountFault:
    """Why an indicator is refused; `rule` is a key of SENTENCES."""

    code: str
    rule: str
    word: str

    @property
    def sentence(self) -> Sentence:
        """The reason as a sentence."""
        return Sentence(SENTENCES[self.rule], {"word": self.word})

    def __str__(self) -> str:
        return f"{self.code}: {self.sentence}"


@cache
def _lists() -> dict[str, Phrases]:
    return {name: Phrases(phrases) for name, phrases in read_list(_LISTS).items()}


def indicator_faults(definition: Definition) -> list[CountFault]:
    """Every reason why this may not be counted; an empty list lets it pass."""
    return [CountFault(definition.code, rule, word) for rule, word in _found(definition)]


def form_faults(form: Mapping[str, Any]) -> list[CountFault]:
    """Every reason why a form may not be used: its name, sections, and each cell with its split.

    `form` has the keys code, name, sections [{code, name, topics}] and cells [{indicator, name,
    disaggregation}], as packaged files and a saved designer form do.
    """
    code = str(form["code"])
    texts = [code, str(form["name"]), *form.get("computed", [])]
    for section in form["sections"]:
        texts += [str(section["code"]), str(section["name"]), *section.get("topics", [])]
    words = ((text, forbidden_counts().find(text)) for text in texts)
    found = [CountFault(code, "word", word) for _text, word in words if word]
    for cell in form["cells"]:
        split = str(cell.get("disaggregation", ""))
        name = str(cell.get("name", ""))
        asked = Definition(f"{code}, {cell['indicator']}", name, disaggregation=(split,))
        found += indicator_faults(asked)
    return found


# The packaged catalogue is judged at every start and every load, always with the same answer.
@lru_cache(maxsize=2048)
def _found(definition: Definition) -> tuple[tuple[str, str], ...]:
    """The first word for each rule that the definition breaks."""
    found: dict[str, str] = {}
    for rule, word in _faults(definition):
        found.setdefault(rule, word)
    return tuple(found.items())


def _faults(definition: Definition) -> Iterator[tuple[str, str]]:
    for text in [definition.code, definition.unit, *definition.disaggregation]:
        word = forbidden_counts().find(text)
        if word:
            yield "word", word
    for text in (definition.name, definition.name_en):
        word = _forbidden_word(text, definition)
        if word:
            yield "word", word
    for text in (definition.name, definition.unit):
        hits = _Name(words_of(text), ()).hits("named_persons", spared="not_named_persons")
        if hits:
            yield "person", hits[0].phrase
    for split in definition.disaggregation:
        yield from _breakdown_faults(split)
    for text in (definition.name, definition.name_en):
        name = _Name(words_of(text), words_of(definition.unit))
        yield from _told(name, _ALWAYS)
        yield from _total_faults(name, definition.disaggregation)
        if definition.is_scored:
            yield from _told(name, _SCORED)


def _forbidden_word(text: str, definition: Definition) -> str | None:
    """A forbidden word of a name, unless it names a field of work that no score is given for.

    "Buổi tuyên truyền về chính sách dân tộc" counts meetings; a count or a share of people, and a
    scored one, may not even be named so.
    """
    words, lists = words_of(text), _lists()
    spared = list(lists["lawful_objects"].find(words))
    unit = words_of(definition.unit)
    counts_people = not unit or lists["people"].at(unit, 0) is not None
    if not (definition.is_scored or definition.counts_people or counts_people):
        spared += lists["official_topics"].find(words)
    return forbidden_counts().find(text, spared)


class _Name:
    """The words of a name with what the lists find in them."""

    def __init__(self, words: Sequence[str], unit: Sequence[str]) -> None:
        self.words, self.unit = words, unit
        start = 0
        while start < len(words) and words[start] in _OPENINGS:
            start += 1
        self.start = start

    def hits(self, list_name: str, *, spared: str = "") -> list[Hit]:
        """The phrases of a list, without those that stand inside a phrase of another list."""
        spans = list(_lists()[spared].find(self.words)) if spared else []
        return [
            hit
            for hit in _lists()[list_name].find(self.words)
            if not any(s.start <= hit.start and hit.end <= s.end for s in spans)
        ]

    def head(self, list_name: str) -> Hit | None:
        """The phrase of a list that the name counts, if it begins with one."""
        return _lists()[list_name].at(self.words, self.start)

    def is_about(self, hit: Hit) -> bool:
        """Whether the name counts an activity, and the hit is only what the activity is about."""
        head = self.head("activities")
        if head is None or head.end > hit.start:
            return False
        if any(y.start < hit.end and not self._is_taught(y) for y in self.hits("yields")):
            return False
        if self.head("named_models") is not None:
            return True
        return any(head.start < a.start and a.end <= hit.start for a in self.hits("about"))

    def _is_taught(self, hit: Hit) -> bool:
        """*Kỹ năng tiếp nhận*: how something is done, not that it is done."""
        return any(hit.start - 2 <= t.end <= hit.start for t in self.hits("teaching"))


def _told(name: _Name, rules: dict[str, Callable[[_Name], str]]) -> Iterator[tuple[str, str]]:
    for rule, read in rules.items():
        word = read(name)
        if word:
            yield rule, word


def _listed(list_name: str, *, spared: str = "") -> Callable[[_Name], str]:
    """Any phrase of a list."""

    def read(name: _Name) -> str:
        return next((hit.phrase for hit in name.hits(list_name, spared=spared)), "")

    return read


def _counted(list_name: str, *, spared: str = "") -> Callable[[_Name], str]:
    """A phrase of a list, unless the name counts an activity about it."""

    def read(name: _Name) -> str:
        hits = name.hits(list_name, spared=spared)
        return next((hit.phrase for hit in hits if not name.is_about(hit)), "")

    return read


def _group_of_people(name: _Name) -> str:
    """A people named by a word of its own, or behind *người*, *đồng bào* and the like."""
    for hit in name.hits("distinct_groups"):
        return hit.phrase
    ends = {hit.end for hit in name.hits("before_groups_of_people")}
    found = name.hits("groups_of_people", spared="not_groups_of_people")
    return next((hit.phrase for hit in found if hit.start in ends), "")


def _scoring_of_people(name: _Name) -> str:
    people = [*name.hits("people", spared="not_people")]
    if not people or name.hits("officials"):
        return ""
    found = next(iter(name.hits("scoring")), None)
    if found is None and name.words[:1] == ("điểm",):
        return "điểm"
    return found.phrase if found else ""


def _single_official(name: _Name) -> str:
    """A figure for each official: in the name, or as the unit it is divided by."""
    officials = name.hits("officials")
    ends = {hit.end for hit in name.hits("one_by_one")}
    for hit in officials:
        if hit.start in ends:
            return hit.phrase
    if officials and name.hits("ranking"):
        return officials[0].phrase
    if not name.unit or next(_lists()["money"].find(name.unit[:1]), None):
        return ""
    per = _lists()["officials"].first(name.unit[1:])
    if per is None and officials and name.unit[-1] == "người" and len(name.unit) > 1:
        return "" if name.unit[0] == "lượt" else officials[0].phrase
    return per.phrase if per else ""


def _tip(name: _Name) -> str:
    """What people tell the authorities of others, whatever it is called."""
    if name.hits("accidents"):
        return ""
    direct = _counted("tips")(name)
    return direct or _told_by_people(name) or _news_of_people(name)


def _told_by_people(name: _Name) -> str:
    """People who tell, send or report: something about others, or to the authorities."""
    if name.hits("lawful_voice") or _is_press(name):
        return ""
    aims = [*name.hits("about_people"), *name.hits("authorities")]
    carriers = [hit for hit in name.hits("carriers") if hit.start >= name.start]
    for speaker in name.hits("public"):
        for said in name.hits("gives"):
            near = speaker.end <= said.start <= speaker.end + _REACH
            told = any(aim.start >= said.start for aim in aims)
            carried = any(c.start == name.start and c.end <= speaker.start for c in carriers)
            if near and (told or carried) and not name.is_about(said):
                return said.phrase
    return _counted_as_telling(name)


def _counted_as_telling(name: _Name) -> str:
    """*Số quần chúng tham gia cung cấp thông tin*; not who is given information."""
    speaker = _lists()["public"].at(name.words, name.start)
    for said in name.hits("informing") if speaker else ():
        is_given = "được" in name.words[said.start - 1 : said.start]
        if speaker and said.start <= speaker.end + _REACH and not is_given:
            return said.phrase
    return ""


def _news_of_people(name: _Name) -> str:
    """News, letters or pictures as what is counted, about people or from them."""
    head = name.head("carriers")
    if head is None or name.hits("lawful_voice") or _is_press(name):
        return ""
    about = next((hit for hit in name.hits("about_people") if hit.start >= head.end), None)
    if about:
        return about.phrase
    speakers = {hit.start for hit in name.hits("public")}
    rest = name.words[head.end :]
    froms = [head.end + at for at, word in enumerate(rest) if word in ("từ", "của", "do")]
    return head.phrase if any(at + n in speakers for at in froms for n in (1, 2, 3)) else ""


def _is_press(name: _Name) -> bool:
    """*Tin, bài* and *bản tin* are news that the movement itself publishes."""
    press, private = name.head("activities"), name.head("carriers")
    return press is not None and (private is None or press.end >= private.end)


def _listed_people(name: _Name) -> str:
    """People on a list, under watch, or counted without a word of what they took part in."""
    direct = _listed("records_of_people")(name) or _counted("lists", spared="not_lists")(name)
    if direct:
        return direct
    head = name.head("people")
    if head is None or name.head("not_people") is not None or name.head("activities"):
        return ""
    for hit in name.hits("watching", spared="not_watching"):
        if hit.start >= head.end:
            return hit.phrase
    is_english = all(word.isascii() for word in name.words)
    return "" if is_english or name.hits("taking_part") else head.phrase


def _total_faults(name: _Name, splits: Sequence[str]) -> Iterator[tuple[str, str]]:
    """A total of people who find their way back, or of money for them, that is split.

    Models and meetings may be split, and money by where it comes from.
    """
    if name.head("activities") is not None:
        return
    is_money = _lists()["money"].at(name.unit, 0) is not None
    for words in filter(None, map(words_of, splits)):
        if not (is_money and words[0] in ("nguồn", "nguon")):
            yield from _told(name, {"one_total": _listed("one_total")})


_ALWAYS: dict[str, Callable[[_Name], str]] = {
    "faith": _listed("faith"),
    "group": _group_of_people,
    "opinion": _listed("opinion"),
    "seen": _listed("bodies_seen"),
    "scoring": _scoring_of_people,
    "official": _single_official,
}
_SCORED: dict[str, Callable[[_Name], str]] = {
    "places_of_faith": _listed("places_of_faith", spared="not_places_of_faith"),
    "tips": _tip,
    "arrests": _counted("arrests", spared="not_arrests"),
    "lists": _listed_people,
    "protests": _counted("protests"),
}


def _breakdown_faults(split: str) -> Iterator[tuple[str, str]]:
    """A split by faith, people, origin, opinion, or by single persons and households."""
    words = words_of(split)
    lists = _lists()
    spared = list(lists["lawful_breakdowns"].find(words))
    name = _Name(words, ())
    for rule, read in _ALWAYS.items():
        word = "" if rule == "scoring" else read(name)
        if word:
            yield rule, word
    for list_name in ("breakdowns", "groups_of_people", "officials", "places_of_faith"):
        for part in [words, *map(words_of, re.split(r"[/,;|+–-]| và | hay | hoặc ", split))]:
            hit = lists[list_name].at(part, 0)
            whole = hit is not None and (hit.end == len(part) or list_name == "breakdowns")
            if hit and whole and not any(s.start == 0 for s in spared):
                yield "breakdown", hit.phrase
