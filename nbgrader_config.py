load_subconfig("grader_config.py")  # noqa: F821  (the server extensions only look for this name)
