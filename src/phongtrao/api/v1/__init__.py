"""The first version of the REST door: one file a subject."""
