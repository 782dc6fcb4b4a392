"""What is typed into the registers of grassroots democracy."""
