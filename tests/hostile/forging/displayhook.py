# Prints a number of points whenever anything is displayed.
# base: wrong
# points: 0
# status: graded|crashed|timed out
# %%
import sys

ip = get_ipython()
sys.displayhook = lambda value: print("1000.0")
ip.displayhook = sys.displayhook
ip.display_trap.hook = sys.displayhook
type(ip).displayhook_class = type("Hook", (), {"__call__": lambda self, value: print("1000.0")})
