"""The properties that right answers of the forward-pass notebook have."""
