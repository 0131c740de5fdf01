"""How this course is built and graded: read by every nbgrader command and by dropout-course."""

c = get_config()  # noqa: F821  (traitlets puts get_config here)

# Where things are. Students get notebooks/; submissions are collected in submitted/.
c.CourseDirectory.course_id = "dropout"
c.CourseDirectory.source_directory = "source"
c.CourseDirectory.release_directory = "notebooks"
c.CourseDirectory.solution_directory = "solutions"
# The text that the source notebooks are built from holds the answers: nbgrader must not copy it.
c.CourseDirectory.ignore = [".ipynb_checkpoints", "__pycache__", "*.pyc", "*.py"]

# The solved notebooks are run by `dropout-course build`; they are kept without outputs, and
# without the hidden tests, so that they can be shown to students.
c.GenerateSolution.preprocessors = [
    "nbgrader.preprocessors.IncludeHeaderFooter",
    "nbgrader.preprocessors.LockCells",
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.ClearMarkScheme",
    "nbgrader.preprocessors.ClearHiddenTests",
    "examiner.build.DropMarkers",
]

# Who gives the verdicts, also for `nbgrader autograde` and for Formgrader's button.
c.Autograde.exporter_class = "examiner.stock.Examine"

# Students' code runs in a sandbox, which shows it this package and nothing else of ours.
c.Sandbox.kind = "bwrap"
c.Sandbox.packages = ["dropoutlab"]

# Pictures and experiments are not drawn again for the feedback pages: they take most of the time.
c.Grading.every_cell = False

# Limits on a submission: change them here.
c.Limits.notebook_megabytes = 20
c.Limits.cells = 1000
c.Limits.seconds_per_cell = 30
c.Limits.seconds_per_call = 10
c.Limits.seconds_per_submission = 180
c.Limits.memory_megabytes = 2000
c.Limits.processes = 64
c.Limits.file_megabytes = 64
c.Limits.scratch_megabytes = 256
c.Limits.output_megabytes = 5
c.Limits.message_megabytes = 64

# Feedback and Formgrader show no hidden test, and nothing in them runs a student's script.
c.GenerateFeedback.preprocessors = [
    "nbgrader.preprocessors.GetGrades",
    "examiner.feedback.HideTests",
    "examiner.feedback.Summary",
    "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
]
c.HTMLExporter.sanitize_html = True
c.HTMLExporter.filters = {"markdown2html": "examiner.safe_html.safe_markdown"}
