# An answer raises an error with half of a surrogate pair in it, which no file can hold.
# base: right
# points: 29
# status: graded
# %% dropout_moments
def dropout_moments(x, p):
    raise TypeError("\ud83d half of a character \x00\x1b[31m\uffff")


# %% end
print("\ud83d")
raise TypeError("\ud83d")
