# Raises errors with messages, names and chains of many megabytes.
# base: right
# points: 33
# status: graded|timed out|crashed
# %%
raise ValueError("x" * 30_000_000)
# %%
raise type("E" * 1_000_000, (Exception,), {})("y\n" * 1_000_000)
# %%
error = None
for number in range(200):
    try:
        raise ValueError(number) from error
    except ValueError as caught:
        error = caught
raise error
