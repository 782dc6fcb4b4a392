"""The component macros and template filters: escaped, in words, in the reader's formats."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import engines
from django.test import RequestFactory

from phongtrao.core import clock, lists, ui
from phongtrao.core.lists import Column, ListPage, ListSpec

HOSTILE = '<script>alert("x")</script>'


@pytest.fixture
def render():
    """Render a line of template with the macros at hand."""

    def rendered(source: str, **context: Any) -> str:
        head = '{% import "core/components.html" as ui with context %}'
        template = engines["jinja2"].from_string(head + source)
        return template.render(context, RequestFactory().get("/"))

    return rendered


def _list(rows, *, sort="so", query="", page=1, total=None):
    columns = [
        Column("so", "Số", lambda r: r["n"], sort="n", numeric=True),
        Column("ten", "Tên", lambda r: r["t"], link=lambda r: "/x/"),
        Column("ngay", "Ngày", lambda r: r.get("d")),
        Column("tt", "Trạng thái", lambda r: "Xong", chip=lambda r: "success"),
    ]
    spec = ListSpec("Danh sách", columns, "so", "Không có dòng nào.", "ds")
    found = Paginator(rows, 10).get_page(page)
    return ListPage(spec, columns, found, len(rows) if total is None else total, sort, query)


@pytest.mark.parametrize(
    "source",
    [
        "{{ ui.chip(text, 'danger') }}",
        "{{ ui.empty(text) }}",
        "{{ ui.note(text) }}",
        "{{ ui.dl([(text, text)]) }}",
        "{{ ui.crumbs([(text, None)]) }}",
        "{{ ui.tabs([{'label': text, 'url': '#'}]) }}",
        "{{ ui.thread([{'at': day, 'author': text, 'text': text}]) }}",
        "{{ ui.verb('/x/', text, confirm=text, hidden={'a': text}) }}",
        "{% call ui.card(text) %}{{ text }}{% endcall %}",
    ],
)
def test_no_component_lets_markup_through(render, source):
    html = render(source, text=HOSTILE, day=date(2026, 1, 2))
    assert "<script" not in html
    assert "&lt;script" in html


def test_a_state_has_an_icon_and_words(render):
    html = render("{{ ui.chip('Quá hạn', 'danger') }}")
    assert "<svg" in html
    assert 'aria-hidden="true"' in html
    assert "Quá hạn" in html


def test_a_verb_is_a_form_with_both_keys(render):
    html = render("{{ ui.verb('/gui/', 'Gửi', hidden={'ky': '2026-H1'}) }}")
    assert 'method="post" action="/gui/"' in html
    assert 'name="csrfmiddlewaretoken"' in html
    assert 'name="_once"' in html
    assert 'name="ky" value="2026-H1"' in html


def test_what_cannot_be_undone_asks_first_without_script(render):
    html = render("{{ ui.verb('/chot/', 'Chốt', confirm='Chốt thì 96 xã không sửa được.') }}")
    assert html.index("<details") < html.index("96 xã") < html.index("<form")


def test_a_list_sorts_counts_and_pages(render):
    rows = [{"n": 1234 + n, "t": f"Xã {n}", "d": date(2026, 6, 30)} for n in range(35)]
    html = render("{{ ui.list_table(l, 'Danh sách xã') }}", l=_list(rows, query="q=a&sap_xep=so"))
    assert "35 dòng" in html
    assert "1.234" in html
    assert "30/06/2026" in html
    assert 'aria-sort="ascending"' in html
    assert "?q=a&amp;sap_xep=-so" in html
    assert "?q=a&amp;sap_xep=so&amp;trang=2" in html
    assert 'href="xuat-excel/?q=a&amp;sap_xep=so"' in html
    assert "Dòng 1–10 trong 35" in html


def test_an_empty_list_says_its_sentence_and_offers_no_export(render):
    html = render("{{ ui.list_table(l, 'Danh sách') }}", l=_list([]))
    assert "Không có dòng nào." in html
    assert "xuat-excel" not in html


class _Form(forms.Form):
    name = forms.CharField(label="Tên", help_text="Ghi đủ.")
    day = forms.DateField(label="Ngày")
    way = forms.ChoiceField(label="Cách", choices=[("a", "Trực tiếp")], widget=forms.RadioSelect)


def test_a_faulty_field_is_tied_to_its_words(render):
    html = render(
        "{{ ui.form_errors(form) }}{{ ui.field(form['name']) }}", form=_Form({"day": "x"})
    )
    assert 'role="alert"' in html
    assert 'href="#id_name"' in html
    assert 'aria-describedby="id_name_help id_name_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_name_error"' in html


def test_a_choice_is_grouped_under_its_question(render):
    html = render("{{ ui.field(form['way']) }}", form=_Form())
    assert "<fieldset>" in html
    assert "<legend" in html


def test_filters_in_use_are_told_in_words():
    form = _Form({"name": "Đăk", "way": "a", "day": ""})
    assert ui.in_words(form) == [("Tên", "Đăk"), ("Cách", "Trực tiếp")]


@pytest.mark.parametrize(
    ("value", "numeric", "words"),
    [
        (None, False, "–"),
        ("", False, "–"),
        (0, True, "0"),
        (1234567, True, "1.234.567"),
        (2026, False, 2026),
        (True, False, "Có"),
        (date(2026, 2, 1), False, "01/02/2026"),
        (datetime(2026, 2, 1, 1, 5, tzinfo=UTC), False, "01/02/2026 08:05"),
    ],
)
def test_a_value_is_shown_the_vietnamese_way(value, numeric, words):
    assert lists.shown(value, numeric) == words


@pytest.mark.parametrize(
    ("days", "words"), [(0, "hôm nay"), (5, "còn 5 ngày"), (-12, "quá 12 ngày")]
)
def test_a_deadline_says_how_far_it_is(days, words):
    assert ui.distance(clock.today() + timedelta(days=days)) == words


def test_a_query_keeps_what_is_not_changed():
    assert ui.with_query("q=%C4%91&trang=3&cot=a&cot=b", trang=4) == "q=%C4%91&cot=a&cot=b&trang=4"
    assert ui.pairs("a=1&b=2", ["b"]) == [("b", "2")]


@dataclass
class _Version:
    row_version: int = 7
    other: list[str] = field(default_factory=list)


def test_a_form_carries_the_version_it_was_based_on(render):
    assert 'name="row_version" value="7"' in render("{{ ui.version(o) }}", o=_Version())
