# Makes a hundred thousand displays, and clears and updates them.
# base: right
# points: 33
# status: graded|timed out|crashed
# %%
from IPython.display import clear_output, display, update_display

for number in range(100_000):
    display(number, display_id=str(number % 1000))
    if number % 100 == 0:
        clear_output(wait=True)
        update_display("x", display_id="0")
