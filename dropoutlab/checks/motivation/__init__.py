"""The properties that right answers of the motivation notebook have."""
