"""Places of Viet Nam in time and the words for them. Pure: no Django, no database, no network."""
