# Stops, blocks and replaces the kernel's event loop.
# base: right
# points: 25
# status: graded|crashed|timed out
# %% Dropout
import asyncio

loop = asyncio.get_event_loop()
loop.call_later(0.01, loop.stop)
loop.call_later(0.02, lambda: __import__("time").sleep(1000))
asyncio.set_event_loop_policy(None)
await asyncio.sleep(0.5)
