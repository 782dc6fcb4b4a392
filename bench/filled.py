"""A province's ten years made up in bulk, for benchmarks that need many records."""

import random
from datetime import date, timedelta

from phongtrao.core import clock
from phongtrao.core.models import StoredFile
from phongtrao.intake.models import Draft
from phongtrao.org.models import Account, AreaVersion, Body, Posting
from phongtrao.org.permissions import Actor, actor_for
from phongtrao.planning.imports import PACK_07
from phongtrao.planning.models import Programme, ProgrammeDocument, Requirement, Task

PAPERS, CLAUSES, TASKS = 4_000, 6, 72_000
_SENTENCE = (
    "tuyên truyền vận động nhân dân tham gia phong trào toàn dân bảo vệ an ninh Tổ quốc xây dựng "
    "nhân rộng mô hình tổ tự quản rà soát củng cố lực lượng nòng cốt ở cơ sở phối hợp Mặt trận Tổ "
    "quốc các đoàn thể tổ chức Ngày hội hằng tháng hằng quý báo cáo kết quả kế hoạch chương trình "
    "đề án chuyển đổi số bảo đảm trật tự an toàn xã hội địa bàn phòng ngừa hướng dẫn kiểm tra"
)
_WORDS = _SENTENCE.split()
_FIRST = date(2017, 1, 1)


def official(kind: str, area: int, name: str) -> Actor:
    """An officer of the body of a kind in an area, acting today."""
    account = Account.objects.create_user(username=name, password=None, full_name=name)
    body = Body.objects.on(clock.today()).get(kind_id=kind, area_id=area, parent=None)
    posting = Posting.objects.create(
        account=account, body=body, role="officer", capacity="Cán bộ", valid_from=date(2025, 7, 1)
    )
    return actor_for(account, clock.today(), posting_id=posting.pk)


def fill(province: AreaVersion, by: Actor) -> int:
    """Write papers with their clauses, and tasks, of one province; returns how many records."""
    rand = random.Random(2026)
    inside = AreaVersion.objects.on(clock.today()).under(province.path).values("lineage_id")
    bodies = list(Body.objects.on(clock.today()).filter(kind_id="ca", area_id__in=inside))
    programme = Programme.objects.get(home_body=None)
    documents = _papers(rand, programme, by)
    clauses = [
        Requirement(document=document, position=n, action=_said(rand, 25))
        for document in documents
        for n in range(1, CLAUSES + 1)
    ]
    Requirement.objects.bulk_create(clauses, batch_size=1_000)
    tasks = [_task(rand, programme, rand.choice(bodies), by) for _ in range(TASKS)]
    Task.objects.bulk_create(tasks, batch_size=1_000)
    return len(documents) + len(clauses) + len(tasks)


def _said(rand: random.Random, words: int) -> str:
    return " ".join(rand.choices(_WORDS, k=words))


def _papers(rand: random.Random, programme: Programme, by: Actor) -> list[ProgrammeDocument]:
    file = StoredFile.objects.create(
        sha256="0" * 64, name=f"{PACK_07}.txt", kind="txt", size=1, created_at=clock.now()
    )
    shared = {"file": file, "text": "", "issuer_text": "Công an tỉnh Quảng Ngãi"}
    drafts = Draft.objects.bulk_create(
        [
            Draft(body=by.posting.body, received_at=clock.now(), received_by=by.posting, **shared)
            for _ in range(PAPERS)
        ],
        batch_size=1_000,
    )
    made = [
        ProgrammeDocument(
            **shared | {"text": f"Gửi {rand.choice(('Ba Tơ', 'Lý Sơn'))}. {_said(rand, 900)}"},
            programme=programme,
            home_body=by.posting.body,
            type="Kế hoạch",
            number=f"{n}/KH-CAT",
            number_key=f"{n}/KH-CAT",
            issued_on=_FIRST + timedelta(n % 3_500),
            title=_said(rand, 14),
            draft=draft,
            registered_at=clock.now(),
            registered_on=_FIRST + timedelta(n % 3_500),
            registered_by=by.posting,
        )
        for n, draft in enumerate(drafts, start=1)
    ]
    return ProgrammeDocument.objects.bulk_create(made, batch_size=500)


def _task(rand: random.Random, programme: Programme, lead: Body, by: Actor) -> Task:
    due = _FIRST + timedelta(rand.randrange(3_600))
    return Task(
        programme=programme,
        title=_said(rand, 12),
        product=_said(rand, 5),
        assigner=by.posting.body,
        lead=lead,
        original_due_on=due,
        due_on=due,
        created_at=clock.now() - timedelta(days=rand.randrange(3_600)),
        created_by=by.posting,
    )
