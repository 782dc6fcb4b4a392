"""Benchmarks: what is measured, beside what, and how the figures are printed."""
