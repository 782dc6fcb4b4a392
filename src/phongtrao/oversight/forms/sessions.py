"""What is typed of sessions and their minutes."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phongtrao.core.fields import DayField
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.oversight.actions import Attended, SessionHeld, SessionTerms
from phongtrao.oversight.forms.fields import long_text
from phongtrao.oversight.rules import OF_DELEGATION, OF_INSPECTED
from phongtrao.planning.forms.fields import NearBodyField, body_called
from phongtrao.planning.queries import near_bodies

_MOST_FIGURES = 4


class ClockField(forms.TimeField):
    """An hour as officials write it: 8:00, 8h30, 8 giờ 30; may stay empty."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            required=False,
            input_formats=["%H:%M", "%Hh%M", "%H giờ %M", "%Hh", "%H giờ"],
            widget=forms.TimeInput(format="%H:%M", attrs={"placeholder": "08:00"}),
            **options,
        )


class SessionForm(forms.Form):
    """A session as planned; once it is entered its day is moved with a reason."""

    row_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    title = forms.CharField(
        label=_("Nội dung buổi làm việc"),
        max_length=300,
        help_text=_("Ví dụ: Làm việc với Ban Chỉ đạo tỉnh và một xã."),
    )
    held_on = DayField(label=_("Ngày làm việc"))
    starts_at = ClockField(label=_("Giờ bắt đầu"))
    venue = forms.CharField(label=_("Địa điểm"), max_length=200, required=False)
    bodies = forms.ModelMultipleChoiceField(
        label=_("Làm việc với"),
        queryset=Body.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )
    presider_body = NearBodyField(label=_("Chủ trì: cơ quan"), required=False)
    presider_agency = forms.CharField(
        label=_("Chủ trì: cơ quan ngoài hệ thống"),
        max_length=200,
        required=False,
        help_text=_("Chỉ ghi khi cơ quan chủ trì không có trong hệ thống."),
    )
    presider_post = forms.CharField(
        label=_("Chủ trì: chức vụ"),
        max_length=120,
        help_text=_("Chỉ ghi chức vụ, không ghi tên người."),
    )

    def __init__(
        self, *args: Any, actor: Actor, inspection: Any, is_entered: bool = False, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.fields["presider_body"].actor = actor  # type: ignore[attr-defined]  # of BodyField
        inspected = Body.objects.filter(pk__in=inspection.inspected.values("body_id"))
        self.fields["bodies"].queryset = inspected  # type: ignore[attr-defined]  # of a ModelChoiceField
        if is_entered:
            del self.fields["held_on"], self.fields["starts_at"]

    def terms(self, session: Any = None) -> SessionTerms:
        """What the action takes; only of a valid form. `session`: the one that keeps its day."""
        data = {name: value for name, value in self.cleaned_data.items() if name != "row_version"}
        if session is not None:
            data |= {"held_on": session.held_on, "starts_at": session.starts_at}
        return SessionTerms(**data | {"bodies": list(data["bodies"])})


class AttendanceField(forms.CharField):
    """Who attended of one side: "cơ quan: chức vụ: số người", one a line; no count is one.

    A name that no body near has is kept as it was written: some agencies are no bodies here.
    """

    actor: Actor

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=20_000, widget=forms.Textarea(attrs={"rows": 4}), **options)

    def clean(self, value: Any) -> Any:
        """The lines as body, post and count; raises ValidationError naming the wrong line."""
        lines = filter(None, map(str.strip, super().clean(value).splitlines()))
        return [self._read(line) for line in lines]

    def _read(self, line: str) -> tuple[Body | None, str, int, str]:
        name, _colon, rest = line.partition(":")
        post, colon, count = rest.rpartition(":")
        figure = count.strip()
        is_counted = bool(colon) and figure.isascii() and figure.isdecimal()
        if not is_counted:
            post, figure = rest, "1"
        if not name.strip() or not post.strip() or len(figure) > _MOST_FIGURES:
            said = gettext('Không đọc được dòng "%(line)s": ghi cơ quan: chức vụ: số người.')
            raise ValidationError(said % {"line": line[:80]})
        known = bool(near_bodies(self.actor, name))
        body = body_called(self.actor, name, find=near_bodies) if known else None
        return body, post.strip(), int(figure), "" if known else name.strip()


class HeldForm(forms.Form):
    """What a session was."""

    row_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    delegation = AttendanceField(
        label=_("Đoàn kiểm tra dự"),
        help_text=_("Mỗi dòng: cơ quan: chức vụ: số người. Không ghi tên người."),
    )
    inspected = AttendanceField(
        label=_("Cơ quan được kiểm tra dự"),
        help_text=_("Mỗi dòng: cơ quan: chức vụ: số người; có thể thuộc hai cấp."),
    )
    ends_at = ClockField(label=_("Giờ kết thúc"))
    presented = long_text(
        _("Nội dung trình bày"), help_text=_("Cơ quan, chức vụ nào trình bày báo cáo gì.")
    )
    questions = long_text(_("Đoàn kiểm tra đề nghị làm rõ"))
    answers = long_text(_("Giải trình, trả lời"))

    def __init__(self, *args: Any, actor: Actor, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("delegation", "inspected"):
            self.fields[name].actor = actor  # type: ignore[attr-defined]  # of AttendanceField

    def terms(self) -> SessionHeld:
        """What the action takes; only of a valid form."""
        data = {name: value for name, value in self.cleaned_data.items() if name != "row_version"}
        sides = ((OF_DELEGATION, data.pop("delegation")), (OF_INSPECTED, data.pop("inspected")))
        lines = [Attended(side, *line) for side, found in sides for line in found]
        return SessionHeld(lines, **data)


class SessionMoveForm(forms.Form):
    """The new day and hour, and why."""

    row_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    day = DayField(label=_("Ngày mới"))
    starts_at = ClockField(label=_("Giờ bắt đầu"))
    reason = forms.CharField(label=_("Lý do"), max_length=300)


class SessionOffForm(forms.Form):
    """Why a session does not take place."""

    row_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    reason = forms.CharField(label=_("Lý do"), max_length=300)


class SessionMinutesForm(forms.Form):
    """The minutes, with the version that they were read at."""

    row_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    text = forms.CharField(
        label=_("Biên bản"),
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 18}),
        help_text=_("Ý kiến ghi theo cơ quan, chức vụ; không ghi tên người."),
    )


class VersionForm(forms.Form):
    """The version that a button was read at."""

    row_version = forms.IntegerField(widget=forms.HiddenInput, required=False)
