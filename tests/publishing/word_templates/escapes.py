"""Templates that want more than they may: each by name, the file, and what gives a success away.

Written against what Jinja and docxtpl can do, not against our check.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tests.publishing.word_templates.files import docx, p, part, r, table

# Stands in the environment and in a file of the machine on which the templates are tried.
CANARY = "chim-hoang-yen-51c3"
# What only the insides of the machine say; must come out of no template.
INSIDES = ("<class", "<function", "<module", "<bound", "builtins", CANARY, "object at 0x")
# What only a computation says.
COMPUTED = ("KET49QUA", "KET81QUA", "ababab", "KET-7QUA", "ĐỊA DANH", "range(0, 5)", " " * 400)


@dataclass(frozen=True)
class Escape:
    """One attempt; `signs` beside `INSIDES` say that it did more than print a listed name."""

    make: Callable[[str], bytes]
    signs: tuple[str, ...] = ()


def _text(text: str, *signs: str) -> Escape:
    """A paragraph of one run."""
    return _body(p(text), *signs)


def _body(xml: str, *signs: str) -> Escape:
    return Escape(lambda path: docx(xml.replace("@FILE", path)), signs)


def _part(name: str, tag: str, text: str) -> Escape:
    inner = {
        "comments": f'<w:comment w:id="0" w:author="x">{p(text)}</w:comment>',
        "footnotes": f'<w:footnote w:id="1">{p(text)}</w:footnote>',
    }.get(tag, p(text))
    return Escape(
        lambda _path: docx(p("{{ trich_yeu }}"), parts={name: part(tag, inner)}), ("KET49QUA",)
    )


_SEVEN = "KET{{ 7*7 }}QUA"
_BOX = (
    '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>'
    f"<w:txbxContent>{p(_SEVEN)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
)
_CLASSES = "{{ ''.__class__.__mro__[1].__subclasses__() }}"

ESCAPES: dict[str, Escape] = {
    # -- expressions
    "sum": _text(_SEVEN, "KET49QUA"),
    "power": _text("KET{{ 9**2 }}QUA", "KET81QUA"),
    "string times number": _text("{{ 'ab' * 3 }}", "ababab"),
    "joined strings": _text("KET{{ 'a' ~ 'b' }}QUA", "KETabQUA"),
    "literal": _text("KET{{ 'ab' }}QUA", "KETabQUA"),
    "comparison": _text("{{ 1 < 2 }}", "True"),
    "boolean": _text("{{ not trich_yeu }}", "False"),
    "condition in line": _text("KET{{ 'ab' if trich_yeu }}QUA", "KETabQUA"),
    "list": _text("KET{{ [1,2] }}QUA", "KET[1, 2]QUA"),
    "dictionary": _text("KET{{ {'ab':1} }}QUA", "KET{'ab': 1}QUA"),
    "tuple": _text("KET{{ (1,2) }}QUA", "KET(1, 2)QUA"),
    "slice": _text("KET{{ dia_danh[:3] }}QUA", "KETĐịaQUA"),
    "index": _text("KET{{ dia_danh[0] }}QUA", "KETĐQUA"),
    "membership": _text("{{ 'a' in trich_yeu }}", "True", "False"),
    "negative": _text("KET{{ -(7) }}QUA", "KET-7QUA"),
    "nested braces": _text("{{ {{ trich_yeu }} }}"),
    # -- the way to Python's insides
    "class of a string": _text("{{ ''.__class__ }}"),
    "all classes": _text(_CLASSES),
    "class of a value": _text("{{ trich_yeu.__class__.__mro__ }}"),
    "class in brackets": _text("{{ trich_yeu['__class__'] }}"),
    "globals of a method": _text("{{ trich_yeu.__init__.__globals__ }}"),
    "globals of an undefined": _text("{{ nothing.__init__.__globals__ }}"),
    "template itself": _text("{{ self.__init__.__globals__ }}"),
    "template's name": _text("{{ self._TemplateReference__context.environment }}", "Environment"),
    "blocks of the template": _text("{{ self.__dict__ }}"),
    "format string": _text("{{ '{0.__class__}'.format(trich_yeu) }}"),
    "format map": _text("{{ '%(a)s'.format_map(trich_yeu) }}"),
    "percent format": _text("{{ '%s.ab' % dia_danh }}", "Địa danh.ab"),
    "method of a value": _text("{{ dia_danh.upper() }}", "ĐỊA DANH"),
    "unescaped value": _text("{{ trich_yeu.unescape() }}"),
    "items of a row": _text("{{ dong.items() }}"),
    "loop's insides": _body(
        p("{%p for can_cu in cac_can_cu %}") + p("{{ loop.__class__ }}") + p("{%p endfor %}")
    ),
    "loop's count": _body(
        p("{%p for can_cu in cac_can_cu %}") + p("KET{{ loop.length }}QUA") + p("{%p endfor %}"),
        "KET1QUA",
    ),
    # -- what Jinja brings along
    "cycler": _text("{{ cycler.__init__.__globals__.os.environ }}"),
    "joiner": _text("{{ joiner.__init__.__globals__.os.environ.PHONGTRAO_CANARY }}"),
    "namespace": _text("{{ namespace.__init__.__globals__.os }}"),
    "lipsum": _text("{{ lipsum.__globals__.os.environ }}"),
    "range": _text("{{ range(5) }}", "range(0, 5)"),
    "dict": _text("{{ dict(a=1) }}", "{'a'"),
    "context": _text("{{ context }}", "Context"),
    "file of the machine": _text("{{ lipsum.__globals__.__builtins__.open('@FILE').read() }}"),
    "filter": _text("{{ dia_danh|upper }}", "ĐỊA DANH"),
    "filter safe": _text("KET{{ dia_danh|safe }}QUA", "KETĐịa danhQUA"),
    "filter attr": _text("{{ trich_yeu|attr('__class__') }}"),
    "filter map": _text("{{ cac_can_cu|map(attribute='__class__')|list }}"),
    "filter pprint": _text("{{ cac_phan|pprint }}", "'so'"),
    "filter with a number": _text("{{ dia_danh|center(900) }}", " " * 400),
    "test": _text("KET{{ dia_danh is string }}QUA", "KETTrueQUA"),
    # -- commands
    "set": _text("{% set x = 'ab' %}KET{{ x }}QUA", "KETabQUA"),
    "set over a placeholder": _text("{% set luu = 'ab' %}KET{{ luu }}QUA", "KETabQUA"),
    "if": _text("KET{% if trich_yeu %}QUA{% endif %}", "KETQUA"),
    "macro": _text("{% macro m() %}ab{% endmacro %}KET{{ m() }}QUA", "KETabQUA"),
    "call block": _text(
        "{% macro m() %}KET{{ caller() }}QUA{% endmacro %}{% call m() %}ab{% endcall %}", "KETabQUA"
    ),
    "include": _text("{% include '@FILE' %}"),
    "import": _text("{% import '@FILE' as f %}{{ f }}"),
    "from import": _text("{% from '@FILE' import f %}"),
    "extends": _text("{% extends '@FILE' %}"),
    "block": _text("KET{% block b %}ab{% endblock %}QUA", "KETabQUA"),
    "filter block": _text("{% filter upper %}ket.qua{% endfilter %}", "KET.QUA"),
    "raw": _text("KET{% raw %}{{ luu }}{% endraw %}QUA", "KET{{ luu }}QUA"),
    "autoescape off": _text(
        "KET{% autoescape false %}{{ dia_danh }}{% endautoescape %}QUA", "KETĐịa danhQUA"
    ),
    "with": _text("{% with x = 'ab' %}KET{{ x }}QUA{% endwith %}", "KETabQUA"),
    "do": _text("{% do trich_yeu.append(1) %}"),
    "debug": _text("{% debug %}", "'context'"),
    "comment that hides": _text("{# ẩn #}{{ 7*7 }}", "49"),
    "comment across": _body(p("{# mở") + p(_SEVEN) + p("#}")),
    "loop over a string": _text("{% for c in 'abcd' %}{{ c }}.{% endfor %}", "a.b."),
    "loop over other names": _text(
        "{% for x in cac_noi_nhan %}KET{{ x }}{% endfor %}", "KETNhư trên;"
    ),
    "loop with a condition": _text(
        "{% for noi_nhan in cac_noi_nhan if 7 %}KET{{ noi_nhan }}{% endfor %}", "KETNhư trên;"
    ),
    "loop with else": _text(
        "{% for can_cu in '' %}{% else %}KET{{ luu }}{% endfor %}QUA", "KETVTQUA"
    ),
    "recursive loop": _text(
        "{% for can_cu in cac_can_cu recursive %}{{ loop(cac_can_cu) }}{% endfor %}"
    ),
    "endless loop": _text("{% for a in range(10**9) %}{% for b in range(10**9) %}.{% endfor %}"),
    "loop in itself": _body(
        "".join(p("{%p for can_cu in cac_can_cu %}") for _ in range(30))
        + p("abcd")
        + p("{%p endfor %}") * 30
    ),
    # -- forms of docxtpl
    "run tag": _text("{{r dia_danh }}", "Địa danh"),
    "paragraph tag": _text("{{p dia_danh }}", "Địa danh"),
    "cell colour": _body(table(["{% cellbg 'FF0000' %}ab"]), 'w:fill="FF0000"'),
    "column span": _body(table(["{% colspan 7*7 %}abcd"]), 'w:val="49"'),
    "vertical merge": _body(table(["{% vm %}abcd"])),
    "horizontal merge": _body(table(["{% hm %}abcd"])),
    "white space control": _text("{{- dia_danh -}}", "Địa danh"),
    "stripped command": _text("{%- set x = 'ab' -%}KET{{ x }}QUA", "KETabQUA"),
    # -- hidden from a reader of texts
    "split over runs": _body(p("KET{", "{ 7", "*7 }", "}QUA"), "KET49QUA"),
    "split over paragraphs": _body(p("KET{") + p("{ 7*7 }}QUA"), "49"),
    "split by a bookmark": _body(
        f'<w:p>{r("KET{")}<w:bookmarkStart w:id="1" w:name="b"/>{r("{ 7*7 }}QUA")}</w:p>', "49"
    ),
    "entities": _body(
        "<w:p><w:r><w:t>KET&#123;&#x7b; 7*7 &#125;&#x7d;QUA</w:t></w:r></w:p>", "KET49QUA"
    ),
    "character data": _body(
        "<w:p><w:r><w:t>KET<![CDATA[{{ 7*7 }}]]>QUA</w:t></w:r></w:p>", "KET49QUA"
    ),
    "comment of the file": _body(p("{{ trich_yeu }}") + "<!-- KET{{ 7*7 }}QUA -->", "KET49QUA"),
    "instruction of the file": _body(p("{{ trich_yeu }}") + "<?a KET{{ 7*7 }}QUA?>", "KET49QUA"),
    "attribute": _body(f'<w:p w:rsidR="{_SEVEN}">{r("{{ trich_yeu }}")}</w:p>', "KET49QUA"),
    "name of a vocabulary": Escape(
        lambda _path: docx(p("{{ trich_yeu }}"), spaces=' xmlns:a="KET{{ 7*7 }}QUA"'),
        ("KET49QUA",),
    ),
    "field code": _body(
        f"<w:p><w:r><w:instrText>{_SEVEN}</w:instrText></w:r></w:p>" + p("{{ trich_yeu }}"),
        "KET49QUA",
    ),
    "deleted text": _body(
        f"<w:p><w:del><w:r><w:delText>{_SEVEN}</w:delText></w:r></w:del></w:p>"
        + p("{{ trich_yeu }}"),
        "KET49QUA",
    ),
    "loose text": _body(p("{{ trich_yeu }}") + _SEVEN, "KET49QUA"),
    "text box": _body(_BOX + p("{{ trich_yeu }}"), "KET49QUA"),
    "listed name in a text box": _body(_BOX.replace(_SEVEN, "{{ nguoi_ky }}")),
    "header": _part("header1.xml", "hdr", _SEVEN),
    "footer": _part("footer1.xml", "ftr", _SEVEN),
    "footnote": _part("footnotes.xml", "footnotes", _SEVEN),
    "comment at the margin": _part("comments.xml", "comments", _SEVEN),
    "property": Escape(lambda _path: docx(p("{{ trich_yeu }}"), title=_SEVEN), ("KET49QUA",)),
    # -- letters that look or fold alike
    "full-width letters": _text("{{ ｃycler.__init__ }}"),
    "look-alike letters": _text("{{ tri\u0441h_yeu }}"),
    "zero-width letters": _text("{{ cyc\u200bler.__init__ }}"),
    "bidi marks": _text("{{ \u202edia_danh }}", "Địa danh"),
    "no-break spaces": _text("{{\u00a0dia_danh\u00a0}}", "Địa danh"),
    "line break in a tag": _text("{{ trich_yeu\n.__class__ }}"),
    "curly quotes": _text("KET{{ \u2018ab\u2019 }}QUA", "KETabQUA"),
    "escaped quotes": _text("KET{{ &#8216;ab&#8216; }}QUA", "KETabQUA"),
    "doubled tag of docxtpl": _text("{_{ 7*7 }_}"),
}
# What takes time or memory; tried in the cage only.
GREEDY: dict[str, Callable[[], bytes]] = {
    "endless loops": lambda: docx(p("".join(f"{{% for a{n} in cac_can_cu %}}" for n in range(60)))),
    "a gigabyte": lambda: docx(p("{{ 'a' * 10**9 }}")),
    "a huge power": lambda: docx(p("{{ 9**9**9 }}")),
    "a huge range": lambda: docx(p("{{ range(10**9)|list }}")),
    "a long paragraph": lambda: docx(p("{{ trich_yeu }}" + "a" * 10_000_000)),
    "many open tags": lambda: docx(p("{{ " * 20_000)),
}
