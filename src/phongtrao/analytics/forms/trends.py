"""The question of a trend: a few indicators of one area, at its own level."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy

from phongtrao.analytics.forms.asking import AskingForm, month_text
from phongtrao.core import clock
from phongtrao.core.periods import Period


class TrendForm(AskingForm):
    """*Xu hướng*: a few indicators of one area over time."""

    cap = None  # type: ignore[assignment]  # one area, at its own level
    tap = None  # type: ignore[assignment]
    ngay = None  # type: ignore[assignment]
    dia_gioi = forms.ChoiceField(
        label=gettext_lazy("Địa giới"),
        choices=[
            ("hien-nay", gettext_lazy("Địa giới hiện nay cho mọi kỳ")),
            ("tung-thoi-ky", gettext_lazy("Địa giới từng thời kỳ")),
        ],
    )
    defaults = {"dia_gioi": "hien-nay"}
    most_indicators = 4

    def usual_window(self, period: Period) -> dict[str, str]:
        """The three years that end with the newest period."""
        return {"tu": month_text(period.last - 35), "den": month_text(period.last)}

    def usual_indicators(self) -> list[str]:
        """One indicator makes the clearest picture."""
        return super().usual_indicators()[:1]

    @property
    def by_time(self) -> bool:
        """Whether each period stands on its own boundaries."""
        return bool(self.cleaned_data["dia_gioi"] == "tung-thoi-ky")

    @property
    def as_of(self) -> date:
        """Today: what the boundaries are now."""
        return clock.today()

    @property
    def level(self) -> str:
        """The level of the one area that is looked at."""
        return self.tops[0].level if self.tops else "commune"
