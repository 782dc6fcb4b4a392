"""Which bodies a committee draws from, found by their names, and who may be named as a holder."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from phongtrao.core.vietnamese import tidy_line
from phongtrao.org import queries
from phongtrao.org.forms.accounts import body_called
from phongtrao.org.models import Body, Composition, Posting
from phongtrao.org.permissions import Actor
from phongtrao.org.queries.compositions import areas_above, postings_in_reach, postings_offered
from phongtrao.org.queries.finding import provinces_of
from phongtrao.org.scope import scope_of


class SeatOffers:
    """The bodies that the rows of a form name, each looked up once, and their officials."""

    def __init__(
        self,
        actor: Actor,
        composition: Composition,
        typed: Iterable[str] = (),
        *,
        known: Mapping[str, Body] | None = None,
    ) -> None:
        """`typed` are the names of all rows; `known` are names of which the body is given."""
        self._actor, self._area_id = actor, composition.body.area_id
        self._found: dict[str, Body | ValidationError] = dict(known or {})
        for text in filter(None, map(tidy_line, typed)):
            self._look_up(text)
        bodies = [each for each in self._found.values() if isinstance(each, Body)]
        self._beside = postings_offered(composition, actor.day)
        self._near = postings_in_reach(actor, self._outside(bodies), actor.day)

    def body(self, typed: str) -> Body:
        """The one body that is called so. Raises ValidationError with a sentence."""
        found = self._look_up(tidy_line(typed))
        if isinstance(found, Body):
            return found
        raise found

    def holders(self, typed: str) -> list[Posting]:
        """Whom a row may name: officials of its body first, then those beside the committee."""
        body = self._found.get(tidy_line(typed))
        own = self._near.get(body.pk, []) if isinstance(body, Body) else []
        return list({each.pk: each for each in (*own, *self._beside)}.values())

    def label(self, posting: Posting) -> str:
        """Name and capacity; with the body where it is not beside the committee."""
        named = f"{posting.account}, {posting.capacity}"
        is_beside = posting.body.area_id == self._area_id
        return named if is_beside else f"{named}, {posting.body.name}"

    def fault(self, typed: str) -> str:
        """What is wrong with the name of a body; empty for one that is found or not typed."""
        found = self._found.get(tidy_line(typed))
        return " ".join(found.messages) if isinstance(found, ValidationError) else ""

    def note(self, typed: str) -> str:
        """Why the body of a row offers nobody; empty where it does or is beside the committee."""
        found = self._found.get(tidy_line(typed))
        if not isinstance(found, Body) or not self._outside([found]) or found.pk in self._near:
            return ""
        return _(
            "Không có tài khoản nào bạn xem được ở %(body)s; để trống người giữ thì chức vụ vẫn"
            " được ghi."
        ) % {"body": found.name}

    def _look_up(self, text: str) -> Body | ValidationError:
        if text not in self._found:
            try:
                self._found[text] = committee_body_called(text, self._actor, self._area_id)
            except ValidationError as fault:
                self._found[text] = fault
        return self._found[text]

    def _outside(self, bodies: Iterable[Body]) -> list[Body]:
        return [body for body in bodies if body.area_id != self._area_id]


def committee_body_called(typed: str, actor: Actor, area_id: int) -> Body:
    """The body called so beside the committee, else below it, above it, in the actor's reach.

    Raises ValidationError with a sentence for an unknown name and for several.
    """
    named = queries.named_bodies(typed, actor.day)
    own = scope_of(area_id, actor.day)
    tiers: tuple[Collection[int], ...] = (
        {area_id},
        own.current,
        areas_above(area_id, actor.day),
    )
    for areas in tiers:
        fitting = [body for body in named if body.area_id in areas]
        if len(fitting) == 1:
            return fitting[0]
    return body_called(typed, actor, near=own)


def names_as_typed(bodies: Iterable[Body], composition: Composition, day: date) -> dict[str, Body]:
    """Bodies by what one types to mean them; with the province where it is another one's name."""
    by_id = {body.pk: body for body in bodies}
    areas = {body.area_id for body in by_id.values()} - {composition.body.area_id}
    provinces = provinces_of(areas, day) if areas else {}
    return {
        ", ".join(part for part in (body.name, provinces.get(body.area_id, "")) if part): body
        for body in by_id.values()
    }
