"""The REST door, put together: OpenAPI 3.1 under /api/v1/."""

from ninja import NinjaAPI

from phongtrao.api import problems
from phongtrao.api.auth import TokenAuth, TokenThrottle
from phongtrao.api.parsing import ExactParser
from phongtrao.api.v1 import catalogue, entry, figures, imports, places, reports

_ABOUT = (
    "Cổng REST của phongtrao. Mọi yêu cầu mang tiêu đề Authorization: Bearer với mã truy cập cá"
    " nhân; mọi yêu cầu làm thay đổi mang Idempotency-Key. Từ chối theo RFC 9457, tiếng Việt hoặc"
    " tiếng Anh theo Accept-Language. Danh sách chia trang bằng cursor."
)
api = NinjaAPI(
    title="phongtrao",
    version="1",
    description=_ABOUT,
    auth=TokenAuth(),
    throttle=TokenThrottle(),
    parser=ExactParser(),
    docs_url=None,
    openapi_url=None,
    urls_namespace="rest",
)
problems.tell(api)
for _subject in (places, catalogue, reports, entry, figures, imports):
    api.add_router("", _subject.router)
