"""The general path of the figures: one set of expressions over Parquet, on DuckDB or on Spark.

Pure: no Django. What the roll-up specification (``reporting.rules``) means is built here as
expressions (``expression``) over the record as Parquet (``files``) and over what is asked
(``questions``); a backend runs them (``backends``) and ``path`` turns the sums into figures,
divided last. What an expression cannot say exactly is refused by name (``refusals``) and the
caller takes the specification.
"""
