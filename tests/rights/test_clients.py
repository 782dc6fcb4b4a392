"""CR-17: nothing that reaches registers, telephones, cameras, faces, places or moods is used."""

from pathlib import Path

import pytest

from phongtrao.core.boundary import clients

ROOT = Path(__file__).resolve().parents[2]
LOCKS = [*(ROOT / "requirements").glob("*.lock"), ROOT / "package-lock.json"]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_no_lock_names_a_refused_library(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert clients.package_faults(text, name=lock.name) == []


def test_nothing_of_ours_imports_one() -> None:
    for folder in ("src/phongtrao", "scripts", "bench"):
        assert clients.installation_faults(ROOT / folder) == []


@pytest.mark.parametrize(
    "text",
    [
        "django==5.2\nface_recognition==1.3.0 \\\n    --hash=sha256:00\n",
        "Face-Recognition>=1\n",
        '{"packages": {"node_modules/telegram": {}, "node_modules/twilio": {"version": "5"}}}',
    ],
)
def test_a_refused_package_is_found_in_a_lock(text: str) -> None:
    assert len(clients.package_faults(text, name="base.lock")) == 1


@pytest.mark.parametrize(
    "source",
    [
        "import cv2",
        "import face_recognition.api as f",
        "from azure.cognitiveservices.vision import face",
        "def later():\n    from geopy.geocoders import Nominatim",
        "from importlib import import_module\nimport_module('telethon.sync')",
        "__import__('deepface')",
    ],
)
def test_a_refused_import_is_found_wherever_it_stands(source: str) -> None:
    [fault] = clients.import_faults(source, name="x.py")
    assert fault.startswith("x.py: không được gọi")


def test_a_name_that_only_begins_alike_is_no_fault() -> None:
    source = "import mousetrap\nfrom requests import get\nfrom .face import x\n"
    assert clients.import_faults(source, name="x.py") == []
