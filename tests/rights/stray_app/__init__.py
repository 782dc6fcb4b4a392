"""An app that somebody adds to watch people; only the tests of the refusal load it."""
