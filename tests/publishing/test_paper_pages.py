"""The pages: from the roll-up to a numbered paper, each address closed to outsiders."""

import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from phongtrao.core import clock
from phongtrao.org import scope
from phongtrao.org.models import Account, Posting
from phongtrao.publishing import actions
from phongtrao.publishing.models import Paper, PaperLine
from phongtrao.publishing.urls import urlpatterns
from phongtrao.reporting.models import Round
from tests.publishing import signing
from tests.publishing.docx_text import docx_of, text_of
from tests.reporting import cases
from tests.world import World

pytestmark = pytest.mark.database
ClientFor = Callable[[Posting], Client]
MOST = 20
READ_ONLY = {
    "paper-detail",
    "figure-sources",
    "report-file",
    "summary-file",
    "memo-file",
    "delivery-list",
    "delivery-excel",
    "paper-dossier",
    "dossier-pdf",
    "dossier-xml",
    "report-pdf",
    "step-file",
    "paper-compare",
}


def _draft(world: World, round_: Round) -> Paper:
    return actions.draft_paper(round_, world.area("quang-ngai").pk, by=world.actor("An"))


def _page(paper: Paper, name: str = "paper-detail", *args: Any) -> str:
    return reverse(f"publishing:{name}", args=[paper.pk, *args])


def _addresses(paper: Paper) -> dict[str, str]:
    line = PaperLine.objects.filter(section__paper=paper).select_related("section").first()
    assert line is not None
    more = {"section_pk": line.section_id, "line_pk": line.pk, "code": "CD01"}
    more["step_pk"] = signing.question(paper).pk
    found = {}
    for entry in urlpatterns:
        names = set(entry.pattern.converters)
        if str(entry.pattern).startswith("<int:pk>/"):
            kwargs = {name: more.get(name, paper.pk) for name in names}
            found[str(entry.name)] = reverse(f"publishing:{entry.name}", kwargs=kwargs)
    return found


def test_the_roll_up_leads_to_the_paper_that_is_written_from_it(
    world: World, client_for: ClientFor
) -> None:
    round_ = cases.open_round(world)
    cases.submitted(world, round_)
    client = client_for(world.posting("An"))
    address = f"{reverse('publishing:paper-draft')}?dot={round_.pk}"
    roll_up = client.get(reverse("reporting:rollup-detail", args=[round_.pk])).content.decode()
    assert address in roll_up
    page = client.get(address)
    assert "1/3 địa bàn" in page.content.decode()
    answer = cases.post(client, reverse("publishing:paper-draft"), {"round": round_.pk})
    paper = Paper.objects.get()
    assert answer["Location"] == _page(paper)
    assert client.get(address)["Location"] == _page(paper)


@pytest.mark.parametrize("name", ["Vân", "Dũng", "Chi"])
def test_the_roll_up_offers_no_paper_to_those_who_may_not_draw_it_up(
    world: World, client_for: ClientFor, name: str
) -> None:
    round_ = cases.open_round(world)
    client = client_for(world.posting(name))
    answer = client.get(reverse("reporting:rollup-detail", args=[round_.pk]))
    assert answer.status_code == 200
    assert "Soạn báo cáo" not in answer.content.decode()


def test_a_round_of_others_is_no_choice(world: World, client_for: ClientFor) -> None:
    round_ = cases.open_round(world)
    client = client_for(world.posting("Giang"))
    answer = cases.post(client, reverse("publishing:paper-draft"), {"round": round_.pk})
    assert answer.status_code == 422
    assert not Paper.objects.exists()


@pytest.mark.parametrize("name", ["Giang", "Gấm", "Chi", "Dũng"])
def test_no_address_of_a_paper_exists_for_outsiders(
    world: World, client_for: ClientFor, name: str
) -> None:
    round_ = cases.open_round(world)
    cases.submitted(world, round_)
    paper = _draft(world, round_)
    Account.objects.update(is_demo=True)  # the second factor has its own tests
    client = client_for(world.posting(name))
    addresses = _addresses(paper)
    assert len(addresses) >= 30
    needed = {str(entry.name): entry.callback.requires for entry in urlpatterns}
    for entry, address in addresses.items():
        get, sent = client.get(address).status_code, cases.post(client, address).status_code
        if not world.actor(name).can(needed[entry]):
            assert {get, sent} <= {403, 405}, entry
            continue
        assert get == 404 or (get == 405 and sent == 404), entry
        assert sent in (404, 405), entry
    assert "Kết quả thực hiện" not in client.get(reverse("publishing:paper-list")).content.decode()


def test_a_clerk_reads_the_paper_and_changes_nothing(world: World, client_for: ClientFor) -> None:
    round_ = cases.open_round(world)
    cases.submitted(world, round_)
    paper = _draft(world, round_)
    client = client_for(world.posting("Vân"))
    assert client.get(_page(paper)).status_code == 200
    for entry, address in _addresses(paper).items():
        if entry not in READ_ONLY:
            status = cases.post(client, address).status_code
            assert status in (403, 409, 422), entry
    assert Paper.objects.get(pk=paper.pk).row_version == 1


def test_every_figure_and_sentence_on_the_page_leads_to_its_sources(
    world: World, client_for: ClientFor
) -> None:
    round_ = cases.open_round(world)
    report = cases.submitted(world, round_)
    paper = _draft(world, round_)
    actions.add_line(paper.sections.get(topic="plan"), "Ý của tôi", by=world.actor("An"))
    client = client_for(world.posting("An"))
    page = client.get(_page(paper)).content.decode()
    assert "ý của người soạn" in page
    assert f"{reverse('reporting:report-detail', args=[report.pk])}?ban=1" in page
    for code in ("CD01", "HG05"):
        sources = client.get(_page(paper, "figure-sources", code)).content.decode()
        assert _page(paper, "figure-sources", code) in page
        assert "Công an xã Đăk Hà, lần gửi 1" in sources
        assert reverse("reporting:rollup-sources", args=[round_.pk, code]) in sources
    assert client.get(_page(paper, "figure-sources", "XX99")).status_code == 404


def test_a_double_click_adds_one_line(world: World, client_for: ClientFor) -> None:
    paper = _draft(world, cases.open_round(world))
    section = paper.sections.get(topic="plan")
    client = client_for(world.posting("An"))
    form = {"text": "Chỉ một lần"} | cases.once()
    first = client.post(_page(paper, "line-add", section.pk), form)
    second = client.post(_page(paper, "line-add", section.pk), form)
    assert (first.status_code, second.status_code) == (302, 302)
    assert first["Location"] == second["Location"]
    assert PaperLine.objects.count() == 1


def test_a_double_click_draws_up_one_paper(world: World, client_for: ClientFor) -> None:
    form = {"round": cases.open_round(world).pk} | cases.once()
    client = client_for(world.posting("An"))
    answers = [client.post(reverse("publishing:paper-draft"), form) for _ in range(2)]
    assert {answer["Location"] for answer in answers} == {_page(Paper.objects.get())}


def test_a_stale_head_shows_both_sides_and_keeps_what_was_typed(
    world: World, client_for: ClientFor
) -> None:
    paper = _draft(world, cases.open_round(world))
    client = client_for(world.posting("An"))
    page = client.get(_page(paper, "paper-edit")).content.decode()
    assert 'name="row_version" value="1"' in page
    actions.edit_paper(paper, {"place": "Kon Tum"}, expected_version=1, by=world.actor("Bình"))
    form = {"row_version": 1, "title": "T", "issuer": "I", "symbol": "BC", "place": "Ba Tơ"}
    answer = cases.post(
        client, _page(paper, "paper-edit"), form | {"archive": "VT", "signer_authority": "OWN"}
    )
    assert answer.status_code == 409
    assert "Kon Tum" in answer.content.decode()
    assert "Ba Tơ" in answer.content.decode()


def test_a_refresh_names_what_changed(world: World, client_for: ClientFor) -> None:
    round_ = cases.open_round(world)
    cases.submitted(world, round_, changes={0: "5"})
    paper = _draft(world, round_)
    cases.submitted(world, round_, "ba-to", "Ba", changes={0: "6"})
    client = client_for(world.posting("An"))
    assert "1 báo cáo nguồn đã thay đổi" in client.get(_page(paper)).content.decode()
    answer = cases.post(client, _page(paper, "figures-refresh"))
    page = client.get(answer["Location"]).content.decode()
    assert re.search(r"5 → 11 \(1/3 → 2/3\)", page)
    assert "báo cáo nguồn đã thay đổi" not in page


def test_text_is_shown_as_text(world: World, client_for: ClientFor) -> None:
    paper = _draft(world, cases.open_round(world))
    section = paper.sections.get(topic="plan")
    actions.add_line(section, "<script>x</script>{{ 7*7 }}", by=world.actor("An"))
    page = client_for(world.posting("An")).get(_page(paper)).content.decode()
    assert "<script>x" not in page
    assert "&lt;script&gt;x&lt;/script&gt;{{ 7*7 }}" in page


def test_the_whole_way_to_a_numbered_paper(world: World, client_for: ClientFor) -> None:
    round_ = cases.open_round(world)
    cases.approved(world, round_)
    paper = _draft(world, round_)
    actions.edit_paper(
        paper,
        {"signer_office": "Giám đốc", "symbol": "BC-CAT"},
        expected_version=1,
        by=world.actor("An"),
    )
    client = client_for(world.posting("An"))
    page = client.get(_page(paper)).content.decode()
    for verb in ("Tải báo cáo (Word)", "Tải phiếu trình (Word)", "Trình ký"):
        assert verb in page
    assert cases.post(client, _page(paper, "paper-submit"), {"row_version": 2}).status_code == 302
    Account.objects.update(is_demo=True)  # the second factor has its own tests
    leader, clerk = client_for(world.posting("Bình")), client_for(world.posting("Vân"))
    for version, (who, verb, words) in enumerate(
        (
            (leader, "paper-initial-content", "Ký nháy nội dung"),
            (clerk, "paper-initial-layout", "Ký nháy thể thức"),
            (leader, "paper-sign", "Ký ban hành"),
        ),
        start=3,
    ):
        assert f">{words}</button>" in _plain(who.get(_page(paper)))
        assert cases.post(who, _page(paper, verb), {"row_version": version}).status_code == 302
    assert "Ghi số, ngày ban hành" in clerk.get(_page(paper)).content.decode()
    form = {"row_version": 6, "number": "125", "issued_on": f"{clock.today():%d/%m/%Y}"}
    wrong = cases.post(clerk, _page(paper, "paper-issue"), form | {"number": "không"})
    assert wrong.status_code == 422
    assert cases.post(clerk, _page(paper, "paper-issue"), form).status_code == 302
    text = text_of(docx_of(clerk.get(_page(paper, "report-file"))))
    assert "Số: 125/BC-CAT" in text
    assert "Phiếu trình".upper() in text_of(docx_of(clerk.get(_page(paper, "memo-file"))))
    shown = client_for(world.posting("Dũng")).get(_page(paper)).content.decode()
    assert "125/BC-CAT" in shown
    assert "Trình ký</button>" not in shown


def test_an_unapproved_paper_is_refused_in_words(world: World, client_for: ClientFor) -> None:
    round_ = cases.open_round(world)
    cases.submitted(world, round_)
    paper = _draft(world, round_)
    actions.edit_paper(
        paper, {"signer_office": "Giám đốc"}, expected_version=1, by=world.actor("An")
    )
    client = client_for(world.posting("An"))
    answer = cases.post(client, _page(paper, "paper-submit"), {"row_version": 2})
    assert answer.status_code == 409
    assert "1/1 báo cáo chưa được duyệt" in answer.content.decode()


def _plain(answer: Any) -> str:
    """A page without its pictures."""
    return re.sub(r"<svg.*?</svg>", "", answer.content.decode(), flags=re.S)


def _count(client: Client, address: str) -> int:
    client.get(address)
    scope.forget()
    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


def test_pages_cost_the_same_at_any_size(world: World, client_for: ClientFor) -> None:
    keys = cases.add_communes(world, 40)
    round_ = cases.open_round(world)
    told = tuple(("result", f"Kết quả thứ {place}.") for place in range(3))
    cases.submitted(world, round_, told=told)
    paper = _draft(world, round_)
    client = client_for(world.posting("An"))
    addresses = [
        reverse("publishing:paper-list"),
        reverse("publishing:paper-excel"),
        f"{reverse('publishing:paper-draft')}",
        _page(paper),
        _page(paper, "figure-sources", "CD01"),
        _page(paper, "report-file"),
    ]
    few = [_count(client, address) for address in addresses]
    for key in keys[:20]:
        world.add_posting(f"Cán bộ {key}", "ca", key, "officer")
        more = tuple(("result", f"{key}: kết quả {place}.") for place in range(3))
        cases.submitted(world, round_, key, f"Cán bộ {key}", told=more)
    actions.refresh_figures(paper, by=world.actor("An"))
    for item in range(30):
        actions.add_line(paper.sections.get(topic="plan"), f"Câu {item}", by=world.actor("An"))
    for number in range(60):
        clone = Paper.objects.get(pk=paper.pk)
        clone.pk, clone.kind = None, f"report-{number}"
        clone.save()
    many = [_count(client, address) for address in addresses]
    assert all(count <= MOST for count in many), many
    assert [b - a for a, b in zip(few, many, strict=True)] == [0] * len(few), (few, many)


def test_the_list_is_filtered_and_exported(world: World, client_for: ClientFor) -> None:
    _draft(world, cases.open_round(world))
    _draft(world, cases.open_round(world, period="2025-H2"))
    client = client_for(world.posting("An"))
    page = client.get(reverse("publishing:paper-list") + "?tu_khoa=ket+qua+cuoi").content.decode()
    assert "6 tháng cuối năm 2025" in page
    assert "6 tháng đầu năm 2026</a>" not in page
    answer = client.get(reverse("publishing:paper-excel") + "?trang_thai=draft")
    sheet = load_workbook(io.BytesIO(docx_of(answer))).active
    assert sheet is not None
    assert sum("Kết quả thực hiện" in str(row[0].value) for row in sheet.iter_rows()) == 2
