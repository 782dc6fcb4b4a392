"""Deadlines as officials write them, their rhythm, reminders, drawings, and the calendar file.

Pure: no Django.
"""
