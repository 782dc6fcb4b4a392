"""The sentences of the wall: what happened, what was kept, what to do.

Sentences never repeat text from the file: a hostile name inside a message is a second door.
Texts are plain Vietnamese sources; whoever shows them passes them through gettext.
"""

KEPT_NOTHING = "Chưa lưu gì từ tệp này."

_RESAVE = "Hãy mở tệp bằng chương trình đã tạo ra nó, lưu lại rồi tải lên bản mới."
_RESAVE_OFFICE = "Hãy mở bằng Word hoặc Excel, chọn Lưu thành… .docx hoặc .xlsx rồi tải lên lại."
_AS_PDF = "Hãy mở tệp, bỏ phần đó đi, hoặc lưu lại dưới dạng PDF rồi tải lên."
_REPRINT = "Hãy mở tệp PDF, chọn In → Lưu dưới dạng PDF rồi tải lên bản mới."
_MODERN = "Hãy lưu lại dưới dạng .docx hoặc PDF rồi tải lên."
_LATER = "Hãy tải lên lại sau vài phút, hoặc lưu lại dưới dạng .docx, .xlsx hay PDF."
_SPLIT = "Hãy tách thành nhiều tệp nhỏ hơn hoặc bỏ phần thừa rồi tải lên lại."
_RENAME = "Hãy đổi tên tệp rồi tải lên lại."

# code: (what happened, what to do)
REFUSALS: dict[str, tuple[str, str]] = {
    # the file as a whole
    "empty": ("Tệp không có nội dung.", "Hãy kiểm tra tệp trên máy rồi tải lên lại."),
    "too-short": ("Tệp quá ngắn, không đọc được.", _RESAVE),
    "too-large": ("Tệp lớn hơn mức cho phép (25 MB).", _SPLIT),
    "unknown-type": (
        "Không nhận ra loại tệp này.",
        "Chỉ nhận docx, xlsx, pdf, txt, csv, png, jpg; hãy lưu lại dưới một trong các dạng đó.",
    ),
    "type-mismatch": (
        "Nội dung tệp không đúng với đuôi tên tệp.",
        "Hãy kiểm tra lại tệp, đặt đúng đuôi hoặc lưu lại dưới dạng docx, xlsx hay pdf.",
    ),
    "type-not-accepted": (
        "Loại tệp này không được nhận.",
        "Chỉ nhận docx, xlsx, pdf, txt, csv, png, jpg; hãy lưu lại dưới một trong các dạng đó.",
    ),
    "program": ("Tệp này là chương trình chạy được.", "Chỉ tải lên văn bản, bảng tính hoặc ảnh."),
    "double-ending": ("Tên tệp có hai đuôi, một đuôi là loại chạy được.", _RENAME),
    "polyglot": ("Tệp chứa hai loại nội dung chồng lên nhau.", _RESAVE),
    "old-word": ("Tệp thuộc dạng Word cũ (.doc).", "Hãy mở bằng Word, chọn Lưu thành… .docx."),
    "old-excel": ("Tệp thuộc dạng Excel cũ (.xls).", "Hãy mở bằng Excel, chọn Lưu thành… .xlsx."),
    "old-office": (
        "Tệp thuộc dạng Office cũ.",
        "Hãy mở bằng Word hoặc Excel, chọn Lưu thành… .docx hoặc .xlsx.",
    ),
    "rtf": ("Tệp thuộc dạng RTF.", "Hãy mở bằng Word, chọn Lưu thành… .docx."),
    "opendocument": (
        "Tệp thuộc dạng OpenDocument (.odt, .ods).",
        "Hãy mở tệp, chọn Lưu thành… .docx hoặc .xlsx.",
    ),
    "presentation": ("Tệp là bài trình chiếu.", "Hãy lưu lại dưới dạng PDF rồi tải lên."),
    "binary-workbook": (
        "Tệp Excel thuộc dạng nhị phân (.xlsb).",
        "Hãy mở bằng Excel, chọn Lưu thành… .xlsx.",
    ),
    "template-file": (
        "Tệp là mẫu (.dotx, .xltx), không phải văn bản.",
        "Hãy mở bằng Word hoặc Excel, chọn Lưu thành… .docx hoặc .xlsx.",
    ),
    "locked": (
        "Tệp được đặt mật khẩu nên không đọc được.",
        "Hãy mở bằng mật khẩu, bỏ mật khẩu rồi lưu và tải lên lại.",
    ),
    # archives
    "zip-broken": ("Tệp bị hỏng hoặc tải về chưa hết.", _RESAVE_OFFICE),
    "zip-trailing-bytes": ("Tệp có phần dữ liệu thừa nối vào sau.", _RESAVE_OFFICE),
    "zip-hidden-bytes": ("Tệp có phần dữ liệu giấu giữa các thành phần.", _RESAVE_OFFICE),
    "zip-method": ("Tệp dùng cách nén lạ.", _RESAVE_OFFICE),
    "zip-overlap": ("Các phần trong tệp chồng lên nhau.", _RESAVE_OFFICE),
    "zip-lying-size": ("Kích thước ghi trong tệp không đúng sự thật.", _RESAVE_OFFICE),
    "zip-crc": ("Một phần của tệp bị sai lệch (không khớp mã kiểm tra).", _RESAVE_OFFICE),
    "zip-duplicate": ("Hai phần trong tệp trùng tên nhau.", _RESAVE_OFFICE),
    "zip-path": ("Trong tệp có tên đường dẫn không hợp lệ.", _RESAVE_OFFICE),
    "zip-symlink": ("Trong tệp có liên kết trỏ ra ngoài.", _RESAVE_OFFICE),
    "zip-nested": ("Trong tệp có tệp nén khác lồng vào.", _AS_PDF),
    "zip-members": ("Tệp có quá nhiều thành phần.", _SPLIT),
    "zip-bomb": ("Tệp bung ra lớn bất thường.", _SPLIT),
    # XML
    "xml-broken": ("Nội dung bên trong tệp bị hỏng.", _RESAVE_OFFICE),
    "xml-doctype": ("Tệp có khai báo DOCTYPE, loại khai báo không được nhận.", _RESAVE_OFFICE),
    "xml-encoding": ("Nội dung bên trong tệp dùng bảng mã lạ.", _RESAVE_OFFICE),
    "xml-too-large": ("Nội dung bên trong tệp quá lớn.", _SPLIT),
    "xml-too-deep": ("Nội dung bên trong tệp lồng nhau quá sâu.", _RESAVE_OFFICE),
    "xml-attributes": ("Nội dung bên trong tệp có thuộc tính lớn bất thường.", _RESAVE_OFFICE),
    # packages
    "package-broken": ("Tệp thiếu phần bắt buộc nên không đọc được.", _RESAVE_OFFICE),
    "relation-cycle": ("Các phần trong tệp trỏ vòng vào nhau.", _RESAVE_OFFICE),
    "remote-template": (
        "Văn bản gắn với một mẫu nằm ở máy khác.",
        "Hãy mở bằng Word, vào Nhà phát triển → Mẫu tài liệu, bỏ mẫu đó rồi lưu lại.",
    ),
    "outside-part": ("Tệp lấy một phần nội dung từ nơi khác.", _AS_PDF),
    "web-query": (
        "Bảng tính có kết nối lấy dữ liệu từ bên ngoài.",
        "Hãy mở bằng Excel, vào Dữ liệu → Truy vấn và Kết nối, xóa kết nối rồi lưu lại.",
    ),
    "macro": (
        "Tệp có chứa macro.",
        "Hãy mở bằng Word hoặc Excel, chọn Lưu thành… .docx hoặc .xlsx (loại không có macro).",
    ),
    "ole": (
        "Tệp có đối tượng nhúng (OLE).",
        "Hãy đổi đối tượng đó thành hình ảnh hoặc bảng thường, hoặc lưu lại dưới dạng PDF.",
    ),
    "activex": ("Tệp có điều khiển ActiveX.", _AS_PDF),
    "add-in": ("Tệp gắn với một tiện ích mở rộng.", _AS_PDF),
    "alt-chunk": ("Tệp có nhúng một tài liệu khác vào bên trong.", _AS_PDF),
    "field": (
        "Văn bản có trường lệnh lấy dữ liệu hoặc chạy lệnh từ ngoài (DDE, INCLUDETEXT, LINK).",
        "Hãy mở bằng Word, chọn toàn bộ, bấm Ctrl+Shift+F9 để đổi trường thành chữ rồi lưu lại.",
    ),
    "dde": ("Bảng tính có liên kết chạy lệnh (DDE).", _AS_PDF),
    # old formats and their conversion
    "compound-broken": ("Tệp Word, Excel dạng cũ bị hỏng hoặc tải về chưa hết.", _MODERN),
    "rich-text-broken": ("Tệp RTF bị hỏng hoặc tải về chưa hết.", _MODERN),
    "old-macro": ("Tệp dạng cũ có chứa macro.", _MODERN),
    "old-object": ("Tệp dạng cũ có đối tượng nhúng (OLE).", _MODERN),
    "conversion-missing": (
        "Máy chủ này không chuyển đổi được tệp Word, Excel dạng cũ, RTF và OpenDocument.",
        "Hãy lưu lại dưới dạng .docx, .xlsx hoặc PDF rồi tải lên.",
    ),
    "conversion-busy": ("Máy chủ đang bận chuyển đổi tệp khác.", _LATER),
    "conversion-time": ("Chuyển đổi tệp mất quá nhiều thời gian nên đã dừng.", _MODERN),
    "conversion-failed": ("Không chuyển đổi được tệp này.", _MODERN),
    # sheets
    "sheet-value": (
        "Bảng tính có ô ghi giá trị không hợp lệ (số, ngày hoặc vị trí ô).",
        _RESAVE_OFFICE,
    ),
    "sheet-too-large": ("Bảng tính có quá nhiều ô, trang, định dạng hoặc ô gộp.", _SPLIT),
    "sheet-far-cell": (
        "Bảng tính có ô nằm quá xa vùng dữ liệu.",
        "Hãy xóa các hàng, cột trống phía ngoài vùng dữ liệu rồi lưu lại.",
    ),
    # PDF
    "pdf-broken": ("Tệp PDF bị hỏng hoặc tải về chưa hết.", _REPRINT),
    "pdf-script": ("Tệp PDF có mã lệnh tự chạy.", _REPRINT),
    "pdf-launch": ("Tệp PDF có lệnh mở chương trình hoặc tệp khác.", _REPRINT),
    "pdf-attachment": (
        "Tệp PDF có tệp khác đính kèm bên trong.",
        "Hãy tải lên riêng từng tệp, hoặc chọn In → Lưu dưới dạng PDF.",
    ),
    "pdf-active": ("Tệp PDF có nội dung động (biểu mẫu XFA, phim, 3D).", _REPRINT),
    "pdf-loop": ("Cấu trúc tệp PDF trỏ vòng.", _REPRINT),
    "pdf-count": ("Số trang ghi trong tệp PDF không đúng.", _REPRINT),
    "pdf-too-deep": ("Cấu trúc tệp PDF quá phức tạp.", _REPRINT),
    "pdf-bomb": ("Tệp PDF bung ra lớn bất thường.", _REPRINT),
    # pictures
    "picture-broken": ("Ảnh bị hỏng hoặc tải về chưa hết.", "Hãy lưu lại ảnh rồi tải lên."),
    "picture-too-large": ("Ảnh có quá nhiều điểm ảnh.", "Hãy thu nhỏ ảnh rồi tải lên lại."),
    # text
    "text-nul": (
        "Tệp chữ có ký tự rỗng.",
        "Hãy mở bằng Notepad, chọn Lưu thành…, bảng mã UTF-8 rồi tải lên lại.",
    ),
    "text-not-utf8": (
        "Tệp chữ không dùng bảng mã UTF-8.",
        "Hãy mở bằng Notepad, chọn Lưu thành…, bảng mã UTF-8 rồi tải lên lại.",
    ),
    "text-cp1258": (
        "Tệp chữ dùng bảng mã Windows-1258 (tiếng Việt cũ).",
        "Hãy mở bằng Notepad, chọn Lưu thành…, bảng mã UTF-8 rồi tải lên lại.",
    ),
    "text-old-encoding": (
        "Tệp chữ dùng bảng mã tiếng Việt cũ (TCVN3 hoặc VNI).",
        "Hãy chuyển sang Unicode, lưu với bảng mã UTF-8 rồi tải lên lại.",
    ),
    "text-long-line": ("Tệp chữ có một dòng dài bất thường.", "Hãy ngắt dòng rồi tải lên lại."),
    "text-marks": (
        "Tệp có chữ cái mang quá nhiều dấu chồng lên nhau.",
        "Hãy xóa đoạn chữ đó rồi tải lên lại.",
    ),
    "csv-open-quote": (
        "Tệp csv có dấu ngoặc kép mở mà không đóng.",
        "Hãy mở bằng Excel, sửa ô đó rồi lưu lại dưới dạng csv.",
    ),
    # names
    "name-control": ("Tên tệp có ký tự điều khiển.", _RENAME),
    "name-empty": ("Tên tệp trống hoặc chỉ có dấu chấm.", _RENAME),
    # the cage
    "cage-time": ("Đọc tệp mất quá nhiều thời gian nên đã dừng.", _SPLIT),
    "cage-memory": ("Đọc tệp cần quá nhiều bộ nhớ nên đã dừng.", _SPLIT),
    "cage-died": ("Không đọc được tệp này.", _RESAVE),
    "reader-failed": ("Tệp đúng dạng nhưng không đọc được nội dung.", _RESAVE),
    "file-missing": ("Không thấy tệp vừa tải lên.", "Hãy tải lên lại."),
}

HOLDS: dict[str, tuple[str, str]] = {
    "pdf-scan": (
        "Tệp PDF là ảnh quét, không có chữ để đọc.",
        "Hãy tải bản Word hoặc bản PDF có chữ, hoặc nhập tay nội dung.",
    ),
    "name-citizen-number": ("Tên tệp có dãy số giống số căn cước công dân.", _RENAME),
}

REMARKS: dict[str, str] = {
    "converted": "Tệp dạng cũ đã được chuyển sang .docx hoặc .xlsx; hãy xem lại trước khi dùng.",
    "name-cleaned": "Tên tệp đã được làm sạch trước khi lưu.",
    "links-cut": "Tệp có liên kết lấy dữ liệu từ ngoài; hệ thống không mở các liên kết đó.",
    "pdf-repaired": "Tệp PDF có chỗ ghi sai vị trí; nội dung được đọc lại từ đầu tệp.",
    "pdf-restricted": "Tệp PDF bị hạn chế sao chép nhưng mở được, không cần mật khẩu.",
}


def sentence_for(code: str, decision: str) -> str:
    """The full sentence of a code under a decision.  Raises KeyError when it has none."""
    if decision == "accept":
        return REMARKS[code]
    what, step = (HOLDS if decision == "hold" else REFUSALS)[code]
    return f"{what} {KEPT_NOTHING} {step}"
