"""Storing what was admitted: the only way from an upload to a stored file."""

from django.db import transaction

from phongtrao.core import audit, files
from phongtrao.core.audit import Author
from phongtrao.core.errors import N_, Refused
from phongtrao.core.models import StoredFile
from phongtrao.core.uploads.admission import Upload


@transaction.atomic
def keep(upload: Upload, *, by: Author) -> StoredFile:
    """Store an admitted file; of one that was changed or confirmed the chain says so.

    Raises Refused for a file that was not accepted: a door that forgets to look stores nothing.
    """
    if not upload.accepted:
        raise Refused(upload.refusal or N_("Tệp chưa được nhận nên chưa lưu gì."), code="refused")
    source = upload.sent_sha256 if upload.made else ""
    stored = files.store(
        upload.data, name=upload.name, kind=upload.kind, by=by, original_sha256=source
    )
    if upload.made:
        audit.record("file.changed", stored, by=by, made=upload.made, original_sha256=source)
    if upload.is_confirmed:
        audit.record("file.scan_confirmed", stored, by=by, sha256=upload.sent_sha256)
    return stored
