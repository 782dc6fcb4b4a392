"""What was done: the registers of the movement, each a slice that knows no other."""
