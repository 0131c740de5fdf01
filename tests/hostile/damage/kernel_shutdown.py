# Tells the kernel to shut down, to restart and to forget its names.
# base: right
# points: 25
# status: graded|crashed|timed out
# %% Dropout
kernel = get_ipython().kernel
kernel.do_shutdown(False)
get_ipython().ask_exit()
get_ipython().reset(new_session=True)
kernel.session.close = lambda: None
kernel.io_loop.add_callback(kernel.io_loop.stop)
