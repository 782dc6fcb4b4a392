"""Designing a form: a draft that is changed freely, and the version that issuing freezes."""

import hashlib
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from phongtrao.core import audit, clock
from phongtrao.core.boundary.indicators import form_faults
from phongtrao.core.errors import N_, Forbidden, InvalidInput, Refused, StaleVersion
from phongtrao.core.vietnamese import fold, tidy_line
from phongtrao.org.models import Body
from phongtrao.org.permissions import Actor
from phongtrao.reporting import permissions
from phongtrao.reporting.cells import canonical_json
from phongtrao.reporting.grid.design import Design, cell_rows, design_of, empty_design, form_of
from phongtrao.reporting.grid.design_faults import design_faults
from phongtrao.reporting.models import ReportTemplate, TemplateDraft, TemplateVersion
from phongtrao.reporting.queries.designs import counted_things, version_of
from phongtrao.reporting.queries.frozen_forms import frozen_content, participants_of

_LONGEST_NAME = 200
_LONGEST_CODE = 40


@transaction.atomic
def start_template(name: str, *, design: Design | None = None, by: Actor) -> TemplateDraft:
    """Begin a form of the actor's body, empty or from a design; nothing of it is issued yet."""
    body = require_designer(by)
    told = tidy_line(name)[:_LONGEST_NAME]
    if not told:
        raise InvalidInput(
            N_("Chưa ghi tên biểu mẫu nên chưa lập gì."),
            "template.name",
            fields={"name": N_("Chưa ghi tên.")},
        )
    begun = (design or empty_design(told, kind=str(body.kind_id))) | {"name": told}
    require_lawful(begun, code="bieu-mau")
    template = ReportTemplate.objects.create(code=_free_code(told), name=told, owner=body)
    draft = _drafted(template, begun, by)
    audit.record("template.started", template, by=by, cells=len(cell_rows(begun)))
    return draft


@transaction.atomic
def revise_template(template: ReportTemplate, *, by: Actor) -> TemplateDraft:
    """Begin the next version from the last one; rounds that are open keep theirs."""
    require_owner(by, template)
    newest = version_of(template)
    if newest is None or TemplateDraft.objects.filter(template=template).exists():
        raise Refused(
            N_("Biểu mẫu này đang có bản thiết kế. Hãy mở bản đó để sửa tiếp."), code="draft_exists"
        )
    draft = _drafted(template, design_of(content_of_version(newest), template.name), by)
    audit.record("template.revised", template, by=by, version=newest.n)
    return draft


@transaction.atomic
def save_design(
    draft: TemplateDraft, design: Design, *, expected_version: int, by: Actor
) -> TemplateDraft:
    """Keep a changed design. Raises ``StaleVersion`` when somebody has saved another meanwhile."""
    found = _locked_draft(draft, by)
    if found.row_version != expected_version:
        raise StaleVersion
    require_lawful(design, code=found.template.code)
    found.content = design
    found.row_version += 1
    found.saved_at, found.saved_by = clock.now(), permissions.posting_of(by)
    found.save()
    return found


@transaction.atomic
def issue_template(draft: TemplateDraft, *, expected_version: int, by: Actor) -> TemplateVersion:
    """Ban hành: freeze the design as the form's next version; it can never be rewritten.

    Raises ``InvalidInput`` with every reason while the design is not ready, ``Refused`` when it
    equals the version before or asks for what may not be counted.
    """
    found = _locked_draft(draft, by)
    if found.row_version != expected_version:
        raise StaleVersion
    template, design = found.template, found.content
    faults = design_faults(design, counted_things())
    if faults:
        raise InvalidInput(
            N_("Chưa ban hành được: còn %(count)s chỗ phải sửa. %(first)s"),
            "template.faults",
            count=len(faults),
            first=faults[0],
        )
    form = form_of(design, template.code)
    require_lawful(design, code=template.code)
    version = _frozen(template, frozen_content(form), by)
    template.name = design["name"]
    template.save(update_fields=["name"])
    found.delete()
    audit.record(
        "template.issued", template, by=by, version=version.n, hash=version.hash,
        cells=len(version.cells),
    )  # fmt: skip
    return version


@transaction.atomic
def discard_draft(draft: TemplateDraft, *, by: Actor) -> ReportTemplate | None:
    """Drop a draft; a form that was never issued goes with it (then None is returned)."""
    found = _locked_draft(draft, by)
    template = found.template
    audit.record("template.discarded", template, by=by)
    found.delete()
    if template.versions.exists():
        return template
    template.delete()
    return None


@transaction.atomic
def retire_template(template: ReportTemplate, *, retire: bool, by: Actor) -> ReportTemplate:
    """Take a form out of use for new rounds, or take it back into use; open rounds go on."""
    require_owner(by, template)
    found = ReportTemplate.objects.select_for_update().get(pk=template.pk)
    found.retired_at = clock.now() if retire else None
    found.save(update_fields=["retired_at"])
    audit.record("template.retired" if retire else "template.restored", found, by=by)
    return found


def content_of_version(version: TemplateVersion) -> dict[str, Any]:
    """The frozen content of a version as pure functions read it."""
    names = (
        "sections", "cells", "checks", "computed", "kinds", "approvals", "period_kind", "deadlines",
    )  # fmt: skip
    return {name: getattr(version, name) for name in names}


def require_lawful(design: Design, *, code: str) -> None:
    """Refuse a design that asks for what may not be counted (CR-4, CR-19)."""
    form = form_of(design, code)
    found = form_faults(form | {"name": design["name"]})
    lines = [row.get("text", "") for section in design["sections"] for row in section["rows"]]
    found += form_faults(
        {"code": code, "name": " ".join(filter(None, lines)), "sections": [], "cells": []}
    )
    if found:
        raise Refused(
            N_("Chưa lưu. %(where)s: %(reason)s"),
            code="boundary",
            where=found[0].code.removeprefix(f"{code}, "),
            reason=found[0].sentence,
        )


def require_designer(by: Actor) -> Body:
    """The body for which the actor designs; ``Forbidden`` for everybody else."""
    if by.body is None or not permissions.may_design_at_all(by):
        raise Forbidden(
            N_(
                "Chỉ cơ quan thường trực hoặc quản trị hệ thống mới thiết kế biểu mẫu."
                " Chưa có gì thay đổi."
            )
        )
    return by.body


def require_owner(by: Actor, template: ReportTemplate) -> None:
    """Refuse whoever does not manage this form; he may copy it."""
    require_designer(by)
    if not permissions.can_design(by, template.owner):
        raise Forbidden(
            N_(
                "Biểu mẫu này do cơ quan khác quản lý. Hãy sao chép thành biểu mẫu của cơ quan"
                " mình rồi sửa. Chưa có gì thay đổi."
            )
        )


def _locked_draft(draft: TemplateDraft, by: Actor) -> TemplateDraft:
    found = (
        TemplateDraft.objects.select_for_update(of=("self",))
        .select_related("template__owner")
        .filter(pk=draft.pk)
        .first()
    )
    if found is None:
        raise Refused(
            N_("Bản thiết kế này vừa được ban hành hoặc bỏ đi. Hãy mở lại danh sách biểu mẫu."),
            code="draft_gone",
        )
    require_owner(by, found.template)
    return found


def _drafted(template: ReportTemplate, design: Design, by: Actor) -> TemplateDraft:
    return TemplateDraft.objects.create(
        template=template,
        content=design,
        saved_at=clock.now(),
        saved_by=permissions.posting_of(by),
    )


def _frozen(template: ReportTemplate, content: Mapping[str, Any], by: Actor) -> TemplateVersion:
    digest = hashlib.sha256(canonical_json(content)).hexdigest()
    newest = version_of(template)
    if newest is not None and newest.hash == digest:
        raise Refused(
            N_("Bản thiết kế không khác phiên bản %(n)s đang dùng nên không ban hành."),
            code="template_unchanged",
            n=newest.n,
        )
    version = TemplateVersion.objects.create(
        template=template,
        n=newest.n + 1 if newest else 1,
        hash=digest,
        created_at=clock.now(),
        issued_by=permissions.posting_of(by),
        **content,
    )
    version.participants.set(participants_of(content))
    return version


def _free_code(name: str) -> str:
    """A code from the name that no form has yet."""
    stem = slugify(fold(name))[: _LONGEST_CODE - 4].strip("-") or "bieu-mau"
    taken = set(ReportTemplate.objects.filter(code__startswith=stem).values_list("code", flat=True))
    return next(
        code for n in range(1, len(taken) + 3)
        if (code := stem if n == 1 else f"{stem}-{n}") not in taken
    )  # fmt: skip
