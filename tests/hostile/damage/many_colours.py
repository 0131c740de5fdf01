# Prints megabytes of control sequences, which feedback turns into HTML.
# base: right
# points: 33
# status: graded
# %%
print("".join(f"\x1b[38;5;{n % 256}m\x1b[1m\x1b[48;2;{n % 256};0;0mx" for n in range(80_000)))
print("\x1b[" * 100_000 + "m" + "\x1b[" + "9;" * 100_000 + "m")
print("\x08" * 100_000 + "x\r" * 100_000)
