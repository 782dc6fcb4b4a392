"""The form of a correction file of the list of areas."""

from django import forms
from django.utils.translation import gettext_lazy as _


class AreaFileForm(forms.Form):
    """A file with corrections; the wall judges its content, the kernel every act in it."""

    file = forms.FileField(
        label=_("Tệp điều chỉnh (Excel hoặc CSV)"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt"}),
        help_text=_("Dùng tệp mẫu; CSV lưu ở bảng mã UTF-8."),
        error_messages={"required": _("Chưa chọn tệp nào. Chưa có gì thay đổi.")},
    )
    verified = forms.BooleanField(
        label=_("Mọi dòng đã được đối chiếu với bản chính của văn bản"), required=False
    )
    dates_checked = forms.BooleanField(
        label=_("Đã kiểm tra: mọi ngày trong tệp ghi ngày trước, tháng sau"), required=False
    )
