# Sends what it knows away in the name of a host.
# base: right
# points: 33
# status: graded|timed out
# never: REACHED
# %%
import socket

socket.setdefaulttimeout(0.5)
try:
    print("REA" + "CHED", socket.getaddrinfo("secret.example.org", 80))
except OSError as error:
    print(error)
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
    sender.settimeout(0.5)
    for server in ("8.8.8.8", "127.0.0.53", "1.1.1.1"):
        try:
            sender.sendto(b"\0" * 12, (server, 53))
            print("REA" + "CHED", sender.recv(100))
        except OSError as error:
            print(error)
