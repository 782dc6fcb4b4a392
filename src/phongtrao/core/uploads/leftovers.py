"""What killed processes leave of uploads is deleted; see `core.jobs`."""

import shutil
from pathlib import Path

from django.conf import settings


def forget_leftovers(*, older_than: float) -> int:
    """Delete what was left before a time (seconds of the epoch); returns how many there were."""
    count = 0
    for path in Path(settings.FILE_UPLOAD_TEMP_DIR).iterdir():
        if path.lstat().st_mtime >= older_than:
            continue
        count += 1
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
    return count
