"""Training rounds (*đợt tập làm*): how they are marked wherever one of them is named."""

from django.utils.translation import gettext as _

from phongtrao.core.periods import is_training


def marked(words: str, scheme: str) -> str:
    """The words for a round of a scheme, with the mark of a training round where it is one."""
    return _("%(words)s (TẬP LÀM)") % {"words": words} if is_training(scheme) else words


def training_mark(scheme: str) -> str:
    """What stands in the page header of a file of a training round; empty for any other."""
    return _("TẬP LÀM – số liệu không dùng chính thức") if is_training(scheme) else ""
