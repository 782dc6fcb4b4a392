"""Forms of bulletins."""

from typing import Any

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _

from phongtrao.core.fields import DayField
from phongtrao.core.models import StoredFile
from phongtrao.fieldwork.outreach.actions import BulletinTerms
from phongtrao.fieldwork.outreach.models import Bulletin
from phongtrao.fieldwork.register.forms import EntryFilter, EntryForm
from phongtrao.planning.forms.fields import NearBodiesField
from phongtrao.planning.forms.filters import DayFilter


class BulletinFilter(EntryFilter):
    """Filters of the list of bulletins."""

    tu_ngay = DayFilter(field_name="issued_on", lookup_expr="gte", label=_("Từ ngày"))
    den_ngay = DayFilter(field_name="issued_on", lookup_expr="lte", label=_("đến ngày"))
    chu_tri = django_filters.NumberFilter(field_name="body_id", widget=forms.HiddenInput)

    class Meta:
        model = Bulletin
        fields: list[str] = []


class BulletinForm(EntryForm):
    """One bulletin and whom it goes to."""

    title = forms.CharField(label=_("Tên bản tin"), max_length=300)
    number = forms.CharField(label=_("Số, ký hiệu"), max_length=80, required=False)
    issued_on = DayField(label=_("Ngày phát hành"))
    summary = forms.CharField(
        label=_("Nội dung chính"),
        max_length=20_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Chỉ ghi công tác của cơ quan; không ghi thông tin về người dân."),
    )
    file = forms.FileField(
        label=_("Tệp bản tin"),
        required=False,
        help_text=_("Tệp Word, Excel, PDF hoặc ảnh; tối đa 25 MB."),
    )
    partners = NearBodiesField(label=_("Nơi nhận"))

    def terms(self, file: StoredFile | None) -> BulletinTerms:
        """What the action takes; only of a valid form."""
        data: dict[str, Any] = self.cleaned_data
        names = ("programme", "title", "number", "issued_on", "summary")
        return BulletinTerms(
            area_id=self.area_id,
            recipients=data["partners"],
            file=file,
            **{name: data[name] for name in names},
        )
