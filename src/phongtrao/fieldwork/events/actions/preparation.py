"""What a site prepares: programme, invitations and replies, check-list, estimate, pictures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from phongtrao.core import audit
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused, Sentence
from phongtrao.core.vietnamese import tidy_line
from phongtrao.fieldwork.events.models import (
    FestivalCheck,
    FestivalCost,
    FestivalInvitation,
    FestivalItem,
    FestivalPicture,
    FestivalSite,
)
from phongtrao.fieldwork.events.rules import MOST_MONEY, PARTS, SOURCES
from phongtrao.fieldwork.events.workflow import HELD, Reply, SiteState
from phongtrao.fieldwork.register.actions import locked, require_past, require_recorder
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor

MOST_LINES = 40
MOST_INVITED = 80
MOST_PICTURES = 30


@dataclass(frozen=True, slots=True)
class CostSpec:
    """A line of the estimate."""

    content: str
    source: str
    amount: int


@transaction.atomic
def set_programme(
    site: FestivalSite,
    programme: Mapping[str, Sequence[str]],
    checks: Sequence[str],
    *,
    by: Actor,
) -> FestivalSite:
    """The items of both parts and the check-list, in their order, instead of those before.

    A line of the check-list that stays keeps its tick. Raises Forbidden, Refused and InvalidInput
    (too many lines).
    """
    found = _open_for(site, by)
    write_programme(found, programme)
    write_checks(found, checks)
    audit.record("festivalsite.programme", found, by=by)
    return found


def write_programme(site: FestivalSite, programme: Mapping[str, Sequence[str]]) -> None:
    """Write the items; called in a transaction."""
    rows = []
    for part, _name in PARTS:
        contents = _lines(programme.get(part, ()), part)
        rows += [
            FestivalItem(entry=site, part=part, place=place, content=content)
            for place, content in enumerate(contents)
        ]
    site.items.all().delete()
    FestivalItem.objects.bulk_create(rows)


def write_checks(site: FestivalSite, contents: Sequence[str]) -> None:
    """Write the lines; called in a transaction."""
    ticked = dict(site.checks.values_list("content", "done_on"))
    lines = _lines(contents, "checks")
    site.checks.all().delete()
    FestivalCheck.objects.bulk_create(
        FestivalCheck(entry=site, place=place, content=content, done_on=ticked.get(content))
        for place, content in enumerate(lines)
    )


@transaction.atomic
def tick_checks(site: FestivalSite, done: Sequence[int], *, by: Actor) -> FestivalSite:
    """Which places of the check-list are done; the others are not. Raises Forbidden, Refused."""
    found = _open_for(site, by)
    found.checks.exclude(place__in=done).update(done_on=None)
    found.checks.filter(place__in=done, done_on__isnull=True).update(done_on=by.day)
    audit.record("festivalsite.checks", found, by=by)
    return found


@transaction.atomic
def set_costs(site: FestivalSite, costs: Sequence[CostSpec], *, by: Actor) -> FestivalSite:
    """The lines of the estimate instead of those before; raises as the programme."""
    found = _open_for(site, by)
    for each in costs:
        if each.source not in dict(SOURCES) or not 0 < each.amount <= MOST_MONEY:
            raise InvalidInput(N_("Mỗi khoản cần nội dung, nguồn và số tiền lớn hơn 0."))
    found.costs.all().delete()
    FestivalCost.objects.bulk_create(
        FestivalCost(
            entry=found,
            place=place,
            content=tidy_line(each.content)[:200],
            source=each.source,
            amount=each.amount,
        )
        for place, each in enumerate(costs[:MOST_LINES])
    )
    audit.record("festivalsite.costs", found, by=by, total=sum(each.amount for each in costs))
    return found


@transaction.atomic
def invite(site: FestivalSite, bodies: Sequence[Body], post: str, *, by: Actor) -> int:
    """Invite the holder of a post in each of some bodies; how many were not invited before.

    Raises Forbidden, Refused and InvalidInput (no post, too many).
    """
    found = _open_for(site, by)
    said = tidy_line(post)[:120]
    if not said:
        _refuse("post", N_("Hãy ghi chức danh được mời, ví dụ: Lãnh đạo Công an tỉnh."))
    already = set(found.invitations.filter(post=said).values_list("body_id", flat=True))
    fresh = [body for body in dict.fromkeys(bodies) if body.pk not in already]
    if found.invitations.count() + len(fresh) > MOST_INVITED:
        _refuse("bodies", N_("Một điểm mời nhiều nhất 80 chức danh."))
    FestivalInvitation.objects.bulk_create(
        FestivalInvitation(entry=found, body=body, post=said, invited_on=by.day) for body in fresh
    )
    audit.record("festivalsite.invited", found, by=by, post=said, bodies=len(fresh))
    return len(fresh)


@transaction.atomic
def uninvite(invitation: FestivalInvitation, *, by: Actor) -> None:
    """Take back an invitation that nobody has answered. Raises Forbidden and Refused."""
    site = _open_for(invitation.entry, by)
    if invitation.reply != Reply.WAITING:
        raise Refused(N_("Cơ quan được mời đã trả lời nên không rút giấy mời được nữa."))
    audit.record("festivalsite.uninvited", site, by=by, post=invitation.post)
    invitation.delete()


@transaction.atomic
def answer_invitation(invitation: FestivalInvitation, reply: str, *, by: Actor) -> None:
    """What the invited office answers: entered by itself, or by the host who was told.

    Raises Forbidden (neither of both) and InvalidInput (no such answer).
    """
    require_recorder(by)
    row = FestivalInvitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)
    if by.body_id not in (row.body_id, row.entry.body_id):
        raise Forbidden(N_("Chỉ cơ quan được mời hoặc cơ quan chủ trì mới ghi trả lời."))
    if reply not in Reply.values or reply == Reply.WAITING:
        _refuse("reply", N_("Hãy chọn trong danh mục."))
    row.reply, row.replied_on = reply, by.day
    row.save(update_fields=["reply", "replied_on"])
    audit.record("festivalsite.replied", row.entry, by=by, reply=reply)


@transaction.atomic
def add_picture(
    site: FestivalSite, *, address: str, outlet: str, published_on: date, by: Actor
) -> FestivalPicture:
    """Name a picture that has been published; without caption, so that nobody is named.

    Raises Forbidden and InvalidInput (not an address of the web, named before, a day to come).
    """
    found = locked(site, by=by)
    require_past(published_on, by, field="published_on")
    if not address.startswith(("https://", "http://")):
        _refuse("address", N_("Hãy ghi địa chỉ trang đã đăng, bắt đầu bằng https://."))
    if found.pictures.filter(address=address).exists():
        _refuse("address", N_("Địa chỉ này đã ghi rồi."))
    if found.pictures.count() >= MOST_PICTURES:
        _refuse("address", N_("Mỗi điểm ghi nhiều nhất 30 ảnh đã đăng."))
    picture = FestivalPicture.objects.create(
        entry=found, address=address, outlet=tidy_line(outlet)[:120], published_on=published_on
    )
    audit.record("festivalsite.picture", found, by=by, outlet=picture.outlet)
    return picture


def _open_for(site: FestivalSite, by: Actor) -> FestivalSite:
    """The site for one who prepares it; raises Refused once it is held or cancelled."""
    found = locked(site, by=by)
    if found.state in (*HELD, SiteState.CANCELLED):
        raise Refused(N_("Điểm này đã tổ chức xong hoặc đã hủy nên không sửa phần chuẩn bị nữa."))
    return found


def _lines(contents: Sequence[str], field: str) -> list[str]:
    lines = [tidy_line(each)[:300] for each in contents]
    lines = list(dict.fromkeys(line for line in lines if line))
    if len(lines) > MOST_LINES:
        _refuse(field, N_("Ghi nhiều nhất 40 dòng."))
    return lines


def _refuse(field: str, said: str) -> None:
    raise InvalidInput(Sentence(said), fields={field: Sentence(said)})
