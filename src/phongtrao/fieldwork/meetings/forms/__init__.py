"""What is typed into the register of meetings."""
