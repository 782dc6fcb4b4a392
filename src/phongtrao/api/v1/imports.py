"""A file of figures becomes approved reports, by an administrator for areas of his scope."""

import tempfile
from pathlib import Path

from django.http import HttpRequest
from ninja import Router

from phongtrao.api import schemas
from phongtrao.api.door import KEY_PARAMETER, REFUSALS, actor_of, door
from phongtrao.core import privacy, uploads
from phongtrao.core.errors import N_, InvalidInput
from phongtrao.core.uploads import Upload
from phongtrao.reporting.actions.value_imports import import_values
from phongtrao.reporting.imports.value_checks import check_values
from phongtrao.reporting.imports.value_files import read_values

router = Router()
_FILE = {
    **KEY_PARAMETER,
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {"file": {"type": "string", "format": "binary"}},
                }
            }
        },
    },
}


def _judged(request: HttpRequest) -> Upload:
    """The file past wall and guard; raises ``InvalidInput`` without one."""
    if request.content_type != "multipart/form-data":
        told = N_("Hãy gửi tệp CSV trong trường file của biểu mẫu (multipart/form-data).")
        raise InvalidInput(told, "content_type", status=415)
    privacy.require_no_personal_data(request)
    upload = uploads.judged(request, "file")
    if upload is None:
        told = N_("Thiếu tệp CSV trong trường file.")
        raise InvalidInput(told, "values.file", fields={"form.file": told})
    if upload.refusal or upload.kind != "csv":
        told = upload.refusal or N_("Cổng này chỉ nhận tệp CSV; Parquet thì nhập trên máy chủ.")
        raise InvalidInput(told, "values.file", fields={"form.file": told})
    return upload


@router.post(
    "/value-imports",
    response={200: schemas.ImportOut, **REFUSALS},
    url_name="value-import",
    summary="Nhập tệp số liệu thành báo cáo đã duyệt",
    openapi_extra=_FILE,
)
@door("values.import", before=_judged)
def value_import(request: HttpRequest) -> schemas.ImportOut:
    """Cả tệp hoặc không gì cả; có lỗi: 422, nêu từng dòng (nhiều nhất 1.000)."""
    actor, upload = actor_of(request), request.prepared  # type: ignore[attr-defined]  # `door`
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / upload.name
        path.write_bytes(upload.data)
        table = check_values(read_values(path), within=actor.scope)
    done = import_values(table, by=actor)
    kept = done.value_import
    return schemas.ImportOut(
        id=kept.pk,
        figures=kept.figures,
        reports=kept.reports,
        new_reports=done.new_reports,
        rounds=done.rounds,
        root=kept.root,
    )
