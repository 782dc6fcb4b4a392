"""What both tests of the thin path tell: the paper, the communes and their figures."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAPER = ROOT / "examples" / "01-ke-hoach-ngay-hoi.docx"
SEEDS = ROOT.parent / "shared" / "seeds"
PNG = bytes.fromhex(  # two by two white points
    "89504e470d0a1a0a0000000d494844520000000200000002080000000057dd52f8"
    "0000000e49444154789c63f8ff9fe1ff7f000bfa03fde0258a100000000049454e44ae426082"
)
# The figures of the three communes, in the order of the form's cells.
FIGURES = {
    "Chi": ["5", "2", "7", "20", "1200", "3", "10", "8", "6", "9", "2", "4", "20", "3"],
    "Ba": ["4", "1", "6", "15", "900", "2", "7", "6", "3", "5", "1", "3", "18", "2"],
    "Lý": ["3", "0", "-", "10", "700", "1", "4", "4", "2", "3", "0", "2", "9", "1"],
}
AREAS = {"Chi": "dak-ha", "Ba": "ba-to", "Lý": "ly-son"}
PLACES = {"Chi": "Đăk Hà", "Ba": "Ba Tơ", "Lý": "Lý Sơn"}
SIGNED = {"Chi": "01/QC-CA-MT", "Ba": "02/QC-CA-MT", "Lý": "03/QC-CA-MT"}
