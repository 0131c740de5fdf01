"""The explorers of the motivation notebook."""
