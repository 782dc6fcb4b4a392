"""The days of festival of the movement: plan, sites, preparation, results, and who goes where."""
