"""`phongtrao rights check`: proves from the running code that the boundary holds."""

import re
from argparse import ArgumentParser
from collections.abc import Iterator
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

from phongtrao.cli import prepare
from phongtrao.cli.commands import PlainCommand
from phongtrao.core.boundary import clients, disclosure, pages, schema
from phongtrao.core.boundary.indicators import form_faults, indicator_faults
from phongtrao.reporting import imports as catalogue
from phongtrao.reporting.models import Indicator, TemplateVersion
from phongtrao.reporting.queries.definitions import definition_of

_PACKAGE = Path(clients.__file__).parents[2]


class Command(PlainCommand):
    """Holds tables, pages, counts and libraries against the boundary, and prints the hash."""

    help = "Kiểm tra ranh giới dữ liệu: không có trường nào về người dân."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to do with the boundary."""
        parser.add_argument("verb", choices=["check"])

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0 with what was looked at and the hash; 1 with a line for each fault."""
        prepare.ensure_ready()
        faults = [*schema.schema_faults(), *pages.page_faults(), *_count_faults()]
        faults += [*clients.installation_faults(_PACKAGE), *_installed_faults()]
        for fault in faults:
            self.stdout.write(fault)
        if faults:
            raise SystemExit(1)
        fields = sum(found.count for found in disclosure.stored_classes())
        self.stdout.write(
            f"Ranh giới được giữ: {len(list(schema.our_models()))} bảng, {fields} trường, "
            f"{len(list(pages.routes()))} đường dẫn, {len(list(pages.form_fields()))} ô nhập, "
            f"{Indicator.objects.count()} chỉ tiêu; không có trường nào về người dân, tôn giáo, "
            "dân tộc."
        )
        self.stdout.write(f"Mã cấu trúc: {_structure_hash()}")


def _count_faults() -> Iterator[str]:
    """Faults of the indicators and frozen forms that are stored, however they came in."""
    for row in Indicator.objects.all():
        yield from map(str, indicator_faults(definition_of(row)))
    for version in TemplateVersion.objects.select_related("template"):
        form = {
            "code": version.template.code,
            "name": version.template.name,
            "sections": version.sections,
            "cells": version.cells,
            "computed": version.computed,
        }
        yield from map(str, form_faults(form))


def _installed_faults() -> list[str]:
    names = sorted({found.metadata["Name"] for found in distributions()})
    listed = "\n".join(name for name in names if re.match(r"\w", name or ""))
    return clients.package_faults(listed, name="Thư viện đã cài")


def _structure_hash() -> str:
    definitions = [definition_of(row) for row in catalogue.packaged_indicators()]
    return disclosure.structure_hash(definitions, catalogue.packaged_forms())
