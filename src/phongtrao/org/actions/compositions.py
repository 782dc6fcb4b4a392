"""How a committee is made up: a draft from the former decision, corrected, then confirmed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from phongtrao.core import audit, clock
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused, Sentence, StaleVersion
from phongtrao.core.vietnamese import tidy, tidy_line
from phongtrao.org.actions.composition_start import first_terms, seats_to_start_with
from phongtrao.org.gazetteer.body_kinds import load_kinds
from phongtrao.org.models import Body, Composition, Posting, Seat, SeatTitle
from phongtrao.org.permissions import Actor, may_compose
from phongtrao.org.queries.bodies import body_on
from phongtrao.org.queries.compositions import areas_above
from phongtrao.org.scope import scope_of

MOST_SEATS = 60


@dataclass(frozen=True, slots=True)
class DecisionTerms:
    """The head of a decision; number and date may wait until it is signed."""

    decision_number: str
    decided_on: date | None
    issuer_text: str
    basis: str
    valid_from: date
    standing_body: Body | None


@dataclass(frozen=True, slots=True)
class SeatTerms:
    """One seat as it is typed: title, post, the holder's body, field, and who holds it here."""

    title: str
    post: str
    body: Body | None = None
    field_in_charge: str = ""
    posting: Posting | None = None


@transaction.atomic
def start_composition(kind: str, area_id: int, *, by: Actor) -> Composition:
    """The draft of a new decision about the committee of a kind in an area.

    It starts from the former decision, also from that of a committee which was taken over; a
    draft that is being written is answered again. Raises Forbidden, InvalidInput where there is no
    such committee.
    """
    _require_recorder(by, area_id)
    body = None
    if kind in load_kinds().collegial:
        body = body_on(kind, area_id, by.day, create=True)
    if body is None:
        sentence = N_("Địa bàn này không có loại ban đã chọn nên chưa lập quyết định.")
        raise InvalidInput(sentence, code="no_committee", fields={"kind": sentence})
    body = Body.objects.select_for_update(of=("self",)).get(pk=body.pk)
    known = Composition.objects.drafts().filter(body=body).first()
    if known is not None:
        return known
    assert by.posting is not None  # who records acts in a posting
    made = Composition.objects.create(
        body=body, made_at=clock.now(), made_by=by.posting, **first_terms(body, by.day)
    )
    Seat.objects.bulk_create(seats_to_start_with(made, by.day))
    audit.record("composition.drafted", made, by=by, body=body.pk)
    return made


@transaction.atomic
def change_composition(
    composition: Composition,
    terms: DecisionTerms,
    seats: Sequence[SeatTerms],
    *,
    expected_version: int,
    by: Actor,
) -> Composition:
    """Correct a draft: its head and all its seats, in the order given.

    Raises Forbidden, Refused once confirmed, StaleVersion, InvalidInput for a second head, too
    many seats, or a first day outside the life of the committee.
    """
    found = _draft(composition, by)
    _require_life(found.body, terms.valid_from)
    _require_seats(seats)
    _require_line(found, seats, by)
    if found.row_version != expected_version:
        raise _stale(found, terms, seats)
    found.decision_number = tidy_line(terms.decision_number)
    found.decided_on = terms.decided_on
    found.issuer_text = tidy_line(terms.issuer_text)
    found.basis = tidy(terms.basis).strip()
    found.valid_from, found.standing_body = terms.valid_from, terms.standing_body
    found.row_version += 1
    found.save()
    found.seats.all().delete()
    Seat.objects.bulk_create(_rows(found, seats))
    audit.record(
        "composition.changed",
        found,
        by=by,
        number=found.decision_number,
        valid_from=found.valid_from.isoformat(),
        seats=len(seats),
    )
    return found


@transaction.atomic
def confirm_composition(composition: Composition, *, by: Actor) -> Composition:
    """The decision is signed: it takes the place of the former one on its first day.

    A decision of the past is put between its neighbours. Raises Forbidden, Refused where another
    one begins on the same day, InvalidInput while number, date, issuer or the head is missing.
    """
    Body.objects.select_for_update(of=("self",)).get(pk=composition.body_id)
    found = _draft(composition, by)
    _require_life(found.body, found.valid_from)
    _require_signed(found)
    others = Composition.objects.confirmed().filter(body=found.body_id)
    if others.filter(valid_from=found.valid_from).exists():
        raise Refused(
            N_("Đã có quyết định khác áp dụng từ ngày %(day)s. Hãy sửa ngày áp dụng."),
            code="same_day",
            day=f"{found.valid_from:%d/%m/%Y}",
        )
    former = others.filter(valid_from__lt=found.valid_from).order_by("-valid_from").first()
    following = others.filter(valid_from__gt=found.valid_from).order_by("valid_from").first()
    if former is not None:
        former.valid_to = found.valid_from
        former.save(update_fields=["valid_to"])
    found.valid_to = following.valid_from if following else None
    found.confirmed_at, found.confirmed_by = clock.now(), by.posting
    found.row_version += 1
    found.save()
    audit.record(
        "composition.confirmed",
        found,
        by=by,
        number=found.decision_number,
        valid_from=found.valid_from.isoformat(),
        replaces=former.pk if former else None,
    )
    return found


@transaction.atomic
def drop_composition(composition: Composition, *, by: Actor) -> None:
    """Throw a draft away. Raises Forbidden, Refused once confirmed."""
    found = _draft(composition, by)
    audit.record("composition.dropped", found, by=by, body=found.body_id)
    found.delete()


def _rows(composition: Composition, seats: Sequence[SeatTerms]) -> list[Seat]:
    return [
        Seat(
            composition=composition,
            position=position,
            title=seat.title,
            post=tidy_line(seat.post),
            body=seat.body,
            field_in_charge=tidy_line(seat.field_in_charge),
            posting=seat.posting,
        )
        for position, seat in enumerate(seats, start=1)
    ]


def _draft(composition: Composition, by: Actor) -> Composition:
    """The draft for a change, locked."""
    rows = Composition.objects.select_for_update(of=("self",)).select_related("body")
    found = rows.get(pk=composition.pk)
    _require_recorder(by, found.body.area_id)
    if not found.is_draft:
        raise Refused(
            N_("Quyết định đã xác nhận nên không sửa được. Hãy lập quyết định kiện toàn mới."),
            code="confirmed",
        )
    return found


def _require_recorder(by: Actor, area_id: int) -> None:
    if not may_compose(by, area_id):
        raise Forbidden(
            N_(
                "Chỉ cán bộ cơ quan thường trực của địa bàn hoặc quản trị hệ thống ghi được quyết"
                " định về thành phần của ban. Chưa có gì thay đổi."
            ),
            code="not_recorder",
        )


def _require_life(body: Body, day: date) -> None:
    if not body.holds_on(day):
        sentence = N_("Ngày áp dụng phải nằm trong thời gian ban này tồn tại.")
        raise InvalidInput(sentence, code="body_life", fields={"valid_from": sentence})


def _require_seats(seats: Sequence[SeatTerms]) -> None:
    if sum(seat.title == SeatTitle.HEAD for seat in seats) > 1:
        raise InvalidInput(N_("Ban chỉ có một Trưởng ban. Hãy sửa chức danh của các dòng."), "head")
    if len(seats) > MOST_SEATS:
        raise InvalidInput(N_("Nhiều nhất %(most)s thành viên."), "many", most=MOST_SEATS)


def _require_line(found: Composition, seats: Sequence[SeatTerms], by: Actor) -> None:
    """Bodies of the committee's line: beside, above or below; holders whom the actor may see.

    Who is named in the draft already stays, whoever named him.
    """
    area_id = found.body.area_id
    line = scope_of(area_id, by.day).current | areas_above(area_id, by.day)
    named = set(found.seats.values_list("posting_id", flat=True))
    for seat in seats:
        body, holder = seat.body, seat.posting
        if body and body.area_id not in line and not by.scope.covers_now(body.area_id):
            raise InvalidInput(
                N_("%(body)s không thuộc địa bàn, cấp trên hay cấp dưới của ban."),
                "off_line",
                body=body.name,
            )
        if holder is None or holder.pk in named or holder.body.area_id == area_id:
            continue
        if not by.scope.covers_now(holder.body.area_id):
            raise InvalidInput(
                N_("Người giữ ở %(body)s ngoài phạm vi bạn được xem; hãy để trống người giữ."),
                "holder_unseen",
                body=holder.body.name,
            )


def _require_signed(found: Composition) -> None:
    missing = [
        label
        for label, given in (
            (N_("số, ký hiệu quyết định"), found.decision_number),
            (N_("ngày ký"), found.decided_on),
            (N_("cơ quan, người ban hành"), found.issuer_text),
            (N_("Trưởng ban"), found.seats.filter(title=SeatTitle.HEAD).exists()),
        )
        if not given
    ]
    if missing:
        raise InvalidInput(
            N_("Chưa xác nhận được vì còn thiếu: %(missing)s. Hãy bấm Sửa để ghi thêm."),
            code="unsigned",
            missing=_joined(missing),
        )
    if found.decided_on is not None and found.decided_on > clock.today():
        raise InvalidInput(
            N_("Ngày ký ở sau hôm nay nên chưa xác nhận được; hãy xác nhận khi đã ký."), "unsigned"
        )


def _joined(labels: Sequence[str]) -> Sentence:
    """Labels side by side, each to be translated by the page that shows them."""
    first, rest = Sentence(labels[0]), labels[1:]
    return (
        Sentence("%(first)s, %(rest)s", {"first": first, "rest": _joined(rest)}) if rest else first
    )


def _stale(found: Composition, terms: DecisionTerms, seats: Sequence[SeatTerms]) -> StaleVersion:
    """Both sides for the page of a conflict: the head and the seats as lines."""
    mine = (terms.decision_number, terms.issuer_text, terms.basis, _lines(seats))
    theirs = (
        found.decision_number, found.issuer_text, found.basis, _lines(list(found.seats.all()))
    )  # fmt: skip
    labels = (N_("Số, ký hiệu"), N_("Người ban hành"), N_("Căn cứ"), N_("Thành viên"))
    return StaleVersion(
        mine=dict(zip(labels, mine, strict=True)),
        theirs=dict(zip(labels, theirs, strict=True)),
        version=found.row_version,
    )


def _lines(seats: Sequence[Any]) -> str:
    return "\n".join(f"{SeatTitle(seat.title).label}: {seat.post}" for seat in seats)
