"""The pages of weekly calendars."""
