"""How the movement speaks with people: campaigns and sessions of communication."""
