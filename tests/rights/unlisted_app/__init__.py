"""An app whose only fault is a field that nobody listed; the tests of the refusal load it."""
