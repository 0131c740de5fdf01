"""Pictures of the variants notebook."""
