"""The hash of a version: over canonical JSON, each version naming the hash before it. Pure."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from phongtrao.reporting.cells import Cell, canonical_json, cells_json

GENESIS = "0" * 64


def version_hash(  # noqa: PLR0913 - each argument is one thing the record vouches for
    *,
    report_id: int,
    n: int,
    template_hash: str,
    cells: Sequence[Cell],
    text: dict[str, Any],
    prev_hash: str,
    posting_id: int | None,
    account_id: int | None,
    at: datetime,
) -> str:
    """SHA-256 of what was submitted, by whom, when, after which version, in which form."""
    content = {
        "account": account_id,
        "at": at.astimezone(UTC).isoformat(timespec="microseconds"),
        "by": posting_id,
        "cells": cells_json(cells),
        "n": n,
        "prev": prev_hash,
        "report": report_id,
        "template": template_hash,
        "text": text,
    }
    return hashlib.sha256(canonical_json(content)).hexdigest()
