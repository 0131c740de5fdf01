# Makes as many small files as there is time for.
# base: right
# points: 33
# status: graded|crashed|timed out
# %%
import os
import time

end = time.time() + 2
number = 0
try:
    while time.time() < end and number < 300_000:
        number += 1
        with open(f"/tmp/{number}", "w") as file:
            file.write("x")
except OSError as error:
    print(error)
