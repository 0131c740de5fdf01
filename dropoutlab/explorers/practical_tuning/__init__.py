"""Pictures of notebook 5, practical tuning."""
