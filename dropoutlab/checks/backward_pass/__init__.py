"""The properties that right answers of the backward-pass notebook have."""
