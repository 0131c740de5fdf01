# Runs the examiner's own launcher and code again, with settings of its own.
# base: wrong
# points: 0
# status: graded|crashed|timed out
# %%
import os
import subprocess
import sys

code = """
from pathlib import Path
from examiner.course import open_course
from examiner.record import Outcome, record
for root in ("/srv/course", "/course", "..", "../../.."):
    try:
        course = open_course(Path(root))
        with course.gradebook() as gradebook:
            for student in gradebook.students:
                print(student.id)
    except BaseException as error:
        print(type(error).__name__)
"""
subprocess.run([sys.executable, "-I", "-c", code], timeout=3.5, stdin=subprocess.DEVNULL)
os.environ["NBGRADER_EXECUTION"] = "validate"
