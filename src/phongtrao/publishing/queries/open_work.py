"""What of publishing changes hands with a body: papers that are not issued yet."""

from django.db.models import Q

from phongtrao.core.errors import N_
from phongtrao.org.actions.open_work import OpenWork
from phongtrao.publishing.models import Paper
from phongtrao.publishing.workflow import PaperState

OPEN_WORK = (OpenWork(Paper, "body", "body", N_("Văn bản đang soạn"), ~Q(state=PaperState.ISSUED)),)
