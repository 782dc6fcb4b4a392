"""What is typed to hand work over."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from phongtrao.core import clock
from phongtrao.core.fields import DayField
from phongtrao.org import queries
from phongtrao.org.actions import HandoverTerms
from phongtrao.org.models import Posting


class _ReceiverField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Posting) -> str:
        """Name, capacity and role: one official may hold two postings in a body."""
        return f"{obj.account}, {obj.capacity} ({obj.get_role_display()})"


class HandoverForm(forms.Form):
    """Who goes on with the work, from which day, by which paper."""

    to_posting = _ReceiverField(
        label=_("Người nhận bàn giao"),
        queryset=Posting.objects.none(),
        empty_label=_("Chọn người nhận"),
        help_text=_("Người giữ một chức vụ trong cùng cơ quan."),
    )
    on = DayField(
        label=_("Bàn giao từ ngày"),
        help_text=_("Từ ngày này người nhận giữ công việc; chức vụ bàn giao thôi quyền."),
    )
    paper_number = forms.CharField(
        label=_("Số văn bản"),
        max_length=60,
        required=False,
        help_text=_("Quyết định điều động, phân công, nếu có."),
    )
    paper_date = DayField(label=_("Ngày văn bản"), required=False)

    def __init__(self, *args: Any, posting: Posting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["to_posting"]
        field.queryset = queries.receivers(posting)
        self.initial.setdefault("on", clock.today())

    def terms(self) -> HandoverTerms:
        """The terms that a valid form holds."""
        return HandoverTerms(**self.cleaned_data)
