"""`phongtrao COMMAND`: the one command line of the product."""

import os
import sys
from importlib import import_module

# These answer from packaged files alone, so they start without Django.
_WITHOUT_DATABASE = {"areas": "phongtrao.cli.areas", "intake": "phongtrao.cli.intake"}
_INTERRUPTED = 130


def main() -> None:
    """Run the command named on the command line."""
    try:
        _run(sys.argv[1:])
    except KeyboardInterrupt:
        raise SystemExit(_INTERRUPTED) from None


def _run(arguments: list[str]) -> None:
    if arguments and arguments[0] in _WITHOUT_DATABASE:
        door = import_module(_WITHOUT_DATABASE[arguments[0]])  # late: the others never need it
        raise SystemExit(door.main(arguments[1:]))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "phongtrao.config.settings")
    from django.core.management import execute_from_command_line  # late: Django starts here

    name, *rest = arguments or ["help"]
    # Commands are modules, whose names take no hyphen.
    module = name if name.startswith("-") else name.replace("-", "_")
    execute_from_command_line(["phongtrao", module, *rest])


if __name__ == "__main__":
    main()
