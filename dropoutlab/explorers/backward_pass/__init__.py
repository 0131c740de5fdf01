"""The explorers of the backward-pass notebook."""
