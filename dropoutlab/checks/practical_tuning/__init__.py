"""What right answers to the exercises of notebook 5, practical tuning, have."""
