"""x."""
PLANTS=[]
