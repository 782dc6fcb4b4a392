"""What is typed to make a personal access token."""

from django import forms
from django.utils.translation import gettext_lazy as _

from phongtrao.org.permissions import Actor
from phongtrao.org.roles import BY_TOKEN

# What each capability lets a program do, in the words of the form and of the list.
CAPABILITY_NAMES = {
    "area.read": _("Đọc danh mục địa bàn"),
    "report.read": _("Đọc chỉ tiêu, biểu mẫu, đợt và báo cáo"),
    "rollup.read": _("Đọc số liệu tổng hợp"),
    "report.fill": _("Nhập báo cáo của cơ quan mình"),
    "report.submit": _("Gửi báo cáo của cơ quan mình"),
    "values.import": _("Nhập số liệu từ tệp thành báo cáo đã duyệt"),
}
_DAYS = [(7, _("7 ngày")), (30, _("30 ngày")), (90, _("90 ngày"))]


class TokenForm(forms.Form):
    """A name, some of the posting's capabilities, how long, and the password again."""

    name = forms.CharField(
        label=_("Tên"), max_length=60, help_text=_("Phần mềm nào dùng mã này, ở đâu.")
    )
    capabilities = forms.MultipleChoiceField(
        label=_("Được làm"), widget=forms.CheckboxSelectMultiple
    )
    days = forms.TypedChoiceField(label=_("Thời hạn"), choices=_DAYS, coerce=int, initial=30)
    password = forms.CharField(
        label=_("Mật khẩu của bạn"),
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        help_text=_("Nhập lại để chắc chắn chính bạn tạo mã."),
    )

    def __init__(self, *args: object, actor: Actor) -> None:
        super().__init__(*args)  # type: ignore[arg-type]  # the data of the request
        field = self.fields["capabilities"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(each, CAPABILITY_NAMES[each]) for each in BY_TOKEN if actor.can(each)]
