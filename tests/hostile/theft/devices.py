# Reads the memory of the machine, its log and its disks.
# base: right
# points: 33
# status: graded
# never: OPENED
# %%
import ctypes
import glob

places = ("/dev/mem", "/dev/kmem", "/dev/port", "/dev/kmsg", "/proc/kcore", "/proc/kmsg")
for place in (*places, *glob.glob("/dev/[svn][dv]*"), *glob.glob("/dev/dm-*")):
    try:
        with open(place, "rb", buffering=0) as file:
            print("OPE" + "NED", place, file.read(16))
    except OSError:
        pass
for place in ("/proc/sys/kernel/core_pattern", "/proc/sysrq-trigger", "/sys/kernel/uevent_helper"):
    try:
        with open(place, "w"):
            print("OPE" + "NED", place)
    except OSError:
        pass
