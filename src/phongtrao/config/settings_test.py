"""Settings of the test runs: fast hashing, its own data folder, every other setting as shipped."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

_FOLDER = Path(os.environ.get("PHONGTRAO_TEST_DATA_DIR") or tempfile.mkdtemp(prefix="phongtrao-"))
if "PHONGTRAO_TEST_DATA_DIR" not in os.environ:
    atexit.register(shutil.rmtree, _FOLDER, ignore_errors=True)
os.environ["PHONGTRAO_DATA_DIR"] = str(_FOLDER)
os.environ.setdefault(
    "PHONGTRAO_SECRET_KEY", "test-key-that-signs-nothing-of-value-0123456789abcdef"
)

from phongtrao.config.environment import WITHOUT_JIT  # noqa: E402
from phongtrao.config.settings import *  # noqa: E402, F403 - the environment is set first
from phongtrao.config.settings import DATABASES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
AXES_ENABLED = False
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
if DATABASES["default"]["ENGINE"].endswith("postgresql"):
    DATABASES["default"]["OPTIONS"] = {"options": WITHOUT_JIT}
else:
    # A file, as in life: threads of a test must wait for each other as they do there.
    DATABASES["default"]["TEST"] = {"NAME": str(_FOLDER / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] = DATABASES["default"]["OPTIONS"][
        "init_command"
    ].replace("synchronous=FULL", "synchronous=OFF")
