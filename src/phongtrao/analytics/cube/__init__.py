"""The cube: figures as files of numbers, and how they are added up. Pure: no Django."""
