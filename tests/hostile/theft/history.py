# Prints everything that was ever run in this kernel or in others.
# base: right
# points: 33
# status: graded
# never: BEGIN HIDDEN TESTS
# never: seed=102
# %% end
shell = get_ipython()
print(In, _ih, Out, _oh)
print(list(shell.history_manager.search("*")))
print(list(shell.history_manager.get_tail(1000, include_latest=True)))
%history -g
