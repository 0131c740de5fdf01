"""Pictures of the learner's own answer, one module each, still and with sliders.

Every module has `draw(...)`, which returns a static picture, and `explore(...)`, which puts
controls beside the same picture. Both take the learner's functions.
"""
