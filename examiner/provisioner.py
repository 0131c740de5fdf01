"""How jupyter_client starts a kernel behind the wall and ends it: by a provisioner of its own."""

from pathlib import Path
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import KernelManager
from jupyter_client.provisioning import KernelProvisionerBase

from .cold import ColdKernel
from .course import Course
from .warm import WarmKernel, WarmParent

NAME = "examiner"  # of the provisioner, among the entry points in pyproject.toml


class Manager(KernelManager):
    """A manager whose kernel is what the provisioner starts; no kernelspec need be installed."""

    @property
    def kernel_spec(self) -> KernelSpec:
        """The one kernel there is. It takes interrupts as messages: a signal would not get in."""
        metadata = {"kernel_provisioner": {"provisioner_name": NAME}}
        return KernelSpec(language="python", interrupt_mode="message", metadata=metadata)


class Provisioner(KernelProvisionerBase):
    """Forks a kernel from a process that is warm, or starts it cold."""

    process: ColdKernel | WarmKernel | None = None

    @property
    def has_process(self) -> bool:
        """Whether a kernel was started and not yet waited for."""
        return self.process is not None

    async def pre_launch(self, **kwargs: Any) -> dict[str, Any]:
        """Write the connection file. No variables are passed on, and no command is needed."""
        self.parent.write_connection_file()
        return {"cmd": [], **kwargs}

    async def launch_kernel(
        self,
        cmd: list[str],
        *,
        course: Course,
        directory: Path,
        warm: WarmParent | None,
        **kwargs: Any,
    ) -> KernelConnectionInfo:
        """Start the kernel, with what the manager's `start_kernel` was told."""
        connection_file = self.parent.connection_file
        if warm:
            self.process = warm.start_kernel(course, directory, connection_file)
        else:
            self.process = ColdKernel(course, directory, connection_file)
        self.connection_info = self.parent.get_connection_info()
        return self.connection_info

    async def poll(self) -> int | None:
        """None as long as the kernel runs."""
        return None if self.process is not None and not self.process.ended() else 0

    async def wait(self) -> int | None:
        """Wait for the kernel's end, which `kill` has brought about."""
        if self.process is not None:
            self.process.kill()
            self.process = None
        return 0

    async def send_signal(self, signum: int) -> None:
        """End the kernel: no other signal is sent through the wall."""
        await self.kill()

    async def kill(self, restart: bool = False) -> None:
        """End the kernel and all that it has started."""
        if self.process is not None:
            self.process.kill()

    async def terminate(self, restart: bool = False) -> None:
        """End the kernel and all that it has started."""
        await self.kill()

    async def cleanup(self, restart: bool = False) -> None:
        """Nothing is left of a kernel that has ended."""
