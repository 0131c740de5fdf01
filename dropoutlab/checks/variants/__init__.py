"""The properties of the exercises of notebook 4, one module each."""
