"""Static files with hashed names for production."""

from typing import Any

from django.contrib.staticfiles.storage import HashedFilesMixin
from whitenoise.storage import CompressedManifestStaticFilesStorage


def _without_source_maps(patterns: Any) -> Any:
    # Third-party files name *.map files that their packages do not ship to us.
    return tuple(
        (extension, kept)
        for extension, entries in patterns
        if (
            kept := tuple(
                entry
                for entry in entries
                if "sourceMappingURL" not in (entry if isinstance(entry, str) else entry[0])
            )
        )
    )


class ManifestStorage(CompressedManifestStaticFilesStorage):
    """Hashed and compressed names; source maps are not demanded."""

    patterns = _without_source_maps(HashedFilesMixin.patterns)
