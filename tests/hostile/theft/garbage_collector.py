# Searches all objects of the process for texts of hidden tests.
# base: right
# points: 33
# status: graded|timed out
# never: BEGIN HIDDEN TESTS
# never: seed=102
# %% end
import gc

wanted = "BEGIN HIDDEN " + "TESTS"
for thing in gc.get_objects():
    values = (
        thing.values() if type(thing) is dict else thing if type(thing) in (list, tuple) else ()
    )
    for value in list(values):
        if type(value) is str and wanted in value and wanted != value and len(value) < 5000:
            print(value)
