"""What a report asks of bodies above its issuer: a proposal to be answered, no requirement.

A proposal has its own object (DESIGN §3); a requirement is what a body tells others to do. A
request with a day of its own can be followed up and stays.
"""

from collections.abc import Iterable

from phongtrao.intake.extraction.records import BodyMention, Requirement

_PROVINCIAL_HEADS = ("tinhuy", "ubnd", "hdnd")
_OF_THE_STATE = frozenset(["cp", "ttcp", "qh", "ubtvqh", "bbt", "bct", "tw"])
_OF_PARTIES = ("mttq@", "ldld@", "hlhpn@", "hnd@", "hccb@", "tinhdoan@")


def downward(made: list[Requirement], issuers: Iterable[BodyMention]) -> list[Requirement]:
    """The requirements of a report without those asked only of bodies above its issuers."""
    own = [i.org_id for i in issuers if i.role != "parent"]
    if not own:
        return made
    return [
        r
        for r in made
        if r.deadline or not r.lead or not all(_above(b.org_id, own[-1]) for b in r.lead)
    ]


def _above(asked: str, own: str) -> bool:
    """Whether a body stands over the issuer: the centre, the province, its heads."""
    if asked.startswith("grp:") or not asked or asked == own:
        return False
    if "@" not in own:
        return asked in _OF_THE_STATE or (asked == "bca" and own != "mttq-tw")
    if "@" not in asked:
        return True
    if "/" in own:
        return "/" not in asked
    kind = asked.partition("@")[0]
    return kind in _PROVINCIAL_HEADS and not own.startswith(
        (*(f"{head}@" for head in _PROVINCIAL_HEADS), *_OF_PARTIES)
    )
