"""What communication puts out, and its channels: record, change, note how many follow, close."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from phongtrao.core import audit, clock, search
from phongtrao.core.errors import N_, InvalidInput, Sentence
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.fieldwork.outreach.models import Campaign, Channel, ChannelReading, Output
from phongtrao.fieldwork.outreach.queries.campaigns import require_offered
from phongtrao.fieldwork.outreach.rules import CHANNEL_KINDS, MOST_QUANTITY, OUTPUTS_BY_CODE
from phongtrao.fieldwork.register.actions import (
    area_in_reach,
    locked,
    require_known,
    require_past,
    require_recorder,
    require_within,
    save_changed,
)
from phongtrao.org.permissions import Actor
from phongtrao.planning.models import Programme
from phongtrao.planning.permissions import posting_of


@dataclass(frozen=True, slots=True)
class OutputTerms:
    """What was made of one kind, how much, and what was reached where the kind counts it."""

    programme: Programme
    area_id: int
    kind: str
    made_on: date
    quantity: int = 1
    reach: int | None = None
    title: str = ""
    address: str = ""
    campaign: Campaign | None = None


@dataclass(frozen=True, slots=True)
class ChannelTerms:
    """A channel: its kind and name, its address, since when it is kept."""

    programme: Programme
    area_id: int
    kind: str
    name: str
    opened_on: date
    address: str = ""


@transaction.atomic
def record_output(terms: OutputTerms, *, by: Actor) -> Output:
    """Enter what was put out.

    Raises Forbidden and InvalidInput (a day to come, an unknown kind, a count out of bounds, a
    reach where the kind counts none).
    """
    require_recorder(by)
    posting = posting_of(by)
    output = Output.objects.create(
        body=posting.body,
        recorded_at=clock.now(),
        recorded_by=posting,
        **_output_facts(terms, by),
    )
    audit.record("output.recorded", output, by=by, kind=output.kind, quantity=output.quantity)
    return output


@transaction.atomic
def change_output(
    output: Output, terms: OutputTerms, *, by: Actor, expected_version: int | None = None
) -> Output:
    """Correct an entry. Raises as recording does, and StaleVersion."""
    found = locked(output, by=by, expected_version=expected_version)
    save_changed(found, _output_facts(terms, by))
    audit.record("output.changed", found, by=by, kind=found.kind, quantity=found.quantity)
    return found


@transaction.atomic
def open_channel(terms: ChannelTerms, *, by: Actor) -> Channel:
    """Enter a channel. Raises Forbidden and InvalidInput (no name, an unknown kind)."""
    require_recorder(by)
    posting = posting_of(by)
    channel = Channel.objects.create(
        body=posting.body,
        recorded_at=clock.now(),
        recorded_by=posting,
        **_channel_facts(terms, by),
    )
    search.refresh(Channel, [channel.pk])
    audit.record("channel.opened", channel, by=by, kind=channel.kind)
    return channel


@transaction.atomic
def change_channel(
    channel: Channel, terms: ChannelTerms, *, by: Actor, expected_version: int | None = None
) -> Channel:
    """Other facts of a channel. Raises as opening does, and StaleVersion."""
    found = locked(channel, by=by, expected_version=expected_version)
    facts = _channel_facts(terms, by)
    if found.closed_on is not None and terms.opened_on > found.closed_on:
        said = Sentence(N_("Ngày bắt đầu không sau ngày kênh ngừng hoạt động."))
        raise InvalidInput(said, fields={"opened_on": said})
    save_changed(found, facts)
    audit.record("channel.changed", found, by=by, kind=found.kind)
    return found


@transaction.atomic
def note_reading(channel: Channel, *, read_on: date, members: int, by: Actor) -> ChannelReading:
    """Note how many follow a channel on a day; the same day again replaces the figure.

    Raises Forbidden and InvalidInput (a day to come or before the channel was opened).
    """
    found = locked(channel, by=by)
    require_past(read_on, by, field="read_on")
    require_within("members", members, 0, MOST_QUANTITY)
    if read_on < found.opened_on:
        said = Sentence(N_("Kênh chưa có vào ngày này."))
        raise InvalidInput(said, fields={"read_on": said})
    reading, _made = ChannelReading.objects.update_or_create(
        channel=found, read_on=read_on, defaults={"members": members}
    )
    audit.record("channel.read", found, by=by, on=str(read_on), members=members)
    return reading


@transaction.atomic
def close_channel(channel: Channel, *, closed_on: date, by: Actor) -> Channel:
    """Note that a channel is no longer kept. Raises Forbidden and InvalidInput."""
    found = locked(channel, by=by)
    require_past(closed_on, by, field="closed_on")
    if closed_on < found.opened_on:
        said = Sentence(N_("Kênh chưa có vào ngày này."))
        raise InvalidInput(said, fields={"closed_on": said})
    save_changed(found, {"closed_on": closed_on})
    audit.record("channel.closed", found, by=by, on=str(closed_on))
    return found


def _output_facts(terms: OutputTerms, by: Actor) -> dict[str, Any]:
    require_known("kind", terms.kind, OUTPUTS_BY_CODE)
    require_past(terms.made_on, by, field="made_on")
    require_within("quantity", terms.quantity, 1, MOST_QUANTITY)
    kind = OUTPUTS_BY_CODE[terms.kind]
    if terms.reach is not None and not kind.reach_indicator:
        said = Sentence(N_("Loại này không thống kê lượt; hãy để trống ô này."))
        raise InvalidInput(said, fields={"reach": said})
    if terms.reach is not None:
        require_within("reach", terms.reach, 0, MOST_QUANTITY)
    require_offered(terms.campaign, by)
    title = tidy_line(terms.title)[:300]
    return {
        "programme": terms.programme,
        "area_id": area_in_reach(terms.area_id, by),
        "campaign": terms.campaign,
        "kind": terms.kind,
        "made_on": terms.made_on,
        "title": title,
        "quantity": terms.quantity,
        "reach": terms.reach,
        "address": terms.address,
        "search_folded": fold(f"{kind.name}\n{title}"),
    }


def _channel_facts(terms: ChannelTerms, by: Actor) -> dict[str, Any]:
    name = tidy_line(terms.name)[:200]
    if not name:
        said = Sentence(N_("Hãy ghi tên kênh."))
        raise InvalidInput(said, fields={"name": said})
    require_known("kind", terms.kind, [code for code, _name in CHANNEL_KINDS])
    require_past(terms.opened_on, by, field="opened_on")
    return {
        "programme": terms.programme,
        "area_id": area_in_reach(terms.area_id, by),
        "kind": terms.kind,
        "name": name,
        "address": terms.address,
        "opened_on": terms.opened_on,
        "search_folded": fold(name),
    }
