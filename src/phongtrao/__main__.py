"""`phongtrao COMMAND`: the one command line of the product."""

import os
import sys

# These answer from packaged files alone, so they start without Django.
_WITHOUT_DATABASE = {"intake"}


def main() -> None:
    """Run the command named on the command line."""
    arguments = sys.argv[1:]
    if arguments and arguments[0] in _WITHOUT_DATABASE:
        from phongtrao.cli import intake  # late: the other commands never need it

        raise SystemExit(intake.main(arguments[1:]))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "phongtrao.config.settings")
    from django.core.management import execute_from_command_line  # late: Django starts here

    execute_from_command_line(["phongtrao", *(arguments or ["help"])])


if __name__ == "__main__":
    main()
