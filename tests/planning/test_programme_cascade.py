"""A programme of a province or commune: founded from its paper, mapped above, seen where it is."""

import re

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from phongtrao.core import audit
from phongtrao.core.errors import Forbidden, InvalidInput, NotFound, Refused, StaleVersion
from phongtrao.planning import actions, queries
from phongtrao.planning.models import Programme, ProgrammeContent, ProgrammeDocument
from phongtrao.planning.queries import programmes
from tests.planning.register import found, own_paper, terms

pytestmark = pytest.mark.database


def _text(page):
    return re.sub(r"\s+", " ", page.content.decode())


class TestFounding:
    """From a paper of the register to a programme with contents mapped above."""

    def test_the_province_founds_its_programme_and_the_commune_below_it(self, plan):
        province = found(plan)
        assert (province.level, province.parent) == ("province", plan.programme)
        assert province.contents.count() == plan.programme.contents.count()
        assert {c.parent.programme for c in province.contents.all()} == {plan.programme}
        commune = found(
            plan,
            by="Chi",
            document=own_paper(plan, "Chi", "02/CTr"),
            parent=province,
            code="02/CTr-CAX",
        )
        assert (commune.level, commune.parent) == ("commune", province)
        assert [e.verb for e in audit.entries_of(commune)] == ["programme.founded"]

    def test_what_is_under_its_own_regime_above_is_so_below(self, plan):
        province = found(plan)
        regimes = dict(province.contents.values_list("parent__code", "is_separate_regime"))
        assert regimes == dict(plan.programme.contents.values_list("code", "is_separate_regime"))
        assert any(regimes.values())

    def test_only_the_standing_body_founds_and_only_from_its_own_register(self, plan):
        paper = plan.document()
        with pytest.raises(Forbidden):
            found(plan, by="Dũng", document=own_paper(plan, "Dũng", "9/CTr"))
        with pytest.raises(Forbidden):
            found(plan, by="Bình", document=paper)
        with pytest.raises(Forbidden):
            found(plan, by="Chi", document=paper)
        assert Programme.objects.count() == 1

    def test_a_paper_founds_once_and_a_number_stands_once_in_a_body(self, plan):
        first = found(plan)
        with pytest.raises(Refused):
            found(plan, document=first.paper, code="03/CTr")
        with pytest.raises(InvalidInput, match="đã có chương trình"):
            found(plan, document=plan.document(number="8/KH"), code="01/ctrph-cat-mttqt")

    def test_a_parent_stands_above_and_contents_are_mapped_to_it_alone(self, plan):
        province = found(plan)
        with pytest.raises(InvalidInput, match="cấp cao hơn"):
            found(plan, document=plan.document(number="8/KH"), parent=province, code="9/CTr")
        foreign = actions.ContentSpec("Nội dung", plan.programme.contents.first())
        with pytest.raises(InvalidInput, match="cấp trên"):
            actions.found_programme(
                own_paper(plan, "Chi", "7/CTr"),
                terms(code="7/CTr"),
                parent=province,
                contents=[foreign],
                kinds=[],
                by=plan.actor("Chi"),
            )

    def test_the_database_keeps_levels_and_parents_together(self, plan):
        province = found(plan)
        for fields in ({"parent": None}, {"level": "country"}, {"home_body": None}):
            with pytest.raises(IntegrityError), transaction.atomic():
                Programme.objects.filter(pk=province.pk).update(**fields)


class TestChanging:
    """Words and contents may change; what is in use stays."""

    def _specs(self, programme, *, without=()):
        rows = programme.contents.exclude(pk__in=without)
        return [actions.ContentSpec(c.name, c.parent, c.pk) for c in rows]

    def test_a_content_is_renamed_added_and_dropped(self, plan):
        province = found(plan)
        last = province.contents.last()
        specs = self._specs(province, without=[last.pk])
        specs[0] = actions.ContentSpec("Tham mưu cấp ủy", specs[0].parent, specs[0].pk)
        specs.append(actions.ContentSpec("Nội dung riêng của tỉnh", None))
        kinds = [party.kind for party in province.parties.all()]
        actions.change_programme(
            province, terms(last_year=2031), contents=specs, kinds=kinds, by=plan.actor("An")
        )
        province.refresh_from_db()
        names = [content.name for content in province.contents.all()]
        assert names[0] == "Tham mưu cấp ủy"
        assert names[-1] == "Nội dung riêng của tỉnh"
        assert last.name not in names
        assert province.last_year == 2031

    def test_a_content_with_work_under_it_is_not_dropped(self, plan):
        province = found(plan)
        used = province.contents.first()
        document = actions.adopt_draft(
            plan.draft(number="77/KH"), programme=province, by=plan.actor("An")
        )
        actions.map_content(document.requirements.first(), used, by=plan.actor("An"))
        specs = self._specs(province, without=[used.pk])
        with pytest.raises(Refused, match="đã có việc"):
            actions.change_programme(
                province, terms(), contents=specs, kinds=[], by=plan.actor("An")
            )
        assert ProgrammeContent.objects.filter(pk=used.pk).exists()

    def test_a_page_that_is_out_of_date_and_a_stranger_change_nothing(self, plan):
        province = found(plan)
        specs = self._specs(province)
        options = {"contents": specs, "kinds": []}
        with pytest.raises(StaleVersion):
            actions.change_programme(
                province, terms(), by=plan.actor("An"), expected_version=99, **options
            )
        with pytest.raises(Forbidden):
            actions.change_programme(province, terms(), by=plan.actor("Giang"), **options)


class TestLinks:
    """Predecessors and programmes that go together."""

    def test_a_predecessor_is_named_or_chosen_once(self, plan):
        province = found(plan)
        an = plan.actor("An")
        actions.link_programme(province, "replaces", named="Nghị quyết liên tịch 01/1999", by=an)
        actions.link_programme(province, "linked", other=plan.programme, by=an)
        with pytest.raises(Refused):
            actions.link_programme(province, "replaces", other=plan.programme, by=an)
        with pytest.raises(InvalidInput):
            actions.link_programme(province, "linked", by=an)
        with pytest.raises(InvalidInput):
            actions.link_programme(province, "linked", other=province, by=an)
        with pytest.raises(Forbidden):
            actions.link_programme(province, "linked", named="x", by=plan.actor("Dũng"))
        assert [link.kind for link in programmes.links_of(an, province)] == ["linked", "replaces"]
        assert [e.programme for e in programmes.links_to(an, plan.programme)] == [province]


class TestScope:
    """Programmes of the centre are everybody's; others are seen in their area and below."""

    def test_a_neighbouring_province_sees_nothing_of_it(self, plan):
        province = found(plan)
        for name in ("An", "Dũng", "Chi", "Trung"):
            assert programmes.programme_for(plan.actor(name), province.pk) == province
        with pytest.raises(NotFound):
            programmes.programme_for(plan.actor("Giang"), province.pk)
        assert set(programmes.programmes_for(plan.actor("Giang"))) == {plan.programme}

    def test_a_commune_does_not_see_the_programme_of_the_commune_beside_it(self, plan):
        commune = found(plan, by="Chi", document=own_paper(plan, "Chi", "02/CTr"))
        assert programmes.programme_for(plan.actor("An"), commune.pk) == commune
        with pytest.raises(NotFound):
            programmes.programme_for(plan.actor("Ba"), commune.pk)

    def test_no_form_takes_the_programme_of_another_province(self, plan, client_for, send):
        province = found(plan)
        draft = plan.draft(by="Giang", number="1/KH-GL", references=[])
        address = reverse("planning:draft-accept", args=[draft.pk])
        page = send(client_for(plan.world.posting("Giang")), address, programme=province.pk)
        assert page.status_code == 422
        assert not ProgrammeDocument.objects.filter(draft=draft).exists()

    def test_a_draft_finds_the_programme_of_its_own_area_by_number(self, plan):
        province = found(plan)
        references = [{"number": "01/CTrPH-CAT-MTTQT", "type": "Chương trình", "date": None}]
        near = plan.draft(number="88/KH", references=references)
        far = plan.draft(by="Giang", number="89/KH", references=references)
        assert queries.programme_named_in(near) == province
        assert queries.programme_named_in(far) == plan.programme


class TestCoverage:
    """What is asked under a content below counts for the content above."""

    def test_a_requirement_of_the_province_counts_under_the_content_of_the_centre(self, plan):
        province = found(plan)
        document = actions.adopt_draft(
            plan.draft(number="77/KH"), programme=province, by=plan.actor("An")
        )
        below = province.contents.get(position=2)
        actions.map_content(document.requirements.get(position=1), below, by=plan.actor("An"))
        for programme in (province, plan.programme):
            lines = programmes.content_lines(plan.actor("An"), programme, plan.day(0))
            counted = {line.content.position: line for line in lines}
            assert counted[2].requirements == 1
            assert (counted[2].waiting, counted[2].decided) == (1, 0)
            assert sum(line.requirements for line in lines) == 1
        [other] = {
            line.requirements
            for line in programmes.content_lines(plan.actor("Giang"), plan.programme, plan.day(0))
        }
        assert other == 0


class TestPages:
    """List, page and forms."""

    def test_the_list_filters_by_level_and_costs_the_same_at_any_size(self, plan, client_for):
        found(plan)
        client = client_for(plan.world.posting("An"))
        address = reverse("planning:programme-list")
        with CaptureQueriesContext(connection) as few:
            text = _text(client.get(address, {"cap": "province"}))
        assert "Chương trình phối hợp tỉnh Quảng Ngãi" in text
        assert "1 dòng" in text
        for number in range(8):
            found(
                plan,
                document=plan.document(number=f"{number}/KH-N"),
                code=f"{number}/CTr",
                short_name=f"Chương trình số {number}",
            )
        with CaptureQueriesContext(connection) as many:
            client.get(address, {"cap": "province"})
        assert len(many) <= len(few) <= 20

    def test_the_page_shows_the_cascade_both_ways_within_twenty_queries(self, plan, client_for):
        province = found(plan)
        found(
            plan,
            by="Chi",
            document=own_paper(plan, "Chi", "02/CTr"),
            parent=province,
            code="02/CTr-CAX",
            short_name="Chương trình xã Đăk Hà",
        )
        client = client_for(plan.world.posting("An"))
        with CaptureQueriesContext(connection) as asked:
            text = _text(client.get(reverse("planning:programme-detail", args=[province.pk])))
        assert "Chương trình phối hợp 07" in text
        assert "Chương trình xã Đăk Hà" in text
        assert "Cụ thể hóa nội dung 1" in text
        assert len(asked) <= 40

    def test_a_programme_is_founded_changed_and_linked_in_the_browser(self, plan, client_for, send):
        paper = plan.document(number="12/CTrPH-CAT")
        client = client_for(plan.world.posting("An"))
        address = reverse("planning:document-found", args=[paper.pk])
        page = _text(client.get(address))
        assert "Lập chương trình từ văn bản" in page
        contents = list(plan.programme.contents.all())
        sent = {
            "noi-dung-TOTAL_FORMS": "3",
            "noi-dung-INITIAL_FORMS": "0",
            "noi-dung-0-name": "Tuyên truyền tại cơ sở",
            "noi-dung-0-parent": contents[1].pk,
            "noi-dung-1-name": "Việc riêng",
            "code": "12/CTrPH-CAT",
            "name": "Chương trình phối hợp của tỉnh",
            "short_name": "Chương trình tỉnh",
            "signed_on": "10/01/2026",
            "first_year": "2026",
            "last_year": "2030",
            "kinds": ["ca", "mttq"],
        }
        wrong = send(client, address, **sent | {"last_year": "2020"})
        assert wrong.status_code == 422
        assert "Năm cuối" in _text(wrong)
        assert "Tuyên truyền tại cơ sở" in _text(wrong)
        made = send(client, address, **sent)
        programme = Programme.objects.get(code="12/CTrPH-CAT")
        assert made["Location"] == reverse("planning:programme-detail", args=[programme.pk])
        assert [c.parent for c in programme.contents.all()] == [contents[1], None]
        assert client.get(address)["Location"] == made["Location"]
        link = reverse("planning:programme-link", args=[programme.pk])
        assert send(client, link, kind="replaces", named="").status_code == 422
        assert send(client, link, kind="replaces", named="Chương trình 15/2011").status_code == 302
        assert "Chương trình 15/2011" in _text(client.get(made["Location"]))
        drop = reverse("planning:link-drop", args=[programme.links.get().pk])
        assert send(client, drop).status_code == 302
        edit = reverse("planning:programme-edit", args=[programme.pk])
        assert "Tuyên truyền tại cơ sở" in _text(client.get(edit))
        changed = sent | {"short_name": "Chương trình tỉnh (sửa)", "row_version": "1"}
        changed["noi-dung-0-pk"] = str(programme.contents.first().pk)
        assert send(client, edit, **changed).status_code == 302
        programme.refresh_from_db()
        assert programme.short_name == "Chương trình tỉnh (sửa)"
        assert send(client, edit, **changed).status_code == 409

    def test_others_get_neither_form_nor_page(self, plan, client_for):
        province = found(plan)
        pages = {
            "Dũng": {"programme-detail": 200, "programme-edit": 403, "programme-matrix": 200},
            "Bình": {"programme-detail": 200, "programme-edit": 403},
            "Giang": {"programme-detail": 404, "programme-edit": 404, "programme-matrix": 404},
            "Kiểm": {"programme-detail": 403, "programme-matrix-excel": 403},
        }
        for name, expected in pages.items():
            client = client_for(plan.world.posting(name))
            answers = {
                page: client.get(reverse(f"planning:{page}", args=[province.pk])).status_code
                for page in expected
            }
            assert answers == expected, name
