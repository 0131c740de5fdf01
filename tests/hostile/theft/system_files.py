# Reads files of the system and of its administrator.
# base: right
# points: 33
# status: graded
# never: root:x:
# never: root:$
# never: PRIVATE KEY
# never: planted-by-the-test
# %%
import glob

places = ("/etc/passwd", "/etc/shadow", "/etc/hosts", "/etc/machine-id", "/etc/environment")
for place in (*places, *glob.glob("/root/.*/*"), *glob.glob("/root/*"), *glob.glob("/home/*/.*/*"),
              *glob.glob("/run/secrets/*"), *glob.glob("/var/run/secrets/**", recursive=True),
              *glob.glob("/etc/ssh/*"), *glob.glob("/var/log/*"), *glob.glob("/boot/*")):  # fmt: skip
    try:
        print(place, open(place, errors="replace").read(3000))
    except OSError:
        pass
