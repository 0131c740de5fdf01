# Asks the person who grades for input and waits.
# base: right
# points: 33
# status: graded|timed out
# %%
import getpass

name = input("Your password: ")
# %%
import sys

print(sys.stdin.read())
# %% end
getpass.getpass()
