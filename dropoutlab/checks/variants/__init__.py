"""The properties that right answers of the variants notebook have."""
