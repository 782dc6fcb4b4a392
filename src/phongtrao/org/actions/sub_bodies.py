"""The sub-bodies of a body (đội, tổ): make one, close one or merge it into another."""

from datetime import date

from django.db import transaction

from phongtrao.core import audit
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused
from phongtrao.core.vietnamese import fold, same_name, tidy_line
from phongtrao.org.actions import open_work
from phongtrao.org.models import Body, BodyKind, BodySuccession, Posting
from phongtrao.org.permissions import Actor, may_keep_parts
from phongtrao.org.queries.sub_bodies import parts_of

# Bodies that no programme names: made by hand, below the body that has them.
SUB_BODY = "dvtt"
_LONGEST = 60


@transaction.atomic
def open_sub_body(name: str, *, by: Actor) -> Body:
    """Make a sub-body of the acting body from today on; its full name ends with the body's.

    Raises Forbidden and InvalidInput (no name, a sign that separates names, the same name twice).
    """
    whole = by.body
    if whole is None or not may_keep_parts(by, whole):
        raise Forbidden(N_("Chỉ lãnh đạo, cán bộ của cơ quan mới lập được đội, tổ của cơ quan."))
    short = tidy_line(name)
    if not short or len(short) > _LONGEST or any(sign in short for sign in ",;:"):
        raise InvalidInput(
            N_("Tên đội, tổ dài từ 1 đến %(most)s ký tự, không có dấu phẩy, chấm phẩy, hai chấm."),
            "body.part_name",
            most=_LONGEST,
        )
    if any(same_name(part.short_name, short) for part in parts_of(whole.pk, by.day)):
        raise InvalidInput(N_("Cơ quan đã có đội, tổ tên này."), "body.part_twice")
    made = new_sub_body(whole, short, by.day)
    made.save()
    audit.record("body.part_opened", made, by=by, name=short, whole=whole.pk)
    return made


def new_sub_body(whole: Body, short: str, on: date) -> Body:
    """A sub-body that is not saved yet; its kind is made where no body had one before."""
    kind, _is_new = BodyKind.objects.get_or_create(
        code=SUB_BODY, defaults={"name": "Đội, tổ trực thuộc", "position": 990}
    )
    name = sub_body_name(short, whole.name)
    return Body(
        kind=kind,
        area_id=whole.area_id,
        parent=whole,
        name=name,
        name_folded=fold(name)[:220],
        short_name=short,
        valid_from=on,
    )


def sub_body_name(short: str, whole: str) -> str:
    """What a sub-body is called outside its body."""
    return f"{short}, {whole}"[:200]


@transaction.atomic
def close_sub_body(part: Body, *, into: Body | None, by: Actor) -> Body:
    """Close a sub-body from today on; its open work goes on in the one that it is merged `into`.

    Raises Forbidden, and Refused where it was made today, still has officials, or has open work
    and nobody to go on with it.
    """
    whole = by.body
    if whole is None or part.parent_id != whole.pk or not may_keep_parts(by, whole):
        raise Forbidden(N_("Chỉ lãnh đạo, cán bộ của cơ quan mới đóng được đội, tổ của cơ quan."))
    if into is not None and (into.parent_id != whole.pk or into.pk == part.pk):
        raise InvalidInput(N_("Chọn một đội, tổ khác của cơ quan để nhận việc."), "body.part_into")
    _require_closable(part, into, by)
    moved = []
    if into is not None:
        BodySuccession.objects.create(predecessor=part, successor=into, on=by.day)
        moved = open_work.hand_over({part.pk: into.pk}, {})
    part.valid_to = by.day
    part.save(update_fields=["valid_to"])
    audit.record("body.part_closed", part, by=by, into=into.pk if into else None, moved=len(moved))
    return part


def _require_closable(part: Body, into: Body | None, by: Actor) -> None:
    if part.valid_from >= by.day:
        raise Refused(N_("Đội, tổ này mới lập hôm nay; từ ngày mai mới đóng hoặc sáp nhập được."))
    if Posting.objects.on(by.day).filter(body=part).exists():
        raise Refused(
            N_("Còn cán bộ giữ chức vụ ở đội, tổ này; hãy bàn giao hoặc cho thôi chức vụ trước.")
        )
    if into is None and open_work.counts_of(part.pk):
        raise Refused(N_("Đội, tổ này còn việc chưa xong; hãy chọn đội, tổ nhận việc."))
