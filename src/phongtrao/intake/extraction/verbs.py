"""The verbs with which state papers ask for something, as folded words."""

from phongtrao.intake.extraction.canon import wrapped

_VERBS = (
    "chu tri|phoi hop|tham muu|xay dung|ban hanh|to chuc|trien khai|quan triet|tang cuong|day manh|"
    "tiep tuc|huong dan|chi dao|kiem tra|don doc|theo doi|tong hop|bao cao|bo tri|dam bao|bao dam|"
    "can doi|cap nhat|lap|nghien cuu|ra soat|kien toan|cung co|duy tri|nhan rong|phat huy|phat "
    "dong|"
    "van dong|tuyen truyen|pho bien|long ghep|gan ket|gan|doi moi|nang cao|chu dong|chu trong|"
    "quan tam|tap trung|thuong xuyen|kip thoi|dinh ky|thuc hien|hoan thanh|khan truong|gap rut|"
    "rut kinh nghiem|cung cap|trao doi|tiep nhan|giai quyet|xu ly|phan cong|phan bo|phan ky|"
    "thanh lap|lua chon|de xuat|danh gia|so ket|tong ket|khen thuong|bieu duong|dong vien|gop y|"
    "tham gia|mo rong|mo|phat hanh|dang|viet|in an|gui|ho tro|giup|ky ket|ky|chuan bi|thong ke|"
    "thu thap|dang ky|binh xet|cong nhan|khao sat|tap huan|boi duong|dao tao|su dung|ung dung|"
    "khai thac|van hanh|chuyen|trinh|huy dong|khoi day|khuyen khich|giam sat|phan bien|thanh tra|"
    "phong ngua|dau tranh|ngan chan|bo sung|sua doi|cu the hoa|dua|quy dinh|chiu trach nhiem|"
    "co trach nhiem|nghiem tuc|tich cuc|tien hanh|thong bao|cu can bo|cu|lam tot|lam viec|lam|"
    "ap dung|gioi thieu|treo|nhac nho|khac phuc|chan chinh|tham dinh|thong nhat|xem xet|uu tien|"
    "dau tu|trang bi|giao|phe duyet|cong khai|tuyen duong|nam chac|nam|du bao|xac dinh|lay y kien|"
    "hop|tiep|kiem diem|tuan tra|truy quet|quan ly|giao duc|vien|ket hop|tham gia y kien|don|"
    "thiet lap|hinh thanh|thuc day|tao|khong de|khong|moi|bien soan|san xuat|cong bo|niem yet|"
    "phan loai|ren luyen|sap xep|soan thao|dien tap|ra mat|lan toa|bam sat|gui ve|chuyen giao|"
    "trung cau|tu kiem tra|tu chuc|ve sinh|phat sinh|bao ve|giu|giu gin|phat hien|chap hanh|"
    "can cu|tren co so|hang nam|hang quy|hang thang|hang tuan|hang ngay|truoc ngay|truoc mat|cham nhat|"
    "lanh dao|doi thoai|tuyen chon|tim kiem|lap dat|giai trinh|ung pho|so tan|di doi|ton vinh|"
    "doi chieu|lam ro|ket noi|xa hoi hoa|la co quan|la dau moi|chon|lay|cap|nhan|truc|vinh danh|"
    "kich hoat|phan luong|cham dut|hoan chinh|hoan tat|so hoa|sua chua|dinh huong|huong ve|"
    "phai|can|hoc tap|thay the|nhap|so hoa|dang tai|truyen thong|phan anh|giam|thu hut|khoanh vung|"
    "ban giao|cam chot|cam moc|lap chot|san sang|nghiem cam|siet chat|that chat|chan |tong ra soat|"
    "tong kiem tra|tong kiem soat|hau kiem|phuc tra|soat xet|triet pha|triet xoa|xoa |go bo|"
    "thao go|"
    "khoi to|dieu tra|truy xet|truy bat|thu hoi|dinh chi|tieu huy|khoi phuc|cai tao|chuyen hoa|cam "
    "hoa|cham diem|cham lo|tham hoi|tham,? dong vien|dong hanh|chia se|canh bao|chi tra|lap lai|"
    "lam ro|lam viec|ra quan|ra quyet dinh|ra soat|sua |danh thoi|bo sung|bo phieu|binh chon|"
    "tu van|"
    "tham van|xin y kien|xuat ban|bien tap|thi diem|tich hop|sang loc|xep loai|ket hop|"
    "lien ket|tri "
    "an|mua sam|lap |lam lai|ren|dat |nhac |khai bao|ke khai|gap go|tiep xuc|tuyen chon|tuyen |"
    "tang qua|giam sat|phat thanh|phat song|dua tin|viet bai|quay |chup |trong cay|don dep|thap "
    "sang|giai toa|giai tan|hoa giai|phan loai|kiem ke|kiem dem|hoan tra|nop |tra loi|tiep dan|"
    "nhan "
    "dan|phat quang|luu tru|luu giu|bao quan|bam dia ban|bam nam|bam sat|neu guong|neu cao|"
    "giu vung|"
    "tu ra soat|tu cham diem|tu danh gia|thi cong|thi hanh|tai lap|tai tro|chua chay|so cuu|"
    "so tuyen|so duyet|nam bat|theo sat|ve sinh|danh thoi gian|danh quy|"
    "ban giao|phan cap|xet|xac minh|tra loi|tang|co bien phap|co ke hoach|co giai phap|co van ban"
)
IMPERATIVE = wrapped(rf"(?:{_VERBS})\b")
STRONG = wrapped(r"\s*,?\s*(?:(?:chiu|co) trach nhiem|phai|can\b(?! bo\b| cu\b| doi\b| nhac\b))")
AFTER_SUBJECT = wrapped(
    rf"\s*(?:,[^,.;:]{{0,120}},\s*)?,?\s*(?:(?:can cu|theo|tren co "
    rf"so)[^.;:]{{0,90}}?,?\s+)?(?:(?:se|can|phai|tiep tuc|khan truong)\s+)?(?:{_VERBS})\b"
)
# "UBND các xã có sông, rạch đi qua thành lập …": which of them, then what they do.
QUALIFIED = wrapped(
    r"\s+(?:noi|co|con|chua|thuoc|duoc chon|duoc phan cong|nam trong|o)\b[^;.:]{2,70}?"
    rf"\s(?:{_VERBS})\b"
)
VERB_FOLLOWS = wrapped(rf"\s+(?!can\b)(?:phai |co trach nhiem |co nhiem vu )?(?:{_VERBS})\b")
ANY_VERB = wrapped(
    r"\s+(?!(?:va|cung|cac|cua|voi|tai|o|ve|trong|tren|theo|duoi|nam|de|thi|neu|khi|ma|nhung|con|"
    r"chua|tinh|huyen|xa|phuong|thanh pho|lien quan|so|gom|nhu|chi nhanh|khu vuc|sau|truoc|do|"
    r"bang|tu|den|nay|nhieu|"
    r"rat|hien|vua|moi|luon|co(?! trach nhiem| bien phap)|khong phai)\b)[a-z]{2,}"
)
NOT_ORDERED = wrapped(
    r"\s*,?\s*(?:(?:da(?! dang)|dang(?! ky| tai| cai| bai| phat)|"
    r"duoc|bi|la(?! co quan (?:thuong truc|dau moi)| dau moi)|gom|cua|"
    r"van(?! hanh| dong)|cung da|se duoc|co vai tro|kinh|nhan duoc|dong y|nhat tri|ghi nhan|"
    r"danh gia cao|co ban (?:thong nhat|dong y|nhat tri)|hoan nghenh|cam on|nhan thay|cho rang|"
    r"cho biet|khang dinh|phat bieu|neu ro|"
    r"tin tuong|mong muon|tang (?:bang|giay|co|ky niem)|trao (?:tang|bang|giay|co)|co y kien nhu|"
    r"thong nhat(?=\s*$|\s*[.,;:]| chu truong| danh gia| nhan dinh|"
    r"\s+voi (?:de (?:xuat|nghi)|kien nghi|y kien|noi dung|bao cao|chu truong))|"
    r"khong ban hanh them|"
    r"yeu cau (?:thuc hien )?(?:cac|mot so|nhung) (?:noi dung|cong viec|viec|nhiem vu)|"
    r"hop phien|ket luan|chu tri(?=\s*[.,;]?\s*$)|chu tri (?:buoi|cuoc|phien|hoi nghi)|"
    r"tran trong)\b|"
    r"thong bao (?:de|y kien|ket luan|den|toi)\b|xay dung (?:ke hoach|bao cao)(?: nay| voi)|"
    r"(?:thong nhat |xay dung )?(?:ky ket |ban hanh |bao cao |thong nhat )(?:ke hoach|chuong "
    r"trinh|chi thi|quy che|cong dien|"
    r"thong bao|cong van|huong dan|nhu sau|ket qua nhu sau|ket qua thuc hien)\b(?! de| tai| "
    r"phoi hop (?:o|tai))(?![^.]{0,140}\b(?:truoc (?:ngay )?\d|trong (?:thang|quy|"
    r"nam)|xong|cham nhat)))"
)
MODAL = wrapped(
    r"(?:[\s,:]|co nhiem vu\b|(?:thuc hien )?(?:chiu|co) trach nhiem\b(?! truoc| ve| toan dien| chinh|"
    r" lien doi)|can\b(?! bo\b| cu\b| doi\b| nhac\b)|phai\b|"
    r"(?:trong )?thoi gian toi\b|"
    r"theo chuc nang,? nhiem vu(?: (?:duoc giao|cua minh))?\b)*"
)
CONNECTIVE = wrapped(
    r"[\s“\"]*(?:(?:ben canh do|dong thoi|ngoai ra|theo do|trong do|dac biet|cung voi do|truoc mat|"
    r"(?:trong )?thoi gian toi|mat khac|tuy nhien|cu the|ngoai nhiem vu tren|song song voi do|"
    r"qua do|tu do|vi vay|do do|nhat la|rieng|sau do|hai la|mot la|ba la|bon la|nam la|thu nhat|"
    r"thu hai|thu ba|tiep do|tu nay ve sau|(?:nam|sau|bay|tam|chin|muoi) la|"
    r"thu (?:tu|nam|sau|bay|tam|chin|muoi)(?!\s+(?:hang|moi))|ve phia \w+|ngay tu bay gio|"
    r"tu nay den cuoi nam)\b\s*[,:]?\s*)*"
)
NOT_IMPERATIVE = wrapped(
    r"(?:bao cao (?:cho|neu|da|ket qua cho)|phat bieu|nhan manh|danh gia cao|tham gia (?:hoi "
    r"nghi|buoi)|"
    r"thuc hien (?:chi dao|chuong trinh|ke hoach|nghi quyet|ket luan|chi thi|cong van|thong bao|"
    r"quyet dinh)"
    r"[^.;]{0,400}, (?:ngay|ubnd|uy ban|cong an|so|ban|tinh uy|chu tich)|can cu (?:luat|nghi "
    r"dinh|nghi quyet|ke hoach so|chi thi|"
    r"quyet dinh|thong tu|chuong trinh|huong dan|ket luan so)|phat huy ket qua dat duoc|"
    r"noi nhan|tren day la|(?:quy che|chuong trinh|ke hoach|"
    r"thong bao)(?: nay)? (?:co hieu luc|thay the|quy dinh|duoc|gom|ap dung)|"
    r"kinh phi(?: thuc hien)? do|trao doi (?:ben le|nhanh|voi bao)|chia se (?:tai|ve|voi bao)|"
    r"(?:trong )?qua trinh (?:thuc|trien)|nhan dip|trao doi voi bao chi|"
    r"cap (?:xa|phuong|huyen|tinh)|lap (?:thanh|duoc)|hop (?:phan)|tiep theo|can bo|"
    r"trong qua trinh|"
    r"dang (?:o|cong san)|mo (?:ta|hinh)|moi (?:quan|truong)|ky (?:nang|ten|thay)|chuyen (?:de|"
    r"doi so)|"
    r"lam (?:viec voi)|bi thu|giao thong|nam 20\d\d|nam (?:hoc|sinh)|gan day|khong (?:co|gian)|"
    r"in |don vi)\b"
)
