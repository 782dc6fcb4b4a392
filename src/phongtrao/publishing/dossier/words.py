"""The words of a printed dossier, part by part, as `data/dossier.typ` sets them."""

from collections.abc import Collection, Mapping
from typing import Any

from django.utils.translation import gettext as _

from phongtrao.core.formats import date_vn, number
from phongtrao.publishing.models import PaperDelivery, PaperVersion, exact
from phongtrao.publishing.queries import Dossier, Item, Part
from phongtrao.publishing.rules.drafting import HEAD
from phongtrao.publishing.workflow import SigningAuthority

_ANCHORS = {Part.MEMO: "memo", Part.STEP: "steps", Part.DELIVERY: "deliveries"}


def printed(
    dossier: Dossier, starts: Mapping[int, int], attached: Collection[int]
) -> dict[str, Any]:
    """All words; `starts` is the first page of a copy by its file, `attached` goes in as a file."""
    paper = dossier.paper
    day = date_vn(paper.issued_on) if paper.issued_on else ""
    [memo] = dossier.of(Part.MEMO)
    return {
        "words": _words(),
        "title": str(paper),
        "issuer": paper.issuer,
        "lead": _("Số %(number)s, ngày %(day)s. %(state)s.")
        % {"number": paper.heading, "day": day, "state": paper.get_state_display()},
        "items": [_line(item, starts, attached) for item in dossier.items],
        "memo": memo.text.splitlines(),
        "versions": [
            _version(item.title, item.version)
            for item in dossier.of(Part.VERSION)
            if item.version is not None
        ],
        "steps": [
            [str(item.n), date_vn(item.on), f"{item.title}. {item.author}", item.text]
            for item in dossier.of(Part.STEP)
        ],
        "deliveries": [
            [str(item.n), *_delivery(item.delivery)]
            for item in dossier.of(Part.DELIVERY)
            if item.delivery is not None
        ],
        "files": [
            [stored.name, f"{number(stored.size)} B", stored.sha256] for stored in dossier.files
        ],
    }


def _line(item: Item, starts: Mapping[int, int], attached: Collection[int]) -> dict[str, Any]:
    """One line of the contents list: its page, or that it is attached inside the PDF."""
    key = item.file.pk if item.file is not None else None
    is_attached = key in attached
    anchor = f"version-{item.version.n}" if item.version else _ANCHORS.get(item.part, "")
    if item.part == Part.MEMO and not item.text:
        anchor = ""
    return {
        "n": item.n,
        "number": item.number,
        "on": date_vn(item.on),
        "title": item.title,
        "author": item.author,
        "page": starts.get(key, 0) if key is not None else 0,
        "anchor": anchor,
        "note": _("tệp đính kèm") if is_attached else _("xem bảng tệp"),
    }


def _version(title: str, version: PaperVersion) -> dict[str, Any]:
    content = version.content
    head = {name: text for name, text in content["head"].items() if text and name in HEAD}
    if "signer_authority" in head:
        head["signer_authority"] = str(SigningAuthority(head["signer_authority"]).label)
    return {
        "title": title,
        "anchor": f"version-{version.n}",
        "head": [{"name": _(HEAD[name].label), "value": text} for name, text in head.items()],
        "sections": [part for part in content["sections"] if part["lines"]],
        "figures": [_figure(row) for row in content["figures"]],
    }


def _figure(row: Mapping[str, Any]) -> list[str]:
    value = exact(row["value"])
    shown = "–" if value is None else number(value, row["decimals"])
    return [row["name"], row["unit"], shown, f"{row['n']}/{row['of']}"]


def _delivery(delivery: PaperDelivery) -> list[str]:
    received = date_vn(delivery.received_on) if delivery.received_on else _("chưa xác nhận")
    how = f"{delivery.receiver} ({delivery.get_receipt_form_display()})"
    if delivery.disposed_on is not None:
        gone = f"{delivery.get_disposal_display()} {date_vn(delivery.disposed_on)}"
        how = f"{how}. {gone}: {delivery.disposer} ({delivery.get_disposal_form_display()})"
    return [
        delivery.body.name,
        delivery.form_words,
        date_vn(delivery.sent_on),
        received,
        delivery.arrival_number,
        how if delivery.receiver else "",
    ]


def _words() -> dict[str, Any]:
    return {
        "dossier": _("HỒ SƠ VĂN BẢN"),
        "contents": _("Mục lục văn bản trong hồ sơ"),
        "columns": [
            _("STT"),
            _("Số, ký hiệu"),
            _("Ngày, tháng"),
            _("Tên loại và trích yếu"),
            _("Tác giả"),
            _("Trang"),
        ],
        "memo": _("Phiếu trình"),
        "figures": _("Số liệu"),
        "figure_columns": [_("Chỉ tiêu"), _("Đơn vị tính"), _("Số liệu"), _("Địa bàn có báo cáo")],
        "steps": _("Quá trình trình ký, ban hành"),
        "step_columns": [_("STT"), _("Ngày"), _("Bước, người thực hiện"), _("Nội dung")],
        "deliveries": _("Nơi nhận và xác nhận"),
        "delivery_columns": [
            _("STT"),
            _("Nơi nhận"),
            _("Hình thức gửi"),
            _("Ngày gửi"),
            _("Ngày nhận"),
            _("Số đến"),
            _("Người nhận"),
        ],
        "files": _("Các tệp trong hồ sơ"),
        "file_columns": [_("Tên tệp"), _("Dung lượng"), _("SHA-256")],
        "none": _("Văn bản chưa gửi cho cơ quan nào."),
    }
