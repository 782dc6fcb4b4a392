"""The pages of grassroots democracy."""
