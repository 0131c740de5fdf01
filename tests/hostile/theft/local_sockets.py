# Connects to the sockets of other programs, on paths and without.
# base: right
# points: 33
# status: graded
# never: REACHED
# %%
import glob
import socket

places = [*glob.glob("/run/**/*", recursive=True), *glob.glob("/tmp/**/*", recursive=True),
          "/var/run/docker.sock", "/run/dbus/system_bus_socket", "/tmp/.X11-unix/X0",
          "\0/tmp/.X11-unix/X0", "\0/tmp/dbus-test"]  # fmt: skip
try:
    lines = open("/proc/net/unix").read().split("\n")
    places += ["\0" + line.split()[-1][1:] for line in lines if " @" in line]
except OSError:
    pass
places = [place for place in places if "/shared/k-" not in place]  # those of its own kernel
for place in places[:2000]:
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(0.1)
        try:
            client.connect(place)
            print("REA" + "CHED", place)
        except OSError:
            pass
