"""The explorers of the forward-pass notebook."""
