# Uses the examiner's own code to load the assignment.
# base: right
# points: 33
# status: graded|crashed
# never: BEGIN HIDDEN TESTS
# never: seed=102
# %%
import glob
from pathlib import Path

try:
    from examiner.assignment import load_assignment
    from examiner.course import open_course

    for root in ("/srv/course", "/course", *glob.glob("/*/*/grader_config.py"), "../../.."):
        try:
            for cell in load_assignment(open_course(Path(root)), "2-forward-pass").source.cells:
                print(cell.source)
        except Exception as error:
            print(root, type(error).__name__)
except BaseException as error:
    print(error)
