"""What the statements of this programme speak of: matters and organisations, with many wordings.

Our own list, written from the outline of the reports (domain notes §C1–C7) and from how
administrative papers are worded. Wordings are parted by "|", lower case; marks and the place of
tones are forgiven on reading. The longest wording that fits is the one read.
"""

from phongtrao.publishing.rules.matters_of_people import PEOPLE
from phongtrao.publishing.rules.matters_of_work import WORK

MATTERS: dict[str, str] = {**PEOPLE, **WORK}

# Which organisation acts. Several, or "đoàn thể", are all; one alone parts a group.
MEMBERS: dict[str, str] = {
    "women": "phụ nữ|hội phụ nữ|hội liên hiệp phụ nữ|hội lhpn|lhpn|chi hội phụ nữ|hội viên phụ nữ",
    "youth": "đoàn thanh niên|đoàn xã|đoàn viên thanh niên|đoàn viên|tuổi trẻ|chi đoàn|"
    "hội liên hiệp thanh niên|thành đoàn|đoàn thanh niên cộng sản|đoàn tncs|đoàn tn",
    "farmers": "nông dân|hội nông dân|chi hội nông dân|hội nd",
    "veterans": "cựu chiến binh|hội cựu chiến binh|ccb|hội ccb|chi hội cựu chiến binh|"
    "cựu công an|cựu công an nhân dân",
    "elders": "người cao tuổi|hội người cao tuổi|nct|hội nct",
    "union": "công đoàn|liên đoàn lao động|đoàn viên công đoàn",
    "all": "đoàn thể|các đoàn thể|tổ chức thành viên|các hội|các tổ chức chính trị xã hội|"
    "ban ngành đoàn thể|các ban ngành|tổ chức chính trị xã hội|hội đoàn thể|các ngành|"
    "các tổ chức|hội đoàn|ban ngành|các hội đoàn thể",
}

# Named beside another matter these are only its setting.
BROAD = frozenset(
    {"leadership", "planning_paper", "economy", "guard_team", "awareness",
     "young", "agency", "business", "self_protect", "overlap", "merger", "crime",
     "ethnic_area", "school", "model", "focus", "advising", "village_heads", "persistence",
     "order", "member_task", "market", "trust", "committee", "mobilising",
     "form", "money",
     "core_people"}
)  # fmt: skip

# Matters that are kin: alike, though not the same.
FAMILIES: dict[str, tuple[str, ...]] = {
    "workforce": ("staff_count", "concurrent", "dedicated"),
    "minds": ("awareness", "indifference", "fear"),
    "people_first": ("people_root", "listening", "close_to_base", "trust"),
    "telling": ("propaganda", "mobilising", "form"),
    "leading": ("leadership", "resolution"),
    "together": ("coordination", "exchange"),
    "cores": ("core_people", "village_heads"),
    "titles": ("register", "recognition"),
    "skill": ("staff_skill", "training"),
    "cunning": ("tricks", "online_fraud"),
    "youth": ("young", "youth_disorder"),
    "airing": ("loudspeaker", "broadcast"),
}

# Among what was done and what will be, these are the manner of doing something else.
MANNER = frozenset({"coordination", "advising", "guidance"})

# A narrower matter takes the place of the broader it implies.
IMPLIES: dict[str, tuple[str, ...]] = {
    "allowance": ("money", "guard_team", "village_heads"),
    "insurance": ("allowance", "money", "guard_team"),
    "camera": ("equipment", "model", "social_money", "office", "money"),
    "loudspeaker": ("equipment", "propaganda", "crime_report"),
    "network": ("software",),
    "social_money": ("money", "propaganda", "mobilising", "business"),
    "concurrent": ("staff_count", "dedicated"),
    "dedicated": ("staff_count", "concurrent"),
    "turnover": ("staff_count", "staff_skill", "merger"),
    "recruiting": ("staff_count", "guard_team"),
    "old_members": ("guard_team",),
    "training": ("staff_skill", "guard_team"),
    "staff_skill": ("guard_team", "old_members"),
    "patrol": ("guard_team",),
    "leaflets": ("propaganda",),
    "broadcast": ("propaganda", "crime_report"),
    "social_media": ("propaganda",),
    "festival": ("model", "planning_paper"),
    "crime_report": ("crime", "listening", "mobilising"),
    "register": ("propaganda", "mobilising"),
    "digital_id": ("propaganda", "mobilising", "software"),
    "propaganda": ("crime", "form", "mobilising"),
    "theft": ("crime",),
    "online_fraud": ("crime",),
    "drugs": ("vices", "crime"),
    "mediation": ("crime",),
    "weapons": ("propaganda", "mobilising", "equipment"),
    "fireworks": ("propaganda", "mobilising", "register"),
    "fear": ("awareness", "crime_report"),
    "indifference": ("awareness", "meeting"),
    "staff_choice": ("staff_skill",),
    "vigilance": ("awareness",),
    "signing": ("coordination", "planning_paper"),
    "exchange": ("coordination",),
    "visit": ("model", "training"),
    "recognition": (
        "register",
        "crime",
        "school",
        "business",
        "agency",
        "order",
        "openness",
        "focus",
    ),
    "family_school": ("coordination", "school", "young"),
    "tricks": ("crime",),
    "land": ("mediation",),
    "fire": ("inspection", "equipment"),
    "traffic": ("inspection", "equipment"),
    "migrants": ("inspection", "business"),
    "lighting": ("equipment",),
    "office": ("equipment",),
    "terrain": ("weather",),
    "sim_bank": ("online_fraud", "software", "environment"),
    "coordination": ("core_people",),
    "reporting": ("planning_paper",),
    "guidance": ("planning_paper", "law"),
    "reward": ("model",),
    "language": ("ethnic_area", "propaganda"),
    "law": ("guidance",),
    "software": ("training", "guidance", "staff_skill", "reporting"),
    "youth_disorder": ("young", "crime"),
}
