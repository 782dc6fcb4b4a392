"""What is typed into the registers of communication."""
