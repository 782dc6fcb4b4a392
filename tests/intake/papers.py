"""Papers to upload, and a way to send them."""

import io
import uuid
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document

UPLOAD = "/van-ban-den/tiep-nhan/"
PLAN = """CÔNG AN TỈNH QUẢNG NGÃI
Số: 86/KH-CAT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Quảng Ngãi, ngày 24 tháng 3 năm 2026

KẾ HOẠCH
Tổ chức "Ngày hội toàn dân bảo vệ an ninh Tổ quốc" năm 2026

Thực hiện Chương trình phối hợp số 07/CTrPH-BCA-MTTW ngày 17/10/2023 giữa Bộ Công an với \
Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam; Công an tỉnh ban hành Kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU
1. Tạo chuyển biến rõ nét về nhận thức của các cấp, các ngành.

II. PHÂN CÔNG NHIỆM VỤ
1. Công an xã Đăk Hà
- Chủ trì, phối hợp với Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Quảng Ngãi tổ chức Ngày hội; \
hoàn thành trước ngày 15/5/2026.
- Báo cáo kết quả về Công an tỉnh Quảng Ngãi trước ngày 30/5/2026.
2. Công an xã Ba Tơ
- Rà soát, nhân rộng các mô hình tự quản trong quý II/2026.
"""


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    """A file as a browser sends it."""
    return SimpleUploadedFile(name, content)


def plan_txt(name: str = "ke-hoach.txt", text: str = PLAN) -> SimpleUploadedFile:
    """The plan as a text file."""
    return upload(name, text.encode())


def plan_docx(text: str = PLAN) -> bytes:
    """The plan as a Word file."""
    document = Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def sent(client: Any, *files: SimpleUploadedFile, once: str | None = None) -> Any:
    """The answer to an upload of files."""
    return client.post(UPLOAD, {"_once": once or uuid.uuid4().hex, "files": list(files)})


def posted(client: Any, address: str, **values: Any) -> Any:
    """The answer to a form."""
    return client.post(address, {"_once": uuid.uuid4().hex, **values})
