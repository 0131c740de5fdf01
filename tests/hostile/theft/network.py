# Connects to services of this machine and to others.
# base: right
# points: 33
# status: graded|timed out
# never: REACHED
# %%
import socket

for host in ("127.0.0.1", "::1", "169.254.169.254", "10.0.0.1", "1.1.1.1"):
    for port in (22, 53, 80, 443, 5432, 8000, 8080, 8765, 8888):
        try:
            with socket.create_connection((host, port), timeout=0.05):
                print("REA" + "CHED", host, port)
        except OSError:
            pass
