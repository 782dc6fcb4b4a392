"""What a machine that may lose its connection is given: a secret for its key, a build's name."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

import phongtrao
from phongtrao.org.permissions import Actor

# On every page: whose key may stay open on this machine.
SCRIPTS = ("reporting/vault.js", "reporting/kept.js")
_FOLDER = Path(phongtrao.__file__).resolve().parent
_SCRIPTS = ("core/static/core", "reporting/static/reporting")


def machine_secret(actor: Actor) -> bytes:
    """The account's secret, from which its browsers make their keys; 32 bytes, always the same.

    Only the signed-in account is given it. A new secret key of the installation makes what
    machines still keep unreadable.
    """
    return salted_hmac("reporting.machine", str(actor.account_id), algorithm="sha256").digest()


def script_data(account_id: int | None) -> dict[str, str]:
    """What the scripts on every page need: whose page it is, and the words of the bar below."""
    if account_id is None:
        return {"account": ""}
    return {
        "account": str(account_id),
        "machine": reverse("reporting:machine-key"),
        "kept-sent": _("Đã gửi báo cáo được giữ trên máy này:"),
        "kept-saved": _("Đã lưu số liệu được giữ trên máy này vào bản nháp:"),
        "kept-differs": _("Số liệu giữ trên máy này khác số trên hệ thống, cần chọn từng chỗ:"),
        "kept-refused": _("Số liệu giữ trên máy này chưa gửi được."),
    }


@cache
def build_of_scripts() -> str:
    """A name for the scripts and styles as they are, so that a newer build replaces an older."""
    digest = sha256()
    for folder in _SCRIPTS:
        for path in sorted((_FOLDER / folder).iterdir()):
            digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]
