"""What initials a body asks for before its leader signs."""

from django.db import transaction

from phongtrao.core import audit, clock
from phongtrao.core.errors import N_, Forbidden, InvalidInput
from phongtrao.core.vietnamese import tidy_line
from phongtrao.org.permissions import Actor
from phongtrao.publishing import permissions
from phongtrao.publishing.actions.steps import posting_of
from phongtrao.publishing.models import SigningRules


@transaction.atomic
def set_signing_rules(
    *, needs_content: bool, needs_layout: bool, basis: str, by: Actor
) -> SigningRules:
    """Lay down for one's own body which initials it asks for; leaving one out needs its basis.

    Holds for papers that are handed in from now on. Raises ``Forbidden``, ``InvalidInput``.
    """
    if not permissions.can_set_rules(by):
        raise Forbidden(N_("Chỉ lãnh đạo cơ quan mới đặt được quy chế trình ký của cơ quan."))
    posting = posting_of(by)
    named = tidy_line(basis)[:300]
    if not (needs_content and needs_layout) and not named:
        raise InvalidInput(
            N_("Chưa lưu. Bỏ một bước ký nháy thì phải ghi căn cứ."),
            "rules.basis",
            fields={"basis": N_("Ghi quy chế, quy định của cơ quan cho phép bỏ bước này.")},
        )
    rules, _made = SigningRules.objects.update_or_create(
        body=posting.body,
        defaults={
            "needs_content": needs_content,
            "needs_layout": needs_layout,
            "basis": named,
            "changed_at": clock.now(),
            "changed_by": posting,
        },
    )
    audit.record(
        "signing_rules.set", rules, by=by, content=needs_content, layout=needs_layout, basis=named
    )
    return rules
