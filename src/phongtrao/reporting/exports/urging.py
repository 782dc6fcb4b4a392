"""What urges late bodies: the list of them, and the message for a chat group."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from phongtrao.core.formats import datetime_vn
from phongtrao.org.models import Body
from phongtrao.reporting.exports.lists import period_name
from phongtrao.reporting.models import Round
from phongtrao.reporting.queries.overdue import Overdue


def urging_message(round_: Round, items: Sequence[Overdue], *, issuer: Body) -> str:
    """Bodies and the deadline, for a chat group: no figure of a report, no person, no link."""
    head = _("%(issuer)s đề nghị các cơ quan sau khẩn trương gửi %(form)s, %(period)s:") % {
        "issuer": issuer.name,
        "form": round_.template_version.template.name,
        "period": period_name(round_),
    }
    last = _("Hạn gửi là %(deadline)s. Báo cáo gửi trên hệ thống.") % {
        "deadline": datetime_vn(round_.deadline_at)
    }
    return "\n".join([head, *(f"- {item.report.body.name}" for item in items), last])
