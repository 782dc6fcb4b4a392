"""Roll-ups over ten years of the country: the product beside a DHIS2-style PostgreSQL."""
