"""Faults that a planted fault brings with it: a checker may report them beside the planted one."""

_NUMBER_LINE = (
    "number.colon", "number.padding", "number.slash", "number.spaces", "number.kind",
    "number.capitals", "number.size", "number.style", "number.centred",
)  # fmt: skip
_MOTTO = ("motto.centred", "motto.rule", "motto.size", "motto.style", "nation.line-spacing")
ENTAILED: dict[str, frozenset[str]] = {
    kind: frozenset(others)
    for kind, others in {
        "page.number-missing": ("appendix.page-numbers",),
        "page.number-plain": ("page.number-format",),
        "page.number-place": ("page.number-missing", "appendix.page-numbers"),
        "font.family": ("font.mixed",),
        "font.legacy": ("font.family", "font.mixed"),
        "nation.missing": ("nation.wording", "motto.centred", "nation.line-spacing"),
        "nation.wording": ("nation.missing", "nation.capitals"),
        "nation.place": ("motto.centred", "motto.rule", "issuer.rule", "issuer.centred"),
        "motto.missing": ("motto.wording", *_MOTTO),
        "motto.wording": ("motto.missing", "motto.hyphens"),
        "motto.hyphens": ("motto.wording", "motto.missing"),
        "motto.underline": ("motto.rule",),
        "issuer.missing": ("issuer.rule", "issuer.capitals", "issuer.style", "number.centred"),
        "issuer.capitals": ("issuer.missing",),
        "joint.signatures": ("number.kind",),
        "number.missing": _NUMBER_LINE,
        "number.slash": ("number.kind", "number.spaces", "number.missing"),
        "number.capitals": ("number.kind",),
        "number.kind": ("kind.missing",),
        "date.missing": ("date.wording", "date.place", "date.comma"),
        "date.wording": ("date.missing", "date.comma", "date.impossible"),
        "date.place": ("date.comma",),
        "date.comma": ("date.place",),
        "kind.missing": (
            "abstract.missing", "letter.abstract-missing", "addressee.missing", "number.kind",
            "abstract.rule", "recipients.as-above",
        ),
        "kind.capitals": ("kind.missing",),
        "abstract.missing": ("abstract.rule",),
        "letter.abstract-missing": ("kind.missing",),
        "addressee.missing": ("kind.missing", "recipients.as-above"),
        "basis.own-line": ("basis.semicolon",),
        "body.size": ("body.size-mixed",),
        "article.full-stop": ("article.style", "article.sequence"),
        "article.sequence": ("clause.sequence",),
        "clause.full-stop": ("clause.sequence",),
        "clause.sequence": ("point.sequence",),
        "point.bracket": ("point.sequence",),
        "authority.for-head": ("authority.deputy",),
        "authority.prefix": ("authority.deputy", "authority.collective", "authority.for-head"),
        "authority.deputy": ("authority.for-head",),
        "recipients.missing": ("recipients.archive", "recipients.as-above"),
        "recipients.archive-wording": ("recipients.archive",),
        "recipients.archive": ("recipients.archive-wording",),
        "appendix.numbering": ("appendix.roman", "appendix.mention"),
        "appendix.roman": ("appendix.numbering", "appendix.mention"),
        "appendix.title-missing": ("appendix.title-style",),
        "appendix.page-numbers": ("page.number-first-page",),
        "party.nation-mixed": ("party.title-rule",),
        "party.number-grammar": ("number.kind",),
        "party.body-size": ("body.size-mixed",),
    }.items()
}  # fmt: skip
"""By planted kind: what else may fairly be reported; everything else is a false alarm."""
