"""Words of findings (tồn tại, hạn chế): what they speak of, what was not done, what is wrong.

Our own list, made from the points of inspections and the outline of reports. Lower case without
tone marks: what is typed without marks is read all the same.
"""

SHORT_FORMS = {
    "anct": "an ninh chinh tri", "antq": "an ninh to quoc", "antt": "an ninh trat tu",
    "ttatxh": "an ninh trat tu", "ttxh": "an ninh trat tu", "atgt": "an toan giao thong",
    "bc": "bao cao", "bcd": "ban chi dao", "bvantq": "bao ve an ninh to quoc",
    "bvantt": "bao ve an ninh trat tu", "ca": "cong an", "cax": "cong an", "cat": "cong an",
    "cb": "can bo", "cntt": "cong nghe thong tin", "csdl": "co so du lieu",
    "ctph": "chuong trinh phoi hop", "qcph": "quy che phoi hop", "dv": "don vi",
    "gb": "giao ban", "hd": "hoat dong", "kdc": "khu dan cu", "kh": "ke hoach", "ko": "khong",
    "kp": "kinh phi", "ktgs": "kiem tra giam sat", "ll": "luc luong", "mh": "mo hinh",
    "mt": "mat tran", "mttq": "mat tran", "mxh": "mang xa hoi", "nd": "nhan dan",
    "ntm": "nong thon moi", "nv": "nhiem vu", "pccc": "phong chay chua chay",
    "pbgdpl": "tuyen truyen phap luat", "pt": "phong trao", "qd": "quyet dinh",
    "tdp": "to dan pho", "tdbvantq": "toan dan bao ve an ninh to quoc", "tt": "tuyen truyen",
    "ubmt": "mat tran", "ubmttq": "mat tran", "ubmttqvn": "mat tran", "ubnd": "uy ban nhan dan",
    "vb": "van ban", "hs": "ho so", "sl": "so lieu", "tk": "tong ket", "sk": "so ket",
    "ntmoi": "nong thon moi", "dhtt": "dien hinh", "tctv": "to chuc thanh vien",
    "hlhpn": "hoi phu nu", "nct": "nguoi cao tuoi", "ccb": "cuu chien binh",
    "ki": "ky", "qui": "quy", "li": "ly", "ti": "ty", "k": "khong", "dc": "duoc", "ng": "nguoi",
}  # fmt: skip

# What a finding speaks of, with how much the word alone tells: the programme is spoken of in all.
SUBJECTS: dict[str, tuple[float, str]] = {
    "chuong_trinh": (0.3, "chuong trinh phoi hop|chuong trinh so|chuong trinh|nghi quyet lien tich|"
        "lien tich"),
    "phong_trao": (0.15, "phong trao toan dan bao ve an ninh to quoc|phong trao toan dan|phong trao|"
        "toan dan bao ve an ninh to quoc"),
    "ke_hoach": (0.8, "ke hoach|chuong trinh cong tac"),
    "quy_che": (1.0, "quy che phoi hop|quy che hoat dong|quy che lam viec|quy che|quy dinh phoi hop"),
    "ban_chi_dao": (0.6, "ban chi dao|to giup viec|co quan thuong truc"),
    "bao_cao": (1.0, "bao cao khac phuc|bao cao ket qua khac phuc|che do thong tin bao cao|thong tin bao cao|thong tin , bao cao|che do bao cao|"
        "bao cao|che do thong tin"),
    "so_lieu": (0.8, "so lieu|thong ke|con so"),
    "mo_hinh": (0.8, "mo hinh|dien hinh tien tien|dien hinh|guong dien hinh|to tu quan|cum lien ket"),
    "kinh_phi": (0.9, "kinh phi|ngan sach|nguon luc tai chinh|tai chinh|du toan|khoan chi|"
        "khoan thu|nguon chi|nguon quy|quy"),
    "che_do": (1.0, "phu cap|che do ho tro|che do boi duong|che do chinh sach|che do , chinh sach|"
        "ho tro hang thang|muc ho tro|tien ho tro|boi duong hang thang|che do"),
    "nong_cot": (0.7, "luc luong tham gia bao ve an ninh trat tu o co so|to bao ve an ninh trat tu|"
        "to bao ve an ninh , trat tu|luc luong bao ve an ninh trat tu|luc luong tham gia bao ve|"
        "luc luong bao ve an ninh , trat tu|luc luong bao ve co so|luc luong nong cot|to an ninh|"
        "doi dan phong|dan phong|to bao ve|bao ve dan pho|nong cot"),
    "trang_bi": (1.0, "cong cu ho tro|trang thiet bi|trang bi|co so vat chat|phuong tien|"
        "trang phuc|tru so|noi lam viec|cong cu"),
    "tuyen_truyen": (1.0, "tuyen truyen , van dong|tuyen truyen van dong|thong tin , tuyen truyen|"
        "thong tin tuyen truyen|tuyen truyen|truyen thong|pho bien phap luat|pho bien giao duc|"
        "pho bien , giao duc|nang cao nhan thuc|van dong quan chung|van dong nhan dan"),
    "phan_mem": (1.0, "thu cong|phan mem|co so du lieu|du lieu|he thong thong tin|nen tang so|he thong quan ly"),
    "cong_nghe": (1.0, "cong nghe thong tin|chuyen doi so|ung dung cong nghe|so hoa|cong nghe so"),
    "camera": (1.0, "camera|mat camera"),
    "loa": (0.9, "loa truyen thanh|truyen thanh|loa phat thanh|cum loa"),
    "dien_dan": (1.0, "dien dan|lang nghe y kien nhan dan|lang nghe nhan dan|lang nghe y kien|"
        "doi thoai|tiep xuc doi thoai"),
    "y_kien_dan": (0.9, "kien nghi cua nhan dan|kien nghi cua nguoi dan|y kien nhan dan|y kien cua dan|"
        "phan anh cua nhan dan|y kien cua nhan dan|y kien nguoi dan|y kien|phan anh|thac mac|"
        "kien nghi|cau hoi"),
    "ngay_hoi": (1.0, "ngay hoi toan dan bao ve an ninh to quoc|ngay hoi toan dan|ngay hoi"),
    "khen_thuong": (1.0, "thi dua khen thuong|thi dua , khen thuong|khen thuong|bieu duong|"
        "ton vinh|dong vien khen"),
    "ket_luan": (1.0, "ket luan kiem tra|ket luan so|ket luan|kien nghi sau kiem tra|ton tai|"
        "han che duoc chi ra|han che da chi ra|han che da neu|kien nghi cua doan|ton tai qua kiem tra|"
        "khuyet diem|doan kiem tra yeu cau|noi dung doan kiem tra|kien nghi cua doan kiem tra|"
        "khac phuc"),
    "ho_so": (0.9, "ho so so sach|ho so , so sach|so sach|ho so|so theo doi|tai lieu thuc hien|"
        "ho so tai lieu|tai lieu luu|cong tac luu tru|luu tru|luu giu"),
    "an_toan": (1.0, "an toan ve an ninh trat tu|an toan ve an ninh , trat tu|dat chuan an toan|"
        "tieu chuan an toan|danh hieu an toan"),
    "cam_ket": (1.0, "ban cam ket|ky cam ket|cam ket"),
    "trao_doi": (1.0, "trao doi thong tin|trao doi , cung cap thong tin|cung cap thong tin|"
        "thong tin hai chieu|thong bao tinh hinh|chia se thong tin|trao doi tinh hinh|hai chieu"),
    "phoi_hop": (0.7, "su phoi hop|cong tac phoi hop|moi quan he phoi hop|quan he phoi hop|"
        "co che phoi hop|phoi hop"),
    "lanh_dao": (0.9, "lanh dao , chi dao|lanh dao chi dao|su lanh dao|cap uy|su quan tam|"
        "vai tro lanh dao|cong tac chi dao|chi dao dieu hanh|nguoi dung dau"),
    "gan_ket": (1.0, "long ghep|gan voi|gan ket voi|nong thon moi|phong trao thi dua|"
        "cuoc van dong|phat trien kinh te|kinh te xa hoi|phong trao khac|kinh te - xa hoi"),
    "uy_tin": (1.0, "nguoi co uy tin|nguoi uy tin|gia lang|truong ban|nguoi tieu bieu|"
        "nguoi cao tuoi tieu bieu"),
    "hoa_giai": (1.0, "to hoa giai|hoa giai o co so|hoa giai vien|hoa giai"),
    "can_bo": (0.9, "can bo chuyen trach|can bo phu trach|can bo dau moi|can bo theo doi|nhan su|"
        "bien che|can bo kiem nhiem|can bo chuyen quan|doi ngu can bo|can bo lam cong tac"),
    "van_ban": (0.5, "van ban chi dao|van ban huong dan|van ban|cong van|chi thi|nghi quyet|"
        "huong dan"),
    "chay": (0.9, "phong chay chua chay|lien gia an toan|to lien gia|chua chay|diem chua chay"),
    "ma_tuy": (0.9, "ma tuy|cai nghien|nguoi nghien"),
    "giao_thong": (0.9, "an toan giao thong|trat tu giao thong|tai nan giao thong"),
    "hom_thu": (1.0, "hom thu to giac|hom thu gop y|hop thu|duong day nong|to giac toi pham"),
    "chi_tieu": (0.8, "chi tieu|muc tieu|tieu chi"),
    "vat_lieu_no": (1.0, "vu khi|vat lieu no|phao"),
    "quan_ly_giao_duc": (1.0, "tai hoa nhap|nguoi lam loi|cam hoa giao duc|giao duc giup do"),
    "tai_khoan": (1.0, "tai khoan|may tinh|thiet bi dau cuoi"),
    "tham_muu": (0.3, "tham muu"),
}  # fmt: skip

# What was not done, or was done ill. Words that go with anything ("tổ chức", "thực hiện") are none.
ACTS: dict[str, str] = {
    "cam_ket": "ky cam ket|ky ban cam ket|cam ket",
    "ky_ket": "ky ket|ky chuong trinh|ky lien tich|ky quy che|ky giua|chua ky|khong ky|ky voi|da ky",
    "phan_cong": "phan cong nhiem vu|phan cong trach nhiem|phan cong|phan dinh|phan ro trach nhiem|"
    "phan vai|giao nhiem vu|duoc giao viec|giao viec|phan nhiem|phan trach nhiem|"
    "giao trach nhiem|trach nhiem cua tung|trach nhiem tung|nhiem vu cua tung|nhiem vu cho tung|"
    "phu trach dia ban|quy dinh ro trach nhiem|xac dinh ro trach nhiem",
    "kien_toan": "kien toan|thay the thanh vien|bo sung thanh vien|chua duoc thay the|thay the|"
    "cung co to chuc|sap xep lai|thay doi thanh vien|da nghi huu|da chuyen cong tac|"
    "khong con cong tac",
    "hop": "che do giao ban|che do hop|giao ban|hop dinh ky|hop giao ban|hop quy|che do hop|hop lien tich|cuoc hop|hop ban|"
    "sinh hoat dinh ky|hop|phien hop",
    "quan_triet": "quan triet|trien khai den|trien khai toi|pho bien den|pho bien toi|"
    "cu the hoa|trien khai van ban|hoc tap",
    "so_ket": "so ket|tong ket|so tong ket|so , tong ket",
    "kiem_tra": "theo doi viec thuc hien|theo doi thuc hien|theo doi , don doc|kiem tra|giam sat|don doc|nhac nho|kiem tra giam sat|tu kiem tra|theo doi don doc",
    "tap_huan": "tap huan|boi duong nghiep vu|boi duong kien thuc|boi duong ky nang|lop boi duong|"
    "boi duong , tap huan|boi duong|huan luyen|dao tao|mo lop|ky nang",
    "nhan_rong": "nhan rong|nhan dien|nhan ra dien rong|lan toa|pho bien mo hinh|nhan ra|mo rong",
    "danh_gia": "danh gia|phan loai|cham diem|ra soat|khao sat|nhan xet",
    "cong_nhan": "cong nhan|quyet dinh thanh lap|quyet dinh cong nhan|phe duyet|cong nhan mo hinh",
    "dang_ky": "dang ky",
    "cap_nhat": "cap nhat|nhap du lieu|nhap lieu|bo sung thong tin|nhap so lieu|lam sach",
    "thanh_lap": "thanh lap|lap to|ra mat|xay dung mo hinh",
    "khac_phuc": "khac phuc ton tai|khac phuc cac ton tai|khac phuc|chan chinh|sua chua khuyet diem|thuc hien ket luan|thuc hien kien nghi",
    "tra_loi": "tra loi|phan hoi|giai quyet|giai dap|xu ly|tiep thu|giai trinh|hoi am",
    "chi_tra": "chi tra|chi phu cap|cap phat|tra phu cap|con no|no phu cap",
    "giai_ngan": "giai ngan|cap ve cham|phan bo cham|cap kinh phi cham",
    "chung_tu": "ho so , hoa don|ho so hoa don|quyet toan|thanh quyet toan|chung tu|hoa don|thanh toan",
    "cong_khai": "cong khai|niem yet",
    "sua_doi": "sua doi|dieu chinh|thay doi cho phu hop|con phu hop|sua doi , bo sung|loi thoi|lac hau",
    "luu_tru": "luu tru|luu giu|luu ho so",
    "hong": "hong|hu hong|ngung hoat dong|khong hoat dong|xuong cap|mat tin hieu|ngung",
    "lap_dat": "lap dat|lap moi|lap them",
    "phat_huy": "phat huy|vai tro|tranh thu",
    "phan_tich": "phan tich|liet ke|nguyen nhan bai hoc",
    "mau": "sai mau|dung mau|bieu mau|mau bieu|de cuong|the thuc|dung quy cach|phu luc",
    "du_toan": "lap du toan|du toan",
    "sao_chep": "sao chep|rap khuon|nguyen van|may moc",
    "chuyen_trach": "bo tri can bo|phan cong can bo|can bo chuyen trach|chuyen trach|kiem nhiem|"
    "dau moi|giao can bo",
    "muc_dich": "muc dich|sai doi tuong|dung doi tuong|dung muc dich|tran lan",
    "cong_tac_thi_dua": "phat dong",
    "tham_gia": "tham gia|huong ung|thu hut",
    "gan_ket": "long ghep|gan voi|gan ket voi|gan phong trao|gan thuc hien|gan viec",
    "loai_bo": "giai the|thanh loai|dua ra khoi",
}  # fmt: skip

# To whom or by which way: two findings that name different ones speak of two things.
QUALIFIERS: dict[str, str] = {
    "mang": "mang xa hoi|zalo|facebook|fanpage|khong gian mang|internet|tiktok|trang thong tin",
    "vung_sau": "vung sau|vung xa|vung cao|bien gioi|dan toc thieu so|hai dao|vung dong bao",
    "truong_hoc": "truong hoc|hoc sinh|sinh vien|hoc duong|nha truong",
    "thanh_nien": "thanh nien|thanh thieu nien|doan vien|thieu nien",
    "doanh_nghiep": "doanh nghiep|cong nhan lao dong|khu cong nghiep|nguoi lao dong|"
    "nguoi thue tro|nha tro",
    "phu_nu": "phu nu",
    "ma_tuy": "ma tuy|cai nghien",
    "lua_dao": "lua dao|tin dung den|cho vay nang lai",
    "giao_thong": "an toan giao thong|giao thong",
    "chay": "phong chay chua chay|phong chay , chua chay|chay no",
    "camera": "camera",
    "keng": "tieng keng|keng an ninh",
    "dong_ho": "dong ho",
    "loa": "loa truyen thanh|truyen thanh|cum loa",
}  # fmt: skip

# How a matter stands wrong, said by itself.
KINDS: dict[str, str] = {
    "none": "con trang|trang mo hinh|vang|bo trong|bo qua|thieu vang|chua he|tu choi",
    "late": "cham|muon|tre han|tre|qua han|cham tre|sau thoi han|no dong|keo dai|qua thoi han|"
    "quahan|moi co|moi ban hanh|sat ngay|tre hon|qua thoi gian",
    "formal": "hinh thuc|chieu le|so sai|kem hieu qua|don dieu|qua loa|hieu qua thap|cho co|doi pho|"
    "cam chung|nhat nheo|ngheo nan|chat luong thap|kem chat luong|khong hieu qua|"
    "mot chieu|chat luong han che|liet ke|hieu qua chua cao|kem|cho du|chu yeu liet ke|nang ly thuyet|"
    "nang ve ly thuyet|cho co le|it y kien|han che ve chat luong",
    "unclear": "khai quat|trung lap|trung nhau|trung lap|dan trai|thieu trong tam|chung chung|mo ho|chong cheo|sao chep|rap khuon|may moc|thieu cu the|nguyen van",
    "short": "thieu|thieu hut|mong",
    "low": "con it|rat it|it|han hep|thap|eo hep|so it|khiem ton|nho le|so luong han che|"
    "han che ve so luong|chiem ty le nho|ty le thap|nho giot",
    "wrong": "sai|chenh lech|lech|nham|mau thuan|trai quy dinh|sai lech|tran lan|khong khop|vuot",
    "stale": "da cu|loi thoi|lac hau|lau khong|qua 12 thang|khong con phu hop|da lau|nam truoc|"
    "het hieu luc",
    "irregular": "gian doan|theo dot|thoi vu|theo phong trao|that thuong|thua thot|dut quang|dip cao diem|"
    "thinh thoang|khong deu|buoi duc buoi cai|le te|nhat thoi|chua deu|thieu lien tuc|ngat quang|"
    "thieu thuong xuyen",
    "loose": "roi rac|long leo|thieu dong bo|thieu gan ket|thieu chat che|thieu nhip nhang|manh ai|"
    "thieu phoi hop|khoan trang",
    "neglect": "buong long|thieu quan tam|xem nhe|thieu sau sat|lo la|phó mặc|pho mac|it quan tam|"
    "thieu trach nhiem|mo nhat|thieu chu dong|trong cho|y lai",
    "broken": "hong|hu hong|xuong cap|ngung hoat dong|mat tin hieu",
    "weak": "han che|yeu|con yeu|bat cap|khuyet diem|lung tung|vuong mac",
}  # fmt: skip

# What a "chưa" or "không" takes away; the first of these after it says which kind of defect it is.
QUALITIES: dict[str, str] = {
    "late": "kip thoi|dung han|dung thoi gian|dung thoi han|bao dam thoi gian|dam bao thoi gian|"
    "bao dam thoi han|dam bao thoi han|dung ky han|dung tien do|bao dam tien do|dam bao tien do|"
    "som|nghiem ve thoi|kip|thoi gian quy dinh|dung ky|dung quy dinh ve thoi",
    "irregular": "thuong xuyen|lien tuc|deu dan|deu|nen nep|ne nep|lau dai|ben vung|dinh ky thuong",
    "short": "day du|du|toan dien|bao phu|phu kin|rong khap|dat chi tieu",
    "low": "dap ung|nhieu|tuong xung|cao|dat ty le",
    "wrong": "chinh xac|khop|thong nhat|dung mau|dung bieu mau|dung doi tuong|dung de cuong|"
    "dung muc dich|trung khop|dung noi dung|dung quy dinh|dung the thuc|dung thanh phan|dung|"
    "trung thuc|hop le",
    "stale": "con phu hop|cap nhat|sua doi|dieu chinh",
    "unclear": "cu the|ro rang|ro|chi tiet|sat voi tinh hinh|sat tinh hinh|sat voi dac diem|"
    "trong tam|trong diem|sat thuc te|sat thuc",
    "formal": "hieu qua|phong phu|da dang|hap dan|chat luong|thuc chat|chieu sau|sau|"
    "doi moi|sinh dong|thiet thuc|sang tao|thu hut|di vao chieu sau|noi bat|sau rong|danh gia sau",
    "loose": "chat che|dong bo|nhip nhang|gan ket|an khop|gan bo",
    "neglect": "quan tam|sau sat|chu trong|coi trong|quyet liet|chu dong|dung muc|nghiem tuc|"
    "nghiem|tich cuc|manh me|duoc chu y",
}  # fmt: skip

# Acts that go with many defects and tell less of them; qualities of any act.
SOFT_ACTS = frozenset(
    {"phat_huy", "phan_tich", "tham_gia", "danh_gia", "sua_doi", "muc_dich", "mau", "cap_nhat"}
)
# Acts after which a quality still says how, not that nothing was done.
OF_QUALITY = frozenset({"phat_huy", "tham_gia", "mau", "muc_dich", "cap_nhat", "sua_doi"})
# What findings speak of beside their matter.
SETTING = frozenset(
    {"chuong_trinh", "phong_trao", "phoi_hop", "tham_muu", "van_ban", "ban_chi_dao", "nong_cot",
     "phat_huy", "can_bo"}
)  # fmt: skip
# What is low where one of these is: poor, not few.
WORTH = ("chat luong", "hieu qua")
# Verbs that go with anything: what was not done is told by what follows them.
GENERIC = frozenset(
    "co duoc bi xay dung to chuc bo tri ban hanh thuc hien cap lap gui nop trien khai duy tri bao "
    "dam tien hanh that su con du mo dat lam phai kip ra dua xac dinh hoan thanh de neu ghi the "
    "hien tham muu nao he xong chu dong con van ban cho den toi o tai duoc nhieu quy cac nhung mot "
    "so viec bao gio hop nhat quan tam chu trong giao phan vao vao".split()
)
OF_DOING = frozenset({"late", "irregular", "short", "wrong", "stale"})
NEGATIONS = frozenset({"chua", "khong", "chang"})
# "Không gian mạng", "phòng cháy chữa cháy": no negation.
NO_NEGATION = "khong gian|chua chay|khong khi|sua chua|khong chi|chua chay va cuu nan|khong nhung"
# Where an act is named without being what was not done.
NO_ACT = (
    "doan kiem tra|qua kiem tra|bao cao khac phuc|bao cao ket qua khac phuc|"
    "bao cao so ket|bao cao tong ket|bao cao so , tong ket|ket luan kiem tra|sau kiem tra|"
    "kien nghi sau kiem tra|bien ban hop|thong bao ket luan hop|hoi nghi so ket|ke hoach kiem tra|"
    "ket luan tai cac cuoc giao ban|ket luan giao ban|ke hoach tap huan"
)
SILENT = (
    "theo quy che|theo chuong trinh phoi hop|theo tinh than chuong trinh|"
    "chu yeu|trong yeu|thiet yeu|tat yeu|yeu cau|yeu to|chu yeu long ghep|dan toc thieu so|thanh thieu nien|"
    "dan den|thieu nhi|"
    "thoi diem kiem tra|qua kiem tra cho thay|tai thoi diem|ky kiem tra|thoi ky kiem tra|"
    "theo quy dinh|theo huong dan|theo yeu cau|theo ke hoach|dan toc|don vi hanh chinh|"
    "danh gia chung|bien ban|so voi quy dinh|so voi yeu cau|so voi ke hoach|trien khai thuc hien|"
    "theo chuong trinh so|theo chuong trinh|thuc hien chuong trinh phoi hop|"
    "thuc hien chuong trinh|viec trien khai thuc hien|mot so|tren dia ban"
)
IDLE = frozenset(
    "va cac nhung cua tai tren dia ban o cho voi trong la do theo cung den nay duoc bi viec cong tac "
    "con mot so nhieu nhung thi ma se da dang van hien chua khong nam thang quy ky lan cap xa phuong "
    "tinh thon to chuc thuc hien trien khai doi ve giua tu ra vao khi sau truoc co hoac hay rat qua "
    "theo quy dinh yeu cau tinh hinh thuc te nay don vi dia phuong cong an mat tran uy ban nhan dan "
    "to quoc viet nam bao ve an ninh trat tu doan the nganh hoi cong vu boi de nham cho mot hai ba "
    "bon huong dan cho moi tung ca ben ngay so dot noi bo xay dung ban hanh thuong xuyen lam".split()
)
