"""Forms of accounts, postings and delegations; a last day typed is stored as the day after."""

from datetime import date, timedelta
from typing import Any

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from phongtrao.core import clock
from phongtrao.core.fields import DayField
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.org import queries
from phongtrao.org.forms.area_set_filter import AreaSetFilter
from phongtrao.org.models import Account, AreaSet, Body, Posting
from phongtrao.org.permissions import Actor
from phongtrao.org.roles import Role
from phongtrao.org.scope import Scope

_MOST_WORDS = 12


class LastDayField(DayField):
    """The last day on which something holds; cleaned to the first day on which it does not."""

    def clean(self, value: Any) -> Any:
        """The day after the one typed."""
        day = super().clean(value)
        return day + timedelta(days=1) if day else None


class PostingForm(forms.Form):
    """The terms of a posting."""

    body = forms.CharField(
        label=_l("Cơ quan"),
        max_length=200,
        help_text=_l("Ghi tên đầy đủ, như Công an xã Đăk Hà."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    role = forms.ChoiceField(label=_l("Vai trò trong hệ thống"), choices=Role.choices)
    capacity = forms.CharField(
        label=_l("Chức vụ"),
        max_length=120,
        help_text=_l("Như trong văn bản, ví dụ Phó Trưởng phòng."),
    )
    basis = forms.CharField(
        label=_l("Văn bản làm căn cứ"),
        max_length=200,
        help_text=_l("Số, ngày, cơ quan ban hành, ví dụ 12/QĐ-CAT ngày 02/01/2026."),
    )
    valid_from = DayField(label=_l("Từ ngày"))
    valid_to = LastDayField(
        label=_l("Đến hết ngày"), required=False, help_text=_l("Để trống nếu chưa có thời hạn.")
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        self.initial.setdefault("valid_from", clock.today())

    def clean_body(self) -> Body:
        """The one body within reach that is called so."""
        return body_called(self.cleaned_data["body"], self.actor)


class OfficeContactForm(forms.Form):
    """The office phone of an account."""

    office_phone = forms.RegexField(
        label=_l("Điện thoại cơ quan"),
        regex=r"^[0-9+(). -]{3,20}$",
        max_length=20,
        required=False,
        help_text=_l("Số máy của cơ quan, không phải số cá nhân."),
        error_messages={"invalid": _l("Điện thoại chỉ gồm chữ số, dấu cách, + ( ) . và dấu gạch.")},
    )


class AccountForm(OfficeContactForm, PostingForm):
    """A new account and its first posting."""

    full_name = forms.CharField(label=_l("Họ và tên"), max_length=120)
    username = forms.RegexField(
        label=_l("Tên đăng nhập"),
        regex=r"^[a-zA-Z0-9][a-zA-Z0-9._-]{2,59}$",
        max_length=60,
        help_text=_l("Chữ không dấu, chữ số, dấu chấm, gạch; ít nhất 3 ký tự."),
        error_messages={
            "invalid": _l(
                "Tên đăng nhập chỉ gồm chữ không dấu, chữ số, dấu chấm, gạch; từ 3 ký tự."
            )
        },
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    field_order = ["full_name", "username", "office_phone"]


class EndPostingForm(forms.Form):
    """When a posting ends and by which paper."""

    on = DayField(
        label=_l("Thôi giữ từ ngày"),
        help_text=_l("Từ ngày này tài khoản không còn quyền của chức vụ."),
    )
    basis = forms.CharField(label=_l("Văn bản làm căn cứ"), max_length=200)


class DelegationForm(forms.Form):
    """To whom, how long, by which paper."""

    to_account = forms.ModelChoiceField(
        label=_l("Ủy quyền cho"),
        queryset=Account.objects.none(),
        empty_label=_l("Chọn người nhận ủy quyền"),
        help_text=_l("Người đang giữ chức vụ trong cùng cơ quan hoặc bộ phận thuộc cơ quan."),
    )
    valid_from = DayField(label=_l("Từ ngày"))
    valid_to = LastDayField(label=_l("Đến hết ngày"))
    paper_number = forms.CharField(label=_l("Số văn bản ủy quyền"), max_length=60)
    paper_date = DayField(label=_l("Ngày văn bản"))

    def __init__(self, *args: Any, posting: Posting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = queries.people_near(posting, clock.today())
        self.fields["to_account"].queryset = people  # type: ignore[attr-defined]  # a choice field
        self.initial.setdefault("valid_from", clock.today())


class _PostingSetFilter(AreaSetFilter):
    """Accounts by the areas of the bodies in which they act."""

    def narrowed(
        self, qs: QuerySet[Account], area_set: AreaSet, day: date, actor: Actor
    ) -> QuerySet[Account]:
        """Accounts with a posting in force, within reach, in a body of an area of the set."""
        postings = _in_force().filter(actor.scope.where("body__area_id"))
        held = queries.in_area_set(postings, "body__area_id", area_set, day)
        return qs.filter(pk__in=held.values("account_id"))


class AccountFilter(django_filters.FilterSet):
    """Who, in which body, in which role, with or without a posting."""

    tim = django_filters.CharFilter(label=_l("Họ tên hoặc tên đăng nhập"), method="by_name")
    co_quan = django_filters.CharFilter(label=_l("Cơ quan"), method="by_body")
    vai_tro = django_filters.ChoiceFilter(
        label=_l("Vai trò"), method="by_role", choices=Role.choices, empty_label=_l("Tất cả")
    )
    trang_thai = django_filters.ChoiceFilter(
        label=_l("Trạng thái"),
        method="by_state",
        choices=[
            ("dang-giu", _l("Đang giữ chức vụ")),
            ("khong-con", _l("Không còn chức vụ")),
            ("mat-khau", _l("Chưa đổi mật khẩu một lần")),
        ],
        empty_label=_l("Tất cả"),
    )
    tap = _PostingSetFilter()

    class Meta:
        model = Account
        fields: list[str] = []

    def by_name(self, rows: QuerySet[Account], name: str, value: str) -> QuerySet[Account]:
        """Accounts whose name or user name holds every word, without marks."""
        for word in fold(tidy_line(value)).split()[:_MOST_WORDS]:
            rows = rows.filter(Q(name_folded__contains=word) | Q(username__contains=word))
        return rows

    def by_body(self, rows: QuerySet[Account], name: str, value: str) -> QuerySet[Account]:
        """Accounts with a posting in force in a body whose name holds every word."""
        postings = _in_force()
        for word in fold(tidy_line(value)).split()[:_MOST_WORDS]:
            postings = postings.filter(body__name_folded__contains=word)
        return rows.filter(pk__in=postings.values("account_id"))

    def by_role(self, rows: QuerySet[Account], name: str, value: str) -> QuerySet[Account]:
        """Accounts with a posting in force in a role."""
        return rows.filter(pk__in=_in_force().filter(role=value).values("account_id"))

    def by_state(self, rows: QuerySet[Account], name: str, value: str) -> QuerySet[Account]:
        """Accounts with, without a posting in force, or with a one-time password."""
        if value == "mat-khau":
            return rows.filter(must_change_password=True)
        holders = _in_force().values("account_id")
        return rows.filter(pk__in=holders) if value == "dang-giu" else rows.exclude(pk__in=holders)


def body_called(name: str, actor: Actor, *, near: Scope | None = None) -> Body:
    """The one body in the actor's present area that is called so; raises ValidationError.

    Of an unknown name the sentence offers what resembles it, in the scope `near` or the actor's.
    """
    found = queries.named_bodies(name, actor.day, within=actor.scope)
    if len(found) == 1:
        return found[0]
    shown = tidy_line(name)[:120]
    if found:
        raise ValidationError(
            _(
                'Có nhiều cơ quan tên "%(name)s" nên chưa biết cơ quan nào. '
                "Hãy ghi thêm tỉnh, thành phố sau dấu phẩy."
            )
            % {"name": shown}
        )
    alike = queries.find_bodies(name, actor.day, within=near or actor.scope, most=5)
    if alike:
        raise ValidationError(
            _('Không có cơ quan tên "%(name)s". Có phải: %(names)s? Hãy ghi lại tên đầy đủ.')
            % {"name": shown, "names": "; ".join(body.name for body in alike)}
        )
    raise ValidationError(
        _('Không thấy cơ quan "%(name)s" trong địa bàn bạn quản trị. Hãy kiểm tra lại tên.')
        % {"name": shown}
    )


def _in_force() -> QuerySet[Posting]:
    return Posting.objects.on(clock.today())
