"""Every address × role × relation, against a table read by hand (`access_table.txt`).

One world is made once; each request runs in a savepoint that is undone. Every text of an object of
Quảng Ngãi carries a marker: an answer to anybody outside that holds it is a leak.
"""

import io
import json
import uuid
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from phongtrao.core import clock, files
from phongtrao.core.models import CalendarDay, Notice
from phongtrao.fieldwork.events import actions as events
from phongtrao.fieldwork.events.planner import Rules, Weights
from phongtrao.fieldwork.events.queries import Wishes
from phongtrao.org import actions as org
from phongtrao.org import scope
from phongtrao.org.actions.area_changes import carry_out
from phongtrao.org.actions.compositions import SeatTerms
from phongtrao.org.actions.tokens import PREFIX, digest_of
from phongtrao.org.middleware import SESSION_KEY
from phongtrao.org.models import AccessToken, Account, AreaSet, AreaSetMember, Handover, Posting
from phongtrao.org.reshaping.operations import Amend, Order
from phongtrao.org.roles import BY_TOKEN, capabilities_of
from phongtrao.oversight import actions as oversight
from phongtrao.oversight.models import Inspection, Outline
from phongtrao.planning import actions as planning
from phongtrao.planning.deadlines.rhythm import Rhythm
from phongtrao.publishing import actions as publishing
from phongtrao.publishing.models import PaperDelivery, PaperLine, PaperStep, WordTemplate
from phongtrao.publishing.word.decree_30_2020 import DECREE_30_2020
from phongtrao.publishing.word_templates.starting import starting_template
from phongtrao.reporting import actions as reporting
from phongtrao.reporting import queries as reports
from phongtrao.reporting.models import Report, Round
from tests.fieldwork import (
    coreforce_cases,
    events_cases,
    exemplars_cases,
    forum_cases,
    fund_cases,
    grassroots_cases,
    meetings_cases,
    outreach_cases,
    training_cases,
    week_cases,
)
from tests.org.committees import confirmed, draft
from tests.oversight import inspection_cases, session_cases
from tests.packs import load_pack
from tests.planning import exchanges, inside, register
from tests.planning.conftest import Plan
from tests.reporting import cases, designed
from tests.world import MERGER, World, build_world

# Makes pytest-django make the database; `stage` holds it for the whole module. Scope and roles are
# decided above the database, so one of the two is enough here.
pytestmark = pytest.mark.django_db
TABLE = Path(__file__).with_name("access_table.txt")
MARKER = "DauRiengCuaQuangNgai"  # without marks: a workbook may write those as entities
ROLES = {
    "O": "officer",
    "L": "leader",
    "C": "clerk",
    "A": "auditor",
    "M": "administrator",
}
RELATIONS = ("inside", "below", "outside", "former")
THIRD_PARTY = ("allauth.", "django.contrib.")
# The addresses of sign-in that this product keeps closed: 404 for everybody.
CLOSED = "not_offered"
# Names of the cast for relation and role; the others are appointed here.
CAST = {
    ("inside", "O"): "An",
    ("inside", "L"): "Bình",
    ("inside", "C"): "Vân",
    ("below", "O"): "Chi",
    ("below", "L"): "Cường",
    ("outside", "O"): "Giang",
    ("outside", "L"): "Gấm",
}
PLACES = {"inside": "quang-ngai", "below": "dak-ha", "outside": "gia-lai", "former": "quang-ngai"}


@dataclass(frozen=True)
class Line:
    """One line of the table."""

    may: str
    inside: str
    below: str
    sent: dict[str, str]


@dataclass
class Stage:
    """One of each object, and a client for everybody."""

    world: World
    arguments: dict[str, Any] = field(default_factory=dict)
    clients: dict[tuple[str, str], Client] = field(default_factory=dict)
    postings: dict[tuple[str, str], Posting] = field(default_factory=dict)
    visitor: Client = field(default_factory=Client)
    tokens: dict[tuple[str, str], str] = field(default_factory=dict)


def _table() -> dict[tuple[str, str], Line]:
    found = {}
    for row in TABLE.read_text(encoding="utf-8").splitlines():
        if not row.strip() or row.startswith("#"):
            continue
        name, method, may, inside, below, *sent = row.split()
        assert (name, method) not in found, f"twice: {name} {method}"
        values = dict(parse_qsl("".join(sent)))
        found[name, method] = Line(may, inside.strip("-"), below.strip("-"), values)
    return found


def _routes() -> dict[str, URLPattern]:
    """Every address of ours by its name, or by itself where it has none."""
    found: dict[str, URLPattern] = {}

    def walk(patterns: list[Any], space: str, address: str) -> None:
        for entry in patterns:
            here = address + str(entry.pattern)
            if isinstance(entry, URLResolver):
                walk(entry.url_patterns, f"{entry.namespace}:" if entry.namespace else space, here)
            elif not entry.callback.__module__.startswith(THIRD_PARTY):
                entry.address = here
                found.setdefault(f"{space}{entry.name}" if entry.name else here, entry)

    walk(get_resolver().url_patterns, "", "")
    return {name: e for name, e in found.items() if e.callback.__name__ != CLOSED}


LINES = _table()
ROUTES = _routes()


@pytest.fixture(scope="module")
def stage(django_db_setup: None, django_db_blocker: Any) -> Iterator[Stage]:
    """The world of this module, undone at its end."""
    with django_db_blocker.unblock(), transaction.atomic():
        scope.forget()
        yield _made()
        transaction.set_rollback(True)
    scope.forget()


def _made() -> Stage:
    stage = Stage(build_world())
    _appoint(stage)
    _mark_people(stage)
    Account.objects.update(is_demo=True)  # the second factor has its own tests
    _papers(stage)
    _following(stage)
    _exchanges(stage)
    _inside(stage)
    _programmes(stage)
    _reports(stage)
    _deciding(stage)
    _people(stage)
    _areas(stage)
    _committees(stage)
    _movement(stage)
    _models(stage)
    for key, posting in stage.postings.items():
        client = Client()
        client.force_login(posting.account, backend="phongtrao.org.sign_in.AccountBackend")
        session = client.session
        session[SESSION_KEY] = posting.pk
        session.save()
        stage.clients[key] = client
        _give_token(stage, key)
    held = AccessToken.objects.get(posting=stage.postings["inside", "O"])
    stage.arguments["access_token"] = held.pk
    return stage


def _give_token(stage: Stage, key: tuple[str, str]) -> None:
    """All that a program of this official may have; former ones had theirs while they served."""
    posting = stage.postings[key]
    held = capabilities_of(posting.role)
    if "token.keep" in held:
        stage.tokens[key] = f"{PREFIX}{uuid.uuid4().hex}"
        AccessToken.objects.create(
            posting=posting,
            account=posting.account,
            name="Thử",
            hint="ptr_xxxx",
            digest=digest_of(stage.tokens[key]),
            capabilities=[each for each in BY_TOKEN if each in held],
            made_at=clock.now(),
            valid_to=clock.today() + timedelta(days=30),
        )


def _appoint(stage: Stage) -> None:
    for relation in RELATIONS:
        for letter, role in ROLES.items():
            name = CAST.get((relation, letter))
            if name is None:
                name = f"Người {relation} {role}"
                ended = clock.today() if relation == "former" else None
                stage.world.add_posting(name, "ca", PLACES[relation], role, valid_to=ended)
            stage.postings[relation, letter] = stage.world.posting(name)


def _mark_people(stage: Stage) -> None:
    for (relation, _letter), posting in stage.postings.items():
        if relation == "inside":
            posting.account.full_name += f" {MARKER}"
            posting.account.save()


def _papers(stage: Stage) -> None:
    world, plan = stage.world, Plan(stage.world, load_pack())
    an, chi = world.actor("An"), world.actor("Chi")
    waiting = _draft(plan, "130/KH-CAT")
    document = planning.adopt_draft(_draft(plan, "125/KH-CAT"), programme=plan.programme, by=an)
    requirement = document.requirements.get(position=1)
    addressee = requirement.addressees.get(body=world.body("ca", "quang-ngai"))
    spec = plan.spec(title=f"Nhiệm vụ {MARKER}", product=f"Kế hoạch {MARKER}")
    [task] = planning.make_concrete(addressee, tasks=[spec], by=an)
    stored = files.store(MARKER.encode(), name=f"{MARKER}.txt", kind="txt", by=chi)
    entry = planning.report_progress(task, f"Đã dự thảo {MARKER}", by=chi, file=stored)
    later = clock.today() + timedelta(days=20)
    asked = planning.ask_extension(task, asked_due_on=later, reason=MARKER, by=chi)
    [done] = planning.make_concrete(_second(document, world), tasks=[plan.spec()], by=an)
    planning.report_progress(done, f"Đã xong {MARKER}", done=True, by=chi)
    item, other = waiting.items.order_by("position")[:2]
    stage.arguments |= {
        "draft": waiting.pk,
        "item": item.pk,
        "other": other.pk,
        "document": document.pk,
        "requirement": requirement.pk,
        "addressee": addressee.pk,
        "task": task.pk,
        "done_task": done.pk,
        "progress": entry.pk,
        "extension": asked.pk,
    }


def _second(document: Any, world: World) -> Any:
    return document.requirements.get(position=2).addressees.get(body=world.body("ca", "quang-ngai"))


def _draft(plan: Plan, number: str) -> Any:
    draft = plan.draft(number=number, title=f"Phong trào {MARKER}", issuer_text=f"CAT {MARKER}")
    province, commune = (plan.world.body("ca", key) for key in ("quang-ngai", "dak-ha"))
    rows = [[{"text": b.name, "org_id": "", "body_id": b.pk}] for b in (province, commune)]
    draft.items.filter(position=2).update(leads=rows[0])
    draft.items.filter(position=1).update(
        action=f"Tuyên truyền {MARKER}", leads=rows[0], coordinators=rows[1]
    )
    return draft


def _following(stage: Stage) -> None:
    """A recurring task of the commune, a late one with the letter that urges, a calendar."""
    plan, monthly = Plan(stage.world, load_pack()), Rhythm(1, 1, 15)
    title = f"Nhiệm vụ {MARKER}"
    task = plan.task(title=title, due_on=monthly.next_on(plan.day(0)), rhythm=monthly)
    with clock.set_to(clock.now() - timedelta(days=20)):
        late = plan.task(title=title, due_on=plan.day(2))
    an = plan.actor("An")
    stage.arguments |= {
        "series": task.series_id,
        "urging": planning.draft_urging([late.pk], by=an).pk,
        "token": planning.make_feed(by=an),
    }


def _exchanges(stage: Stage) -> None:
    """A proposal from below, a draft on which the commune has commented, a scheme."""
    plan = Plan(stage.world, load_pack())
    an, chi = plan.actor("An"), plan.actor("Chi")
    proposal = exchanges.proposal(plan, text=f"Kiến nghị {MARKER}", paper=MARKER)
    round_ = exchanges.sent(plan, to=[("ca", "dak-ha")], title=f"Quy chế {MARKER}", note=MARKER)
    asked = exchanges.asked(round_, plan)
    word = exchanges.comment_on(round_, f"Ý kiến {MARKER}")
    planning.record_comment(asked, word, exchanges.signed_paper(plan), by=chi)
    plans = [planning.StagePlan(2, stage.world.body("ca", "dak-ha"), None)]
    scheme = exchanges.scheme(plan, title=f"Kế hoạch {MARKER}", plans=plans)
    first = scheme.stages.get(position=1)
    stored = files.store(MARKER.encode(), name=f"{MARKER}.txt", kind="txt", by=an)
    planning.complete_stage(first, done_on=clock.today(), note=MARKER, file=stored, by=an)
    stage.arguments |= {
        "proposal": proposal.pk,
        "proposaladdressee": proposal.addressees.get().pk,
        "commentround": round_.pk,
        "commentrequest": asked.pk,
        "clausecomment": asked.comments.get().pk,
        "scheme": scheme.pk,
        "schemestage": first.pk,
    }


def _inside(stage: Stage) -> None:
    """A sub-body of the provincial police, and work that its leader has given to An."""
    plan = Plan(stage.world, load_pack())
    part = inside.part(plan, f"Đội {MARKER}")
    given = inside.given(
        plan,
        content=f"Tham mưu {MARKER}",
        lead=inside.part(plan, f"Tổ {MARKER}"),
        officer=stage.world.posting("An"),
        instruction=f"Giao soạn {MARKER}",
        draft=_draft(plan, "131/KH-CAT"),
    )
    stage.arguments |= {"internal": given.pk, "part": part.pk}


def _programmes(stage: Stage) -> None:
    """The programme of the province, a joint paper with the commune, a target for it."""
    plan, world = Plan(stage.world, load_pack()), stage.world
    an, dak_ha = plan.actor("An"), world.body("ca", "dak-ha")
    programme = register.found(plan, document=_own(plan), short_name=f"Chương trình {MARKER}")
    link = planning.link_programme(programme, "replaces", named=f"Chương trình {MARKER}", by=an)
    content = programme.contents.first()
    assert content is not None
    [row] = planning.assign_content(
        content, [world.body("ca", "quang-ngai")], part="lead", note=MARKER, by=an
    )
    parties = [planning.PartySpec(world.body("ca", "quang-ngai")), planning.PartySpec(dak_ha)]
    paper = register.joint_paper(plan, parties=parties, title=f"Quy chế {MARKER}")
    source = f"Kế hoạch {MARKER}"
    target = register.with_catalogue(lambda: register.target(plan, source=source))
    stage.arguments |= {
        "programme": programme.pk,
        "link": link.pk,
        "assignment": row.pk,
        "joint": paper.pk,
        "party": paper.parties.get(body=dak_ha).pk,
        "target": target.pk,
    }


def _own(plan: Plan) -> Any:
    draft = _draft(plan, "126/KH-CAT")
    return planning.adopt_draft(draft, programme=plan.programme, by=plan.actor("An"))


def _reports(stage: Stage) -> None:
    world = stage.world
    round_ = cases.open_round(world)
    report = cases.submitted(world, round_, told=(("result", f"Ra mắt mô hình {MARKER}"),))
    version = reports.newest_version(report)
    assert version is not None
    clerk = world.actor("Vân")
    reporting.record_signed_approval(
        version,
        kind="concur",
        number=f"15/{MARKER}",
        signed_on=clock.today(),
        signer=f"Phó Chủ tịch {MARKER}",
        file=files.store(b"%PDF-1.4", name=f"{MARKER}.pdf", kind="pdf", by=clerk),
        by=clerk,
    )
    _designs(stage)
    _sent_papers(stage, round_)
    paper = publishing.draft_paper(round_, world.area("quang-ngai").pk, by=world.actor("An"))
    line = PaperLine.objects.filter(section__paper=paper).first()
    assert line is not None
    assert MARKER in line.text
    front = world.body("mttq", "quang-ngai")
    asked = publishing.ask_word(paper, f"Góp ý {MARKER}", body=front, by=world.actor("An"))
    note = files.store(b"%PDF-1.4", name=f"{MARKER}.pdf", kind="pdf", by=clerk)
    PaperStep.objects.filter(pk=asked.pk).update(file=note)
    layout = starting_template(DECREE_30_2020)
    template = WordTemplate.objects.create(
        body=world.body("ca", "quang-ngai"),
        n=1,
        file=files.store(layout, name=f"{MARKER}.docx", kind="docx", by=clerk),
        made_at=clock.now(),
        made_by=world.posting("An"),
    )
    stage.arguments |= {
        "word_template": template.pk,
        "step_pk": asked.pk,
        "round": round_.pk,
        "rollup": round_.pk,
        "report": report.pk,
        "approval_pk": version.approvals.get().pk,
        "paper": paper.pk,
        "line_pk": line.pk,
        "section_pk": line.section_id,
        "code": "CD01",
        "n": 1,
    }


def _sent_papers(stage: Stage, round_: Round) -> None:
    """A paper on its way to a commune's police, and one that it has received."""
    world, an = stage.world, stage.world.actor("An")
    for name in ("delivery", "slip"):
        paper = publishing.draft_paper(round_, world.area("quang-ngai").pk, by=an)
        paper.title, paper.number = f"{paper.title} {MARKER}", "7"
        paper.state, paper.issued_on, paper.issued_at = "issued", clock.today(), clock.now()
        paper.submitted_at, paper.submitted_by = clock.now(), an.posting
        paper.issued_by = an.posting
        stored = files.store(b"PK", name=f"{MARKER}.docx", kind="docx", by=an)
        paper.report_file = paper.memo_file = stored
        paper.save()
        publishing.send_paper(paper, [world.body("ca", "dak-ha")], by=an)
        stage.arguments[name] = PaperDelivery.objects.get(paper=paper).pk
    copy = files.store(b"%PDF-1.4", name=f"{MARKER}.pdf", kind="pdf", by=an)
    signed = publishing.SignedStep("Chi", clock.today(), copy)
    slip = PaperDelivery.objects.get(pk=stage.arguments["slip"])
    publishing.acknowledge(slip, signed=signed, by=world.actor("Vân"))
    PaperDelivery.objects.filter(pk=slip.pk).update(
        disposal="destroyed", disposed_on=clock.today(), disposed_at=clock.now(),
        disposed_by=an.posting, disposal_form="paper", disposer="Chi", disposal_copy=copy,
    )  # fmt: skip
    stage.arguments["issued"] = slip.paper_id


def _designs(stage: Stage) -> None:
    """A form of the province with a version and the draft of the next one; its own indicator."""
    an = stage.world.actor("An")
    terms = reporting.IndicatorTerms("QN01", f"Số cuộc {MARKER}", "cuộc", "flow", "RI", "Riêng")
    indicator = reporting.create_indicator(terms, by=an)
    breakdown = reporting.save_breakdown(None, f"loại {MARKER}", ["Một", "Hai"], by=an)
    draft = designed.draft(stage.world, f"Biểu {MARKER}", ["QN01"])
    version = reporting.issue_template(draft, expected_version=draft.row_version, by=an)
    reporting.revise_template(version.template, by=an)
    stage.arguments |= {
        "indicator": indicator.pk,
        "breakdown": breakdown.pk,
        "template": version.template_id,
    }


def _deciding(stage: Stage) -> None:
    """A one-off request, more time for its answer, a signed line and a phrase of the province."""
    world = stage.world
    an, later = world.actor("An"), clock.now() + timedelta(days=2)
    asked = reporting.ask_one_off(
        reporting.OneOffDraft(
            title=f"Hỏi nhanh {MARKER}",
            rows=[reporting.AskedRow("Số nhà hư hỏng", "nhà")],
            level="commune",
            area_ids=[world.area("dak-ha").pk],
            deadline_at=later,
            period=f"{clock.today():%Y-%m}",
            question=f"Cần gì ở {MARKER}?",
        ),
        by=an,
    )
    more = reporting.ask_extension(
        asked.round.reports.get(),
        deadline_at=later + timedelta(days=1),
        reason=MARKER,
        by=world.actor("Chi"),
    )
    report = reports.report_for(an, stage.arguments["report"])
    version = reports.newest_version(report)
    assert version is not None
    line = reporting.AdjustmentDraft(
        version.report.round.template_version.cells[0]["key"], "1", MARKER
    )
    stage.arguments |= {
        "oneoff": asked.round_id,
        "training": cases.open_training(world).pk,
        "moretime": more.pk,
        "adjustment": reporting.propose_adjustment(version, line, by=an).pk,
        "phrase": reporting.keep_phrase(f"Mẫu {MARKER}", by=an).pk,
    }


def _people(stage: Stage) -> None:
    world, today = stage.world, clock.today()
    officer, leader = world.posting("An"), world.posting("Bình")
    lent = org.delegate(
        leader,
        officer.account,
        valid_from=today,
        valid_to=today + timedelta(days=5),
        paper_number=f"12/{MARKER}",
        paper_date=today,
        by=world.actor("Bình"),
    )
    notice = Notice.objects.create(
        account_id=officer.account_id, kind="x", text=MARKER, address="/", created_at=clock.now()
    )
    left = world.add_posting("Hùng", "ca", "quang-ngai", "officer", valid_to=today)
    handover = Handover.objects.create(
        from_posting=left,
        to_posting=officer,
        on=today,
        paper_number=f"9/{MARKER}",
        paper_date=today,
        made_at=clock.now(),
        record={"items": [], "body": [], "lent": [], "borrowed": []},
    )
    correction = CalendarDay.objects.create(
        day=today, kind="off", name="Nghỉ bù", source="Thông báo", recorded_at=clock.now()
    )
    stage.arguments |= {
        "correction": correction.pk,
        "account": officer.account_id,
        "posting": officer.pk,
        "delegation": lent.pk,
        "handover": handover.pk,
        "notice": notice.pk,
        "area": world.area("quang-ngai").pk,
    }


def _areas(stage: Stage) -> None:
    """An act on a commune, recorded for a later day, and a set that holds the commune."""
    world = stage.world
    order = Order(
        Amend(world.area("dak-ha").pk, type="phường"),
        clock.today() + timedelta(days=900),
        f"Nghị quyết 1/{MARKER}",
    )
    area_set = AreaSet.objects.create(
        code="cum", name="Cụm 1", kind="cluster", level="commune", basis="x", name_folded="cum 1"
    )
    member = AreaSetMember.objects.create(
        area_set=area_set, area=world.area("dak-ha"), valid_from=MERGER
    )
    stage.arguments |= {
        "change": carry_out(order, by=world.actor("Quản")).pk,
        "areaset": area_set.pk,
        "member": member.pk,
    }


def _committees(stage: Stage) -> None:
    """A committee of the province with a decision in force and the draft of the next one."""
    world = stage.world
    police = world.body("ca", "quang-ngai")
    seats = [SeatTerms("head", f"Chủ tịch {MARKER}", police, f"Phụ trách {MARKER}")]
    in_force = confirmed(world, "quang-ngai", by="An", seats=seats)
    pending = draft(world, "quang-ngai", by="An", seats=seats, valid_from=clock.today())
    stage.arguments |= {
        "committee": in_force.body_id,
        "composition": in_force.pk,
        "composition_pk": in_force.pk,
        "draft_composition": pending.pk,
    }


def _movement(stage: Stage) -> None:
    """A campaign, an output and a channel of the province; a session that the commune held."""
    world = stage.world
    planned = outreach_cases.campaign(world, title=f"Đợt {MARKER}")
    held = outreach_cases.session(world, campaign=planned, venue=f"Nhà văn hóa {MARKER}")
    put_out = outreach_cases.output(world, title=f"Tin {MARKER}")
    channel = outreach_cases.channel(world, name=f"Trang {MARKER}")
    heard = forum_cases.forum(world, theme=f"Diễn đàn {MARKER}")
    confirmed_by_us = inspection_cases.sent_in(world)
    stage.arguments |= {
        "campaign": planned.pk,
        "session": held.pk,
        "output": put_out.pk,
        "channel": channel.pk,
        "line": fund_cases.line(world, note=MARKER).pk,
        "year": clock.today().year,
        "team": coreforce_cases.team(world, name=f"Tổ {MARKER}", by="An", area="quang-ngai").pk,
        "allowance": coreforce_cases.allowance(world, resolution=f"Số {MARKER}").pk,
        **_training(world),
        "drill": training_cases.drill(world, title=f"Diễn tập {MARKER}").pk,
        **_meeting(world),
        **_week(world),
        "supervision": grassroots_cases.supervision(world, subject=f"Việc {MARKER}").pk,
        "disclosure": grassroots_cases.disclosure(world, title=f"Dự toán {MARKER}").pk,
        "headcount": coreforce_cases.headcount(world).pk,
        "nucleus": coreforce_cases.nucleus(world, note=MARKER).pk,
        "forum": heard.pk,
        "remark": forum_cases.assigned(world, heard).pk,
        "step": "van-ban",
        "recommendation": confirmed_by_us.pk,
        "preparation": inspection_cases.prepared(world).pk,
        "recurrence": inspection_cases.linked(world, confirmed_by_us).pk,
        "concluded": confirmed_by_us.entry_id,
        "body": confirmed_by_us.body_id,
        "inspection": inspection_cases.decided(world, title=f"Kiểm tra {MARKER}").pk,
        "bulletin": outreach_cases.bulletin(world, title=f"Bản tin {MARKER}").pk,
        **_session(world),
    }
    stage.arguments |= _told(world, stage.arguments)


def _told(world: World, known: dict[str, Any]) -> dict[str, Any]:
    """The outline by which Đăk Hà reported, its summary, what it is asked to clarify."""
    inspection = Inspection.objects.get(pk=known["inspection"])
    report = Report.objects.get(pk=known["report"])
    Outline.objects.create(
        entry=inspection, round=report.round, sent_at=clock.now(), sent_by=world.posting("An")
    )
    oversight.write_summary(inspection, f"Tóm tắt {MARKER}", by=world.actor("Chi"))
    asked = inspection_cases.clarification(world, inspection, text=f"Làm rõ {MARKER}")
    return {"clarification": asked.pk}


def _session(world: World) -> dict[str, Any]:
    """Sessions with minutes that wait for approval and with approved ones; a document asked for."""
    text = f"I. NỘI DUNG\n{MARKER}"
    made, out = session_cases.minuted(world, text), session_cases.minuted(world, text)
    oversight.approve_session_minutes(out, by=world.actor("An"))
    said = {"state": "asked", "reason": MARKER}
    return {
        "work_session": made.pk,
        "approved_session": out.pk,
        "seen": session_cases.document(world, made.entry, **said).pk,
    }


def _training(world: World) -> dict[str, Any]:
    """A class of the province with the certificate of an official of Ba Tơ."""
    held = training_cases.planned(world, title=f"Lớp {MARKER}")
    given = training_cases.certified(world, held, "Ba")
    return {"class": held.pk, "certificate": given.pk}


def _meeting(world: World) -> dict[str, Any]:
    """A meeting of the province with a directive that is neither given nor settled."""
    held = meetings_cases.held(world, title=f"Giao ban {MARKER}", series="Giao ban quý")
    asked = meetings_cases.directive(world, held, body=world.body("ca", "ba-to"))
    spoken = meetings_cases.said(world, held)
    version = meetings_cases.minuted(world, held)
    return {
        "meeting": held.pk,
        "conclusion": asked.pk,
        "statement": spoken.pk,
        "version": version.pk,
        "book": meetings_cases.bound(world, held).pk,
        **_before_a_meeting(world),
    }


def _week(world: World) -> dict[str, Any]:
    """A week of the province that is drafted, with one line."""
    drafted = week_cases.week(world, week_cases.line(f"Việc {MARKER}"))
    return {"week": drafted.pk, "week_item": drafted.items.get().pk}


def _before_a_meeting(world: World) -> dict[str, Any]:
    """A conference to come: Đăk Hà is invited, has a bridge point and has sent a speech."""
    made = meetings_cases.prepared(world, f"Hội nghị {MARKER}")
    return {
        "coming": made.pk,
        "invited": made.invitations.get().pk,
        "bridge": made.bridges.get().pk,
        "meeting_paper": made.papers.get().pk,
    }


def _models(stage: Stage) -> None:
    """Models of the commune and all that hangs on them."""
    stage.arguments |= exemplars_cases.staged(stage.world, MARKER)
    _festival(stage)


def _festival(stage: Stage) -> None:
    """A festival planned by the province, a site of the commune with an invitation."""
    world = stage.world
    plan = events_cases.plan(world, title=f"Kế hoạch {MARKER}")
    site = events_cases.site(world, plan, title=f"Điểm {MARKER}")
    bodies = [world.body("ca", "ba-to")]
    events.invite(site, bodies, "Trưởng Công an xã", by=world.actor("Chi"))
    events_cases.site(world, plan, title=f"Điểm tỉnh {MARKER}", level="tinh")
    wishes = Wishes("tinh", Rules(1, guests_each=0), Weights())
    selection = events.ask_selection(plan, wishes, by=world.actor("An"))
    stage.arguments |= {
        "plan": plan.pk,
        "selection": selection.pk,
        "site": site.pk,
        "invitation": site.invitations.get().pk,
    }


# Objects that everybody with the capability may read, wherever he is.
NO_SECRETS = frozenset(
    {"org:areaset-detail", "org:areaset-members", "api:template-detail"}
    | {f"exemplars:catalogue-{page}" for page in ("detail", "sheet", "ask")}
    | {f"exemplars:practice-{page}" for page in ("detail", "picture", "edit", "strike", "grow")}
    # A year is no object: everybody reads the table of what he sees.
    | {"funds:year-table", "funds:year-publish"}
)
# The door of programs: JSON with a token, 401 where a browser is led to sign-in.
FOR_PEOPLE = frozenset({"api:guide", "api:openapi"})
# Which object an address speaks of, where its name does not begin with it.
SPEAKS_OF = {
    "intake": "draft",
    "publishing": "paper",
    "meetings:conclusion-add": "meeting",
    "weeks:item-add": "week",
    "weeks:item-paste": "week",
    "weeks:item-take": "week",
    "weeks:item-edit": "week_item",
    "weeks:item-drop": "week_item",
    "weeks:item-calendar": "week_item",
    "meetings:invitation-list": "meeting",
    "meetings:invitation-add": "meeting",
    "meetings:invitation-send": "meeting",
    "meetings:quorum-ask": "meeting",
    "meetings:attendance-note": "meeting",
    "meetings:seat-plan": "meeting",
    "meetings:seat-order": "meeting",
    "meetings:bridge-list": "meeting",
    "meetings:bridge-plan": "meeting",
    "meetings:paper-list": "meeting",
    "meetings:paper-ask": "meeting",
    "meetings:paper-order": "meeting",
    "meetings:invitation-withdraw": "invited",
    "meetings:invitation-answer": "invited",
    "meetings:paper-detail": "meeting_paper",
    "meetings:paper-send": "meeting_paper",
    "meetings:paper-approve": "meeting_paper",
    "meetings:paper-return": "meeting_paper",
    "meetings:paper-change": "meeting_paper",
    "meetings:paper-drop": "meeting_paper",
    "meetings:paper-file": "meeting_paper",
    "publishing:meeting-invitation": "coming",
    "training:certificate-record": "class",
    "publishing:template-file": "word_template",
    "publishing:template-use": "word_template",
    "publishing:template-stop": "word_template",
    "publishing:handover-word": "handover",
    "publishing:delegation-word": "delegation",
    "publishing:urging-word": "urging",
    "publishing:meeting-notice": "meeting",
    "publishing:meeting-book": "meeting",
    "publishing:meeting-bind": "meeting",
    "publishing:book-file": "book",
    "publishing:festival-invitation": "site",
    "publishing:festival-report": "site",
    "publishing:late-word": "round",
    "publishing:internal-slip": "internal",
    "publishing:commentround-word": "commentround",
    "publishing:programme-duties": "programme",
    "publishing:week-word": "week",
    "publishing:received-detail": "delivery",
    "publishing:received-file": "delivery",
    "publishing:receipt-record": "delivery",
    "publishing:receipt-file": "slip",
    "publishing:disposal-confirm": "delivery",
    "publishing:disposal-record": "delivery",
    "publishing:disposal-file": "slip",
    "publishing:paper-dossier": "issued",
    "publishing:dossier-pdf": "issued",
    "publishing:dossier-xml": "issued",
    "publishing:received-pass-on": "slip",
    "oversight:inspection-recommend": "concluded",
    "publishing:inspection-conclusion": "concluded",
    "publishing:inspection-conclusion-to": "concluded",
    "publishing:inspection-remedies": "concluded",
    "publishing:session-minutes-word": "approved_session",
    **{
        f"oversight:session-{verb}": "work_session"
        for verb in ("detail", "edit", "move", "hold", "off", "minutes", "approve")
    },
    "planning:progress-file": "progress",
    "planning:draft-accept": "draft",
    "planning:task-confirm": "done_task",
    "reporting:approval-file": "report",
    "portal:paper-graph": "document",
    "forums:remark-note": "forum",
    "forums:remark-import": "forum",
    "forums:answer-list": "forum",
    "forums:answer-excel": "forum",
    "portal:paper-graph-excel": "document",
    "analytics:figure-sources": "area",
    "analytics:load-detail": "area",
    "org:posting-make": "account",
    "org:token-revoke": "access_token",
    "org:composition-edit": "draft_composition",
    "org:composition-confirm": "draft_composition",
    "org:composition-drop": "draft_composition",
}


def _address(stage: Stage, name: str, entry: URLPattern) -> str:
    space, _colon, short = name.rpartition(":")
    noun = SPEAKS_OF.get(name) or SPEAKS_OF.get(space) or short.split("-")[0]
    address = "/" + entry.address  # type: ignore[attr-defined]  # put there by `_routes`
    for part in entry.pattern.converters:
        value = stage.arguments[noun if part == "pk" else part.removesuffix("_id")]
        if _is_program(name):
            value = "bao-cao-6-thang" if part == "code" else value
            address = address.replace(f"<{part}>", str(value))
        kind = {
            "code": "slug",
            "token": "str",
            "verb": "slug",
            "reply": "slug",
            "step": "slug",
        }.get(part, "int")
        address = address.replace(f"<{kind}:{part}>", str(value))
    return address


def _is_program(name: str) -> bool:
    return name.startswith("api:") and name not in FOR_PEOPLE


def _is_object(entry: URLPattern) -> bool:
    return bool(entry.pattern.converters)


def _asked(client: Client, method: str, address: str, sent: dict[str, str]) -> Any:
    """One request whose changes are undone; the answer with the bytes it holds."""
    kept = client.cookies.output()
    with transaction.atomic():
        if method == "GET":
            answer = client.get(address)
        else:
            answer = client.post(address, {"_once": uuid.uuid4().hex} | sent)
        data = b"".join(answer.streaming_content) if answer.streaming else answer.content
        transaction.set_rollback(True)
    client.cookies.clear()
    client.cookies.load(kept.replace("Set-Cookie: ", ""))  # a new session was undone as well
    return answer, data


def _called(token: str, method: str, address: str, sent: dict[str, str]) -> Any:
    """The same by a program with a token."""
    headers = {"authorization": f"Bearer {token}", "idempotency-key": uuid.uuid4().hex}
    body = {name: int(value) for name, value in sent.items()}
    with transaction.atomic():
        answer = Client().generic(
            method, address, json.dumps(body), content_type="application/json", headers=headers
        )
        transaction.set_rollback(True)
    return answer, answer.content


def _holds_marker(data: bytes) -> bool:
    if data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            data = b"".join(parts.read(name) for name in parts.namelist())
    return MARKER.encode() in data


def _expected(line: Line | None, relation: str, letter: str, *, is_object: bool) -> str:
    """One word: answered, 403, 404, refused (403, 404 or 405)."""
    if line is None:
        return "refused"
    if letter not in line.may:
        return "403"
    if relation == "former":
        return "403"
    if relation == "outside":
        if is_object:
            return "404"
        return "answered" if letter in line.inside else "refused"
    return "answered" if letter in getattr(line, relation) else "refused"


def _fits(expected: str, status: int) -> bool:
    if expected == "answered":
        return status not in (403, 404) and status < 500
    if expected == "refused":
        return status in (401, 403, 404, 405)
    return status == int(expected) or (expected, status) == ("403", 401)


def _faults_of(stage: Stage, name: str, method: str) -> list[str]:
    entry, line = ROUTES[name], LINES.get((name, method))
    address, faults = _address(stage, name, entry), []
    for (relation, letter), client in stage.clients.items():
        if line is None and relation != "inside" and letter != "O":
            continue  # what nobody inside may do, one witness outside refuses as well
        sent = dict(line.sent) if line else {}
        if sent.get("chuc_trach") == "own":
            sent["chuc_trach"] = str(stage.postings[relation, letter].pk)
        if _is_program(name):
            token = stage.tokens.get((relation, letter), "")
            answer, data = _called(token, method, address, sent)
        else:
            answer, data = _asked(client, method, address, sent)
        is_object = _is_object(entry) and name not in NO_SECRETS
        expected = _expected(line, relation, letter, is_object=is_object)
        if not _fits(expected, answer.status_code):
            faults.append(f"{relation} {ROLES[letter]}: {answer.status_code}, not {expected}")
        if relation in ("outside", "former") and _holds_marker(data):
            faults.append(f"{relation} {ROLES[letter]}: sees Quảng Ngãi")
    return faults


def test_every_address_has_a_line_and_every_line_an_address() -> None:
    named = {name for name, _method in LINES}
    assert not set(ROUTES) - named, "these addresses have no line in access_table.txt"
    assert not named - set(ROUTES), "these lines have no address"
    assert {method for _name, method in LINES} == {"GET", "POST"}


def test_the_addresses_left_out_are_closed_to_everybody(stage: Stage) -> None:
    for name in ("signup/", "email/", "password/set/", "inactive/"):
        for client in (stage.visitor, stage.clients["inside", "O"]):
            assert _asked(client, "GET", f"/tai-khoan/{name}", {})[0].status_code == 404


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("name", sorted(ROUTES))
def test_an_address_answers_as_the_table_says(stage: Stage, name: str, method: str) -> None:
    line = LINES.get((name, method))
    if line is not None and line.may == "*":
        status = _asked(stage.visitor, method, _address(stage, name, ROUTES[name]), {})[
            0
        ].status_code
        assert status in (200, 302, 503)
        return
    is_program = _is_program(name)
    visit, data = _asked(stage.visitor, method, _address(stage, name, ROUTES[name]), {})
    if line is not None or visit.status_code != 405:
        assert visit.status_code == (401 if is_program else 302)
        assert is_program or visit["Location"].startswith("/tai-khoan/login/")
    assert not _holds_marker(data)
    faults = _faults_of(stage, name, method)
    assert not faults, "\n".join(faults)


def test_the_marker_is_seen_where_it_should_be(stage: Stage) -> None:
    # A marker that nobody ever sees would prove nothing.
    inside = stage.clients["inside", "O"]
    for name in ("intake:draft-list", "planning:task-list", "planning:document-excel"):
        _answer, data = _asked(inside, "GET", _address(stage, name, ROUTES[name]), {})
        assert _holds_marker(data), name
