"""What every command of ours shares: a refusal is one sentence on stderr, and nothing else."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, SystemCheckError

from phongtrao.cli.prepare import NotReady
from phongtrao.core.errors import DomainError

REFUSED = 1


class PlainCommand(BaseCommand):
    """A command whose refusals an operator can read aloud."""

    # What pages rest on; over a broken boundary Django has not loaded (`core.boundary.start`). The
    # rest is checked by `make check`: it loads every page and takes longer than all else here.
    requires_system_checks = ["staticfiles"]

    def execute(self, *args: Any, **options: Any) -> str | None:
        """Run; a refusal is printed and ends the program, unless code called: then it is raised."""
        try:
            return super().execute(*args, **options)
        except SystemCheckError:
            raise
        except (CommandError, NotReady, DomainError) as refusal:
            if not self._called_from_command_line:  # type: ignore[attr-defined]
                raise
            self.stderr.write(str(refusal))
            raise SystemExit(getattr(refusal, "returncode", REFUSED)) from None
