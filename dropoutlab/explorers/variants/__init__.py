"""The pictures of notebook 4, one module each."""
