"""The letterhead of a paper that a body draws up."""

from datetime import date

from phongtrao.publishing.queries.names import Head
from phongtrao.publishing.word.papers import Letterhead


def letterhead_of(
    head: Head,
    *,
    symbol: str | None = None,
    number: str | None = None,
    issued_on: date | None = None,
) -> Letterhead:
    """The letterhead of a head; number and day stay open until the paper is registered."""
    return Letterhead(
        parent_body=head.parent_body,
        issuer=head.issuer,
        number=number,
        symbol=head.symbol if symbol is None else symbol,
        place=head.place,
        issued_on=issued_on,
    )
