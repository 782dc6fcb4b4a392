"""The foot of a paper: boxes 7 and 9b side by side."""

from phongtrao.publishing.word.layout_profile import LayoutProfile, Part
from phongtrao.publishing.word.markup import line, paragraph, plain_table, small_gap, twips
from phongtrao.publishing.word.papers import Recipients, SignatureBlock
from phongtrao.publishing.word.wording import clean, with_end

_LEFT_SHARE = 0.46


def closing_block(
    recipients: Recipients, signatures: tuple[SignatureBlock, ...], profile: LayoutProfile
) -> str:
    """*Nơi nhận* on the left, level with the signer; several signers have a row of their own."""
    if len(signatures) == 1:
        return signature_table(recipients, signatures[0], profile)
    width = twips(profile.text_width())
    each = width // max(1, len(signatures))
    widths = (*(each for _ in signatures[1:]), width - each * (len(signatures) - 1))
    most = max((len(signature.lines) for signature in signatures), default=0)
    cells = tuple(
        signature_lines(signature, profile, spare=most - len(signature.lines))
        for signature in signatures
    )
    signed = plain_table(widths, (cells,)) + small_gap() if cells else ""
    return signed + recipient_lines(recipients, profile)


def signature_table(
    recipients: Recipients, signature: SignatureBlock, profile: LayoutProfile
) -> str:
    """*Nơi nhận* on the left, level with the signer's authority on the right."""
    width = twips(profile.text_width())
    left = round(width * _LEFT_SHARE)
    cells = (recipient_lines(recipients, profile), signature_lines(signature, profile))
    return plain_table((left, width - left), (cells,))


def signature_lines(signature: SignatureBlock, profile: LayoutProfile, *, spare: int = 0) -> str:
    """Authority and title, room for the hand, the other office, the name: one row, never torn.

    `spare` lines more of room let names stand level whose authorities have fewer lines.
    """
    authority, signer = profile.style(Part.AUTHORITY), profile.style(Part.SIGNER)
    prefixes = profile.formulas.prefixes
    lines = "".join(
        line(authority, f"{prefixes[entry.authority.value]} {clean(entry.office)}".strip())
        for entry in signature.lines
    )
    room = paragraph(Part.SIGNER, "") * (round(profile.signature_lines.value) + spare)
    other = line(authority, clean(signature.other_office)) if signature.other_office else ""
    return lines + room + other + line(signer, clean(signature.name or ""))


def recipient_lines(recipients: Recipients, profile: LayoutProfile) -> str:
    """*Nơi nhận* with the archive last."""
    style = profile.style(Part.RECIPIENT)
    names = [with_end(name, ";") for name in recipients.names if clean(name)]
    names.append("Lưu: " + with_end(recipients.archive or "VT", "."))
    return line(profile.style(Part.RECIPIENTS_TITLE), "Nơi nhận:") + "".join(
        line(style, f"- {name}") for name in names
    )
