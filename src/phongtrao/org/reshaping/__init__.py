"""Operations on areas as pure plans: what ends, what begins, what succeeds what, and the faults."""
