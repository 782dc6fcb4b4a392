"""Wordings of what statements say of leading, doing and keeping order (see `statement_matters`)."""

# Matter → its wordings, parted by "|".
WORK: dict[str, str] = {
    "leadership": "giao hết cho công an|khoán hết cho công an|khoán cho công an|"
    "đẩy hết cho công an|giao khoán|phó mặc cho công an xã|cấp ủy|lãnh đạo|chỉ đạo|"
    "người đứng đầu|chính quyền|quan tâm lãnh đạo|sự lãnh đạo|trách nhiệm người đứng đầu|"
    "sự quan tâm|lãnh đạo chỉ đạo|đảng ủy|hệ thống chính trị|cả hệ thống chính trị|khoán trắng|"
    "chi bộ|lãnh đạo xã|sự lãnh đạo của đảng|chủ tịch xã|bí thư|đảng lãnh đạo|tổ chức đảng|"
    "lãnh đạo của đảng|chính quyền điều hành|cấp ủy đảng|cấp ủy cơ sở|chi ủy|đảng bộ|"
    "người đứng đầu cấp ủy|lãnh đạo địa phương|chưa thực sự quan tâm|giao khoán cho công an|"
    "phó thác cho công an|chỉ đạo quyết liệt|quan tâm chỉ đạo|chỉ đạo sát sao|chỉ đạo thiếu|"
    "cấp ủy thôn|vai trò lãnh đạo|lãnh đạo điều hành",
    "resolution": "nghị quyết|nghị quyết chuyên đề|nghị quyết của đảng|ra nghị quyết|chỉ thị|"
    "nghị quyết chi bộ|quán triệt|quán triệt chỉ thị|học tập nghị quyết|đưa vào nghị quyết|"
    "kết luận số|chỉ thị số|chỉ thị 09|kết luận 44|nghị quyết lãnh đạo|chủ trương của đảng|"
    "sinh hoạt chi bộ|đưa vào sinh hoạt",
    "advising": "tham mưu|vai trò nòng cốt|vai trò tham mưu|công tác tham mưu|"
    "công an làm nòng cốt|vai trò của công an|chủ động tham mưu|chủ động đề xuất|công an xã phải|"
    "công an phải là|nòng cốt của công an|làm tốt tham mưu|tham mưu trúng|tham mưu kịp thời|"
    "tham mưu cho|tham mưu cấp ủy|phát huy vai trò nòng cốt|vai trò nòng cốt của công an",
    "guidance": "văn bản của trên|của trên chậm|hướng dẫn của trên|văn bản trên|văn bản cấp tỉnh|"
    "hướng dẫn|văn bản hướng dẫn|hướng dẫn thực hiện|quy định cụ thể|văn bản chỉ đạo|"
    "văn bản của cấp trên|văn bản cấp trên|chỉ đạo của cấp trên|hướng dẫn của tỉnh|"
    "hướng dẫn cụ thể|hướng dẫn của cấp trên|hướng dẫn thống nhất|quy định|hướng dẫn chấm điểm|"
    "tiêu chí|bộ tiêu chí|văn bản hướng dẫn thi hành|hướng dẫn chậm|chưa có hướng dẫn|"
    "chưa hướng dẫn|thiếu hướng dẫn|công văn hướng dẫn|trình tự thủ tục|thẩm quyền|biết làm theo|"
    "chờ hướng dẫn|chờ văn bản|văn bản thay thế|chưa có văn bản|chưa kịp sửa|theo mô hình mới|"
    "quy định mới|giải đáp|văn bản của tỉnh|quy định chưa rõ",
    "law": "thông tư|nghị định|cơ sở pháp lý|hành lang pháp lý|chế tài|xử phạt|mức xử phạt|"
    "mức phạt|văn bản pháp luật|hệ thống pháp luật|sửa đổi|sửa luật|quy định pháp luật|bất cập|"
    "chưa đủ sức răn đe|răn đe|xử lý nghiêm|khung pháp lý|pháp lý|luật|phạt nhẹ|xử phạt nhẹ|"
    "chưa đủ sức|sức răn đe|xử lý nghiêm minh|chế tài xử lý|chế tài chưa|tăng mức phạt|"
    "tăng chế tài|luật chưa|hình phạt|khó xử lý|không xử lý được|chưa có chế tài|"
    "xử lý hành chính|sửa đổi bổ sung|quy định của pháp luật|luật hóa|bổ sung quy định|"
    "chồng chéo về pháp luật",
    "overlap": "kết hợp nhiệm vụ|kết hợp phong trào|gắn nhiệm vụ an ninh|kết hợp công tác|"
    "gắn công tác|chồng chéo|trùng lặp|trùng nhau|nhiều phong trào|quá nhiều chương trình|"
    "lồng ghép|nhiều cuộc vận động|gắn với|gắn phong trào|gắn kết|kết hợp với các phong trào|"
    "trùng|phong trào thi đua khác|xây dựng nông thôn mới|đời sống văn hóa|nông thôn mới|"
    "dân vận khéo|nhiều chương trình|nhiều kế hoạch|chồng lên nhau|cùng một nội dung|"
    "nội dung trùng|thi đua yêu nước|phong trào khác|các cuộc vận động|các phong trào khác|"
    "gắn phong trào với|gắn nhiệm vụ|kết hợp giữa|kết hợp với|"
    "toàn dân đoàn kết xây dựng đời sống văn hóa|đô thị văn minh|phát triển kinh tế xã hội",
    "coordination": "ăn khớp|nhịp nhàng giữa|phối hợp ăn ý|hiệp đồng chặt chẽ|mạnh ai nấy làm|"
    "phối hợp|quy chế phối hợp|hiệp đồng|cơ chế phối hợp|liên ngành|sự phối hợp|"
    "công tác phối hợp|phối kết hợp|phối hợp chặt chẽ|sự phối kết hợp|phối hợp giữa các|"
    "gắn bó giữa|bắt tay|chung tay|cùng làm|cùng vào cuộc|hiệp lực|đồng hành|liên kết|ngồi lại|"
    "cộng đồng trách nhiệm|cùng chịu trách nhiệm|chung sức|gắn kết giữa|giữa các ngành|"
    "giữa các lực lượng|giữa công an và mặt trận|giữa công an với|mối quan hệ phối hợp|"
    "phối hợp giữa công an|cùng mặt trận|phối hợp liên ngành|phối hợp nhịp nhàng",
    "exchange": "trao đổi thông tin về|cung cấp thông tin cho mặt trận|trao đổi lượt thông tin|"
    "trao đổi thông tin|trao đổi tình hình|cung cấp thông tin|thông tin hai chiều|"
    "thông báo tình hình|chia sẻ thông tin|trao đổi cung cấp|thông tin qua lại|"
    "thông tin cho nhau|thông tin giữa|báo cho nhau|thông báo cho nhau|nắm và trao đổi|"
    "trao đổi nắm tình hình|thông tin kịp thời giữa|trao đổi giữa|chia sẻ tình hình|"
    "trao đổi thường xuyên",
    "meeting": "giao ban|họp giao ban|hội ý|họp định kỳ|giao ban định kỳ|chế độ giao ban|họp|"
    "sinh hoạt định kỳ|hội nghị giao ban|họp ban chỉ đạo|họp tháng|họp quý|cuộc họp|"
    "duy trì giao ban|giao ban hằng tháng|giao ban hằng quý|giao ban quý|sinh hoạt thôn|họp thôn|"
    "họp tổ|họp dân|sinh hoạt khu dân cư|họp liên ngành",
    "signing": "ký kết|chương trình phối hợp|kế hoạch phối hợp|nghị quyết liên tịch|"
    "ký chương trình|ký quy chế|ký kết quy chế|ký liên tịch|ký kế hoạch|ký kết chương trình|"
    "ký giao ước|giao ước thi đua|ký kết giao ước|liên tịch|chương trình 07|chương trình số 07|"
    "ký quy chế phối hợp|ký kết phối hợp|ký kết với|ký với|ký chương trình phối hợp|bản ký kết|"
    "ký liên tịch với|ký mới|văn bản ký kết|quy chế ký|ký kết giữa",
    "member_task": "đoàn thể|các đoàn thể|hội đoàn thể|các hội|mặt trận, đoàn thể làm|"
    "để mặt trận|mặt trận làm|đoàn thể làm nòng cốt|mặt trận, các đoàn thể|"
    "vai trò mặt trận, đoàn thể|đoàn thể làm|các tổ chức thành viên|tổ chức thành viên|"
    "trách nhiệm đoàn thể|vai trò của mặt trận|vai trò mặt trận|vai trò các đoàn thể|"
    "vai trò của đoàn thể|phản biện xã hội|vai trò của các tổ chức|phát huy vai trò mặt trận|"
    "vai trò nòng cốt của mặt trận|phát huy vai trò của mặt trận|mặt trận và các đoàn thể|"
    "mặt trận, đoàn thể|mặt trận và đoàn thể|mặt trận phải|vai trò các tổ chức|các đoàn thể phải|"
    "đoàn thể chưa|mặt trận chưa",
    "planning_paper": "ban hành kế hoạch|xây dựng kế hoạch|kế hoạch|chương trình công tác|"
    "ban hành văn bản|văn bản|kế hoạch triển khai|công văn|ban hành chương trình|kế hoạch năm|"
    "văn bản triển khai|chương trình hành động|ra kế hoạch|văn bản chỉ đạo triển khai|ra văn bản|"
    "đã ban hành|ban hành được|văn bản các loại|tổng số văn bản|kế hoạch chỉ đạo|"
    "văn bản lãnh đạo|xây dựng chương trình|lập kế hoạch|triển khai kế hoạch|kế hoạch công tác|"
    "xây dựng và ban hành",
    "reporting": "báo cáo|thông tin báo cáo|chế độ báo cáo|số liệu|thống kê|biểu mẫu|mẫu biểu|"
    "tổng hợp số liệu|biểu báo cáo|chế độ thông tin báo cáo|báo cáo định kỳ|gửi báo cáo|"
    "mẫu báo cáo|nộp báo cáo|báo cáo chậm|hồ sơ sổ sách|sổ sách|đầu mối báo cáo|yêu cầu báo cáo|"
    "làm báo cáo|chỉ tiêu báo cáo|báo cáo trùng|nhiều loại báo cáo|báo cáo đột xuất|"
    "báo cáo nhiều|báo cáo tháng|báo cáo quý|báo cáo năm|mẫu thống kê|biểu thống kê|"
    "hồ sơ giấy tờ|đề cương báo cáo|thời hạn báo cáo|số liệu không khớp|cung cấp số liệu|"
    "số liệu thiếu|báo cáo của thôn|báo cáo của khu dân cư|đề cương",
    "review": "sơ kết|tổng kết|rút kinh nghiệm|đánh giá kết quả|kiểm điểm|sơ tổng kết|"
    "hội nghị sơ kết|đánh giá rút kinh nghiệm|hội nghị tổng kết|sơ kết tổng kết|đánh giá định kỳ|"
    "hội nghị đánh giá|nhìn lại|đúc rút|đánh giá kịp thời|tổng kết mô hình|tổng kết phong trào|"
    "sơ kết mô hình|sơ kết 6 tháng|tổng kết năm|đánh giá hiệu quả|rút ra bài học|bài học rút ra",
    "inspection": "kiểm tra|giám sát|đi kiểm tra|kiểm tra giám sát|thanh tra|đôn đốc|"
    "đoàn kiểm tra|kiểm tra đôn đốc|kiểm tra hướng dẫn|tự kiểm tra|hậu kiểm|theo dõi đôn đốc|"
    "kiểm tra cơ sở|theo dõi sát|nhắc nhở|kiểm tra thường xuyên|giám sát cộng đồng|kiểm tra chéo|"
    "kiểm tra giúp đỡ|kiểm tra thôn|lượt kiểm tra|đi thực tế|phúc tra|kiểm tra liên ngành|"
    "tổ chức kiểm tra|đoàn giám sát|công tác kiểm tra|kiểm tra các cơ sở|thiếu đôn đốc|"
    "kiểm tra mô hình",
    "reward": "khen thưởng|biểu dương|tôn vinh|động viên khen thưởng|bằng khen|giấy khen|thi đua|"
    "kỷ niệm chương|thưởng|khen|tuyên dương|mức thưởng|thi đua khen thưởng|động viên|tặng thưởng|"
    "tiền thưởng|cờ thi đua|được khen|gương người tốt việc tốt|người tốt việc tốt|"
    "nhân rộng gương|khen đúng|khen kịp thời|tập thể cá nhân có thành tích|tập thể, cá nhân|"
    "cá nhân tiêu biểu|gương điển hình|gương tiêu biểu|tập thể tiêu biểu|khen ngợi|khen cao|"
    "hình thức khen|bằng khen của|giấy khen cho|tặng giấy khen|được tặng|trao thưởng|"
    "đề nghị khen|quỹ khen thưởng|quỹ thưởng|thưởng nóng|nêu tên|vinh danh|"
    "biểu dương khen thưởng|có thành tích|thành tích xuất sắc|chủ tịch xã khen|"
    "khen thưởng kịp thời|người có công|khen thưởng tập thể",
    "register": "đăng ký thi đua|đăng ký xây dựng|đăng ký phấn đấu|đăng ký đạt|"
    "đăng ký tiêu chuẩn|đăng ký an toàn|ký cam kết|bản cam kết|cam kết|hộ đăng ký|"
    "đăng ký khu dân cư|phát động đăng ký|hộ ký cam kết|ký bản cam kết|hộ dân ký|"
    "ký cam kết không|lượt hộ|phát phiếu cam kết|cam kết không|tỷ lệ hộ|100% hộ|"
    "hộ gia đình đăng ký|hộ gia đình ký",
    "recognition": "đạt tiêu chuẩn|đạt chuẩn|bình xét|xét duyệt|an toàn về an ninh trật tự|"
    "công nhận|đạt an toàn|thẩm định|danh hiệu|xét công nhận|phân loại phong trào|chấm điểm|"
    "xếp loại|đánh giá phân loại|phân loại|công nhận đạt|giữ vững danh hiệu|phiếu xét|"
    "hồ sơ đề nghị công nhận|không phức tạp về an ninh|hồ sơ xét|khu dân cư đạt|"
    "tiêu chuẩn an toàn|chuẩn an toàn về an ninh trật tự|khu dân cư an toàn|đề nghị công nhận|"
    "quyết định công nhận|không đạt chuẩn|chưa đạt chuẩn|bị hạ|xếp loại phong trào|"
    "phong trào đạt loại|đạt loại|loại khá|loại xuất sắc|tiêu chí 19|tiêu chí an ninh trật tự|"
    "hồ sơ công nhận|đơn vị điển hình|an toàn về antt|tiêu chuẩn an toàn về an ninh trật tự|"
    "chấm điểm phong trào|không ma túy đạt",
    "mobilising": "vận động|vận động quần chúng|vận động nhân dân|vận động bà con",
    "propaganda": "tuyên truyền|phổ biến pháp luật|truyền thông|giáo dục pháp luật|"
    "phổ biến giáo dục|phổ biến|công tác tuyên truyền|tuyên truyền vận động|"
    "tuyên truyền pháp luật|buổi nói chuyện|nói chuyện|tuyên truyền miệng|phát động quần chúng|"
    "phát động phong trào|lượt người nghe|lượt tuyên truyền|tuyên truyền lưu động|"
    "phổ biến kiến thức|lồng ghép tuyên truyền|buổi tuyên truyền|đợt tuyên truyền|"
    "cuộc tuyên truyền|tuyên truyền trực tiếp|tuyên truyền tập trung|tuyên truyền cá biệt|"
    "lượt người dự|lượt người tham dự|người nghe|người tham dự|bà con nghe|nói cho dân|"
    "hội thi tìm hiểu|thi tìm hiểu|sân khấu hóa|tiểu phẩm|giáo dục truyền thống|tuyên truyền về|"
    "nói chuyện chuyên đề|hội nghị tuyên truyền|phổ biến luật|phổ biến chính sách|"
    "phổ biến thủ đoạn",
    "leaflets": "tờ rơi|pa nô|áp phích|băng rôn|khẩu hiệu|biển báo|bảng tin|treo băng|"
    "bảng tuyên truyền|phát tờ rơi|panô|pano|poster|dán áp phích|bảng panô|treo pano|"
    "tờ thông tin|phát tờ|cấp phát tờ rơi|biển cảnh báo|bảng cảnh báo|bảng hiệu|pa nô áp phích|"
    "cụm pano|khẩu hiệu tuyên truyền",
    "broadcast": "phát thanh|tin bài|bài viết|chuyên mục|phóng sự|phát trên đài|bản tin|"
    "lượt phát|phát sóng|bài tuyên truyền|phát tin|đưa tin|đọc tin|phát trên loa|đọc trên loa|"
    "bài phát thanh|buổi phát thanh|giờ phát thanh|lượt phát thanh|phát loa|"
    "chương trình phát thanh|viết tin|tin bài trên|phát thanh lưu động|bản tin an ninh|"
    "lượt tin bài",
    "social_media": "zalo|trên mạng xã hội|qua mạng xã hội|tuyên truyền trên mạng|"
    "tuyên truyền trên không gian mạng|trang thông tin|cổng thông tin|trang thông tin điện tử|"
    "đăng tin|facebook|fanpage|mạng xã hội|nhóm zalo|trang zalo|tik tok|tiktok|trang mạng|"
    "trang facebook|kết nối zalo|nền tảng mạng xã hội|đăng tải|nhóm zalo thôn|trang zalo oa|"
    "zalo oa|nhóm chat|kênh zalo|lượt xem|lượt tiếp cận|lượt tương tác|trang cộng đồng|tin nhắn|"
    "livestream|youtube|đăng bài|bài đăng|tuyên truyền qua zalo",
    "listening": "diễn đàn|lắng nghe ý kiến|lắng nghe|đối thoại|tiếp xúc|diễn đàn công an|"
    "hòm thư góp ý|tiếp công dân|tiếp xúc cử tri|ý kiến nhân dân|gặp gỡ nhân dân|"
    "công an lắng nghe|diễn đàn lắng nghe|nghe dân nói|hộp thư góp ý|gặp gỡ đối thoại|"
    "đối thoại với dân|góp ý|lượt ý kiến|tiếp nhận ý kiến|ý kiến của nhân dân|tiếp dân|"
    "hội nghị đối thoại|phản ánh của người dân|trưng cầu|tôn trọng ý kiến|gặp mặt",
    "form": "hình thức|chiều sâu|dàn trải|đổi mới|nội dung tuyên truyền|đơn điệu|sáng tạo|"
    "phong phú|đa dạng|hình thức tuyên truyền|khô khan|ngắn gọn|dễ hiểu|dễ nhớ|cách tuyên truyền|"
    "hình thức vận động|cách làm|phương pháp tuyên truyền|cách nói|cách vận động|"
    "phương thức tuyên truyền",
    "model": "phân loại mô hình|xếp loại mô hình|đánh giá mô hình|rà soát mô hình|mô hình|"
    "bồi dưỡng điển hình|bồi dưỡng và nhân|xây dựng điển hình|câu lạc bộ|đội xung kích|điển hình|"
    "điển hình tiên tiến|cách làm hay|mô hình tự quản|tự phòng|tự quản|mô hình điểm|điểm mô hình|"
    "tổ tự quản|mô hình an ninh trật tự|tổ liên gia|liên gia|mô hình phòng chống tội phạm|"
    "dòng họ tự quản|tiếng kẻng|kẻng an ninh|tổ liên gia tự quản|câu lạc bộ phòng chống|"
    "mô hình tiêu biểu|mô hình hay|mô hình hiệu quả|mô hình camera|loại hình mô hình|điểm sáng|"
    "mô hình phòng|mô hình tự phòng|các mô hình|tiếng kẻng an ninh|zalo an ninh|"
    "mô hình dân vận khéo|tổ hội tự quản|tổ nhân dân tự quản|cụm liên kết|cụm an ninh|"
    "cụm liên kết an ninh|nhóm nòng cốt|mô hình liên kết|khu dân cư tự quản|khu nhà trọ an toàn|"
    "mô hình trường học",
    "visit": "cho đi học tập|đi học tập kinh nghiệm|tham quan|học tập kinh nghiệm|đi học tập|"
    "trao đổi kinh nghiệm|tham quan học tập|tham quan mô hình|học tập mô hình|giao lưu|"
    "đi tham quan|học tập mô hình hay|học tập cách làm|tổ chức tham quan|cho đi tham quan|"
    "trao đổi học tập|đi học mô hình|giao lưu học hỏi|tham quan thực tế|chia sẻ kinh nghiệm|"
    "học hỏi kinh nghiệm|đi thực tế mô hình",
    "festival": "ngày hội toàn dân|ngày hội|19/8|ngày hội toàn dân bảo vệ|ngày hội bảo vệ|"
    "tổ chức ngày hội|19-8|ngày 19/8|ngày toàn dân bảo vệ|ngày hội an ninh|ngày hội antq|"
    "phần hội|phần lễ|lễ hội toàn dân|ngày hội ở|ngày hội tại|ngày hội cấp xã|điểm ngày hội|"
    "tổ chức điểm ngày hội|mở ngày hội",
    "solidarity_day": "ngày hội đại đoàn kết|18/11|đại đoàn kết toàn dân tộc",
    "mediation": "hòa giải|tổ hòa giải|mâu thuẫn|tranh chấp|hòa giải viên|xích mích|va chạm|"
    "mâu thuẫn nội bộ|mâu thuẫn trong nhân dân|tổ hòa giải cơ sở|hòa giải thành|hòa giải ở cơ sở|"
    "cãi nhau|bất hòa|vụ mâu thuẫn|hàn gắn|hiềm khích|bạo lực gia đình|chuyện vợ chồng|"
    "mâu thuẫn gia đình|mâu thuẫn vợ chồng|mâu thuẫn nhỏ|mâu thuẫn tranh chấp|hòa giải kịp thời|"
    "vụ hòa giải|xung đột|lời qua tiếng lại|tranh cãi|hàng xóm|mâu thuẫn hàng xóm|bất đồng|"
    "hòa giải được|hòa giải ngay|tranh chấp nhỏ|ly hôn|gia đình bất hòa",
    "land": "đất rẫy|mâu thuẫn đất|mâu thuẫn về đất|đất sản xuất|đất canh tác|nương rẫy|"
    "tranh chấp nương|đất đai|tranh chấp đất|giải phóng mặt bằng|tranh chấp đất đai|thu hồi đất|"
    "lấn chiếm|đền bù|bồi thường đất|ranh giới đất|đất rừng|lấn đất|tranh chấp ranh|đo đạc|"
    "cấp sổ|sổ đỏ|đất nông lâm trường|đất công|tái định cư|đất ở|lối đi|ranh giới",
    "petition": "khiếu kiện|khiếu nại|đơn thư|tố cáo|khiếu kiện đông người|đơn thư vượt cấp|"
    "vượt cấp|kiến nghị của công dân|khiếu kiện kéo dài|tụ tập khiếu kiện|gửi đơn|đơn kiến nghị|"
    "đơn tố cáo|giải quyết đơn|đơn khiếu nại|khiếu kiện vượt cấp",
    "crime_report": "tố giác|tin báo|lượt tin|tin từ người dân|tin của dân|báo cho công an|"
    "báo công an|báo cho cơ quan|tin có ích|dân báo tin|tin quần chúng|tin nhân dân|thu tin|"
    "nhận tin|quần chúng báo|tin giá trị|trình báo|kênh tố giác|nguồn tin báo|nguồn tin|"
    "tin tố giác|hòm thư|báo tin|nguồn tin có giá trị|tin có giá trị|phát hiện tội phạm|"
    "hòm thư tố giác|tố giác tội phạm|người dân cung cấp|nhân dân cung cấp|quần chúng cung cấp|"
    "dân báo|cung cấp tin|đường dây nóng|giúp công an|tin báo tội phạm|mật báo|"
    "cung cấp nguồn tin|đấu tranh tố giác|tin do dân|người dân báo|bà con báo|báo tin cho|"
    "người dân tố giác|phát giác|thông tin của dân|thông tin từ dân|nguồn tin từ nhân dân|"
    "tin liên quan|số tin báo|tin do nhân dân|tin tố giác tội phạm|tin về tội phạm|"
    "nguồn tin liên quan|báo tin tội phạm|cung cấp tin báo|tin hữu ích|tố cáo tội phạm|"
    "số điện thoại đường dây|hộp thư tố giác|nguồn tin do",
    "crime": "tội phạm|phạm pháp hình sự|vụ phạm tội|tội phạm hình sự|số vụ phạm pháp|phạm pháp|"
    "tội phạm về trật tự xã hội|trật tự xã hội|vi phạm pháp luật|vụ việc an ninh trật tự|"
    "vụ vi phạm|án hình sự|phạm tội|tình hình tội phạm|vụ việc|cố ý gây thương tích|đánh nhau|"
    "gây rối|trọng án|tội phạm nghiêm trọng|số vụ|số vụ phạm tội|vụ án|vụ phạm pháp|vụ hình sự|"
    "khám phá|điều tra khám phá|tỷ lệ khám phá|tội phạm giảm|tội phạm hoạt động|"
    "các loại tội phạm|tội phạm và tệ nạn|đấu tranh phòng chống tội phạm|phòng chống tội phạm|"
    "tấn công trấn áp|vi phạm hành chính|hành vi vi phạm|tội phạm xâm phạm|giết người|"
    "gây thương tích|xâm hại",
    "tricks": "thủ đoạn|tinh vi|xảo quyệt|phương thức thủ đoạn|thủ đoạn mới|manh động|"
    "hoạt động tinh vi|lợi dụng công nghệ|thủ đoạn phạm tội",
    "sim_bank": "sim rác|tài khoản ngân hàng|tài khoản ảo|nhà mạng|ngân hàng|thuê bao|"
    "sim không chính chủ",
    "family_school": "gia đình và nhà trường|giữa gia đình|gia đình nhà trường|phụ huynh|cha mẹ|"
    "bố mẹ|quản lý học sinh|quản lý con em|quản lý con|gia đình buông lỏng|con em mình|"
    "ban đại diện cha mẹ|gia đình thiếu quan tâm|giáo dục con",
    "roads": "đường giao thông|mặt đường|gờ giảm tốc|biển báo giao thông|xe quá tải|cầu cống|"
    "làm đường|đường liên thôn|đường hư",
    "animals": "thả rông|gia súc|chó thả rông",
    "theft": "trộm cắp|trộm|mất trộm|mất cắp|trộm cắp tài sản|trộm vặt|trộm xe|cướp giật|"
    "trộm chó|trộm nông sản|trộm cà phê|trộm gà|kẻ trộm|trộm đột nhập|đột nhập|mất xe|"
    "mất tài sản|trộm cắp vặt|tài sản bị mất|câu trộm|mất cắp tài sản|bắt trộm|trộm cáp|"
    "trộm gia súc",
    "online_fraud": "lừa đảo|không gian mạng|tội phạm mạng|công nghệ cao|trên mạng|"
    "lừa đảo trực tuyến|lừa đảo qua mạng|lừa đảo trên mạng|tội phạm công nghệ|lừa qua mạng|"
    "bị lừa|tội phạm công nghệ cao|chiếm đoạt tài sản|thủ đoạn lừa đảo|lừa đảo công nghệ cao|"
    "giả danh|an ninh mạng|lừa đảo trên không gian mạng|an toàn thông tin|"
    "tội phạm sử dụng công nghệ|mất tiền qua mạng|gọi điện giả danh|cuộc gọi lừa|lừa tiền|"
    "tiền ảo|sàn ảo|đầu tư ảo|link lạ|chuyển tiền|giả danh công an|giả công an|"
    "lừa qua điện thoại|gọi điện lừa|dính bẫy|lừa đảo công nghệ|bị lừa qua|mạng lừa|chiêu lừa|"
    "chiêu trò|sập bẫy|tội phạm lừa đảo|lừa đảo chiếm đoạt|lừa đảo chiếm đoạt tài sản|"
    "phòng chống lừa đảo",
    "bad_news": "tin giả|tin xấu độc|thông tin xấu độc|xuyên tạc|thế lực thù địch|phản động|"
    "kích động|chống phá|thông tin sai sự thật|xấu độc|phần tử xấu|diễn biến hòa bình|luận điệu",
    "black_credit": "tín dụng đen|cho vay nặng lãi|vay nặng lãi|lãi nặng|hụi|chơi hụi|đòi nợ",
    "drugs": "ma túy|cai nghiện|nghiện|người nghiện|nghiện ma túy|tội phạm ma túy|sau cai|"
    "không ma túy|phòng chống ma túy|nghiện hút|cơ sở cai nghiện|ngáo đá|quản lý sau cai|"
    "chất cấm|con nghiện|người cai|sử dụng ma túy|tàng trữ ma túy|tệ nạn ma túy|đi cai|"
    "cai nghiện tại cộng đồng|hồ sơ cai nghiện|đối tượng nghiện|methadone|sau cai nghiện|"
    "tái nghiện|chất ma túy|xã không ma túy|sạch ma túy|ma tuý|người sử dụng trái phép",
    "vices": "tệ nạn xã hội|thuốc lá điện tử|chơi bài|cá độ|số đề online|đánh bài|ăn nhậu|mê tín|"
    "tệ nạn|cờ bạc|đánh bạc|đá gà|số đề|lô đề|mại dâm|rượu chè|say rượu|rượu bia|karaoke|"
    "tiếng ồn|đánh bạc nhỏ|tổ chức đánh bạc|ghi số đề|say xỉn|uống rượu|nhậu|hát karaoke|"
    "loa kẹo kéo|cờ bạc trá hình|bắn cá|đá gà ăn tiền|game bắn cá",
    "fire": "phòng cháy|cháy nổ|chữa cháy|phòng cháy chữa cháy|vụ cháy|cháy|hỏa hoạn|"
    "bình chữa cháy|phòng cháy và chữa cháy|cứu nạn|cứu nạn cứu hộ|tổ liên gia phòng cháy|"
    "điểm chữa cháy công cộng|an toàn phòng cháy|đám cháy|cháy rừng|liên gia an toàn phòng cháy|"
    "vụ cháy nổ|sự cố cháy|tập huấn chữa cháy|trang bị bình chữa cháy|nguy cơ cháy|cháy lớn|"
    "công tác phòng cháy|lối thoát nạn|thoát nạn|lối thoát hiểm|bình cứu hỏa|cứu hỏa|điện chập|"
    "chập điện|cháy chợ|liên gia phòng cháy|báo cháy|nhà dân cháy|trụ nước",
    "traffic": "chưa đủ tuổi|chạy xe máy đến trường|đi xe máy đến trường|học sinh đi xe|"
    "xe máy đến trường|không có giấy phép lái|an toàn giao thông|vi phạm giao thông|"
    "trật tự giao thông|tai nạn giao thông|giao thông|trật tự an toàn giao thông|"
    "va chạm giao thông|mũ bảo hiểm khi đi xe|nồng độ cồn|chưa đủ tuổi đi xe|vi phạm tốc độ|"
    "lạng lách|hành lang giao thông|tai nạn|lấn chiếm lòng đường|chưa đủ tuổi điều khiển|tnxgt|"
    "tai nạn chết người|vụ tai nạn|người bị thương|người chết|vi phạm nồng độ cồn|"
    "chạy quá tốc độ|xe máy điện|đội mũ|không đội mũ|lòng lề đường|vỉa hè|lấn chiếm vỉa hè|"
    "họp chợ|chở quá|điều khiển xe|chạy ẩu|xe độ|ngã tư|cổng trường an toàn giao thông|giao xe|"
    "tai nạn trên",
    "return_home": "trại giam|từ trại|trại về|ở tù|đi tù|tái hòa nhập|hoàn lương|cảm hóa|"
    "tái hòa nhập cộng đồng|cảm hóa giáo dục|người lầm lỗi|chấp hành xong án|mãn hạn tù|đặc xá|"
    "lầm lỡ|giáo dục tại xã|quản lý giáo dục|cảm hóa giúp đỡ|người chấp hành xong|"
    "giúp đỡ người lầm|ra tù|án phạt tù|từng vi phạm|quản lý giáo dục đối tượng|"
    "người được tha tù|người đi tù về|đi tù về|tù về|mãn hạn|chấp hành xong|được cảm hóa|"
    "người có tiền án|tiền án|quản lý đối tượng|giúp đỡ đối tượng|giáo dục đối tượng|"
    "đối tượng tại cộng đồng|người được đặc xá|làm lại cuộc đời|hướng thiện|án treo|cải tạo",
    "loans": "vay vốn|quyết định 22|vốn vay|cho vay|tạo việc làm|giới thiệu việc làm|dạy nghề|"
    "học nghề|sinh kế|vay ngân hàng|nguồn vốn vay|hỗ trợ vay vốn|được vay|vay vốn làm ăn|"
    "chính sách xã hội|giúp vay|quyết định 22/2023|hỗ trợ việc làm|phương tiện làm ăn|bò giống|"
    "con giống|cây giống",
    "gifts": "tặng quà|suất quà|quà|an sinh|hộ khó khăn|nhà tình nghĩa|xóa nhà tạm|"
    "nhà đại đoàn kết|học bổng|từ thiện|vì người nghèo|gia đình chính sách|nhà tạm|hỗ trợ nhà ở|"
    "sửa nhà|quà tết|tặng xe đạp|quà cho|phần quà|trao quà|hỗ trợ gạo|xây nhà|nhà tình thương|"
    "giúp đỡ hộ nghèo|trẻ mồ côi|đỡ đầu|nhận đỡ đầu|thăm hỏi|khám bệnh|mái ấm|thăm tặng quà",
    "young": "thanh niên|học sinh|thanh thiếu niên|thiếu niên|trẻ em|trẻ vị thành niên|"
    "vị thành niên|giới trẻ|trẻ hư|thiếu niên hư|người chưa thành niên|trẻ bỏ học|bỏ học|"
    "đuối nước|chậm tiến|đoàn viên trẻ|thanh thiếu nhi|con em|các cháu|thanh niên hư hỏng|"
    "thanh niên chậm tiến|lứa tuổi|thanh niên lêu lổng|lêu lổng|tuổi vị thành niên|nghiện game|"
    "dưới 18|thiếu nhi",
    "youth_disorder": "tụ tập|đua xe|nẹt pô|hung khí|hẹn đánh nhau|dao tự chế|choai choai|"
    "hẹn nhau|chạy xe thành đoàn|đua xe trái phép|gây mất trật tự|tụ tập đông người|"
    "đánh hội đồng|thanh niên hư|nhóm thanh niên|ẩu đả|mang theo hung khí|quậy phá|phá phách|"
    "thanh niên tụ tập|tụ tập ban đêm|chạy xe gây|rú ga|bốc đầu|hỗn chiến|nhóm trẻ|kéo nhau|"
    "hẹn nhau đánh|thanh niên càn quấy|càn quấy|mang hung khí|băng nhóm|dùng dao|"
    "đánh nhau qua mạng",
    "school": "trường học|nhà trường|bạo lực học đường|cổng trường|học đường|cơ sở giáo dục|"
    "trường học an toàn|giáo viên|trường thcs|trường thpt|trường tiểu học|hiệu trưởng|các trường|"
    "an toàn trường học|trường trên địa bàn|đầu năm học|thầy cô|học sinh đánh nhau|"
    "trường học trên",
    "business": "doanh nghiệp|cơ quan doanh nghiệp|công ty|cơ sở kinh doanh|chủ doanh nghiệp|"
    "nhà máy|xí nghiệp|hộ kinh doanh|cơ sở sản xuất|khu công nghiệp chưa|bảo vệ doanh nghiệp|"
    "các doanh nghiệp|chủ cơ sở|hợp tác xã|tiểu thương|cơ sở kinh doanh có điều kiện|nhà nghỉ|"
    "ngành nghề kinh doanh",
    "agency": "cơ quan đơn vị|các cơ quan|an ninh nội bộ|bảo vệ nội bộ|cơ quan đơn vị trường học",
    "weapons": "vũ khí|vật liệu nổ|giao nộp|súng|vũ khí thô sơ|súng tự chế|giao nộp vũ khí|"
    "súng kíp|vũ khí vật liệu nổ|đạn|thu hồi vũ khí|bom mìn|súng săn|dao kiếm|công cụ tự chế|"
    "vũ khí tự chế|nộp súng|súng hơi|súng cồn|nộp vũ khí|khẩu súng|súng các loại|"
    "vận động giao nộp|giao nộp súng|mã tấu|thu vũ khí|quả đạn|viên đạn|vũ khí quân dụng|"
    "tàng trữ vũ khí|kíp nổ|thuốc nổ|súng tự tạo",
    "fireworks": "pháo|pháo nổ|đốt pháo|pháo lậu|tàng trữ pháo|tàng trữ pháo nổ|pháo hoa nổ|"
    "không đốt pháo|cam kết không đốt pháo|pháo tết|pháo trái phép|mua bán pháo|pháo tự chế|"
    "nổ pháo|pháo hoa|chế tạo pháo",
    "environment": "môi trường|rác|rác thải|vệ sinh môi trường|trồng hoa|đường hoa|ô nhiễm|"
    "xanh sạch đẹp|bảo vệ môi trường|thu gom rác|dọn vệ sinh|đường làng|ngõ xóm|tuyến đường hoa|"
    "hàng rào|cảnh quan|ruộng đồng|chăn nuôi",
    "forest": "bảo vệ rừng|phá rừng|khai thác rừng|khai thác cát|khoáng sản|lâm sản|săn bắt|"
    "cháy rừng và phá rừng|lâm tặc|khai thác trái phép|cát tặc|khai thác khoáng sản|xung điện|"
    "đánh bắt|kích điện|khai thác đất|lâm nghiệp|phát rừng|rừng",
    "food": "an toàn thực phẩm|hàng giả|buôn lậu|gian lận thương mại|hàng cấm|vệ sinh thực phẩm",
    "army_call": "nghĩa vụ quân sự|nhập ngũ|tuyển quân|giao quân|thanh niên nhập ngũ|"
    "tuyển nghĩa vụ|tân binh|lên đường nhập ngũ|nghĩa vụ công an|khám tuyển|giao quân đạt",
    "exit": "xuất cảnh|việc nhẹ lương cao|campuchia|xuất khẩu lao động|lao động chui|"
    "xuất cảnh trái phép|vượt biên|nhập cảnh trái phép|mua bán người|lao động trái phép",
    "self_protect": "tự bảo vệ|tự hòa giải|tự phòng ngừa|phòng ngừa xã hội|phòng ngừa|"
    "phòng ngừa tội phạm",
    "openness": "công khai|minh bạch|công khai minh bạch|dân chủ công khai|công bằng|"
    "minh bạch thu chi|dân chủ|bàn bạc dân chủ|thu chi|công khai tài chính|công khai trước|"
    "công khai kết quả",
    "focus": "trọng tâm trọng điểm|trọng tâm|trọng điểm|phù hợp thực tế|sát thực tế|"
    "phù hợp với địa bàn|phù hợp với thực tế|sát với tình hình|sát với địa bàn|không chạy theo|"
    "bệnh thành tích|thực chất|phù hợp|phù hợp từng|chọn việc|chọn khâu|việc trọng tâm|đúng với|"
    "sát với|sát thực|xuất phát từ|yêu cầu thực tế|đúng cái dân cần|thiết thực|vấn đề nổi cộm|"
    "vấn đề bức xúc|việc dân cần|phù hợp đặc điểm|tình hình thực tế|khảo sát kỹ|chọn điểm|"
    "làm điểm|không dàn trải|ít mà chất|đúng nhu cầu|vừa sức|việc cụ thể|chạy theo số lượng",
    "persistence": "kiên trì|bền bỉ|liên tục|lâu dài|thường xuyên liên tục|mưa dầm thấm lâu|"
    "không nóng vội|kiên nhẫn|nhẫn nại|bền gan|ngày một ngày hai|làm đi làm lại|"
    "kiên trì vận động|lâu dài bền bỉ|đều tay|duy trì đều|không đánh trống|đánh trống bỏ dùi|"
    "đầu voi đuôi chuột",
    "tourism": "du lịch|du khách|khách du lịch|điểm du lịch",
}
