"""The grading engine: builds nbgrader assignments from text, grades submissions, tells the result.

It knows nothing about the subject of a course. nbgrader stays the format, the gradebook and the
feedback pages.
"""
