"""What runs in the sandbox beside the learner's code. Nothing that it says is trusted.

It needs numpy and ipykernel and imports nothing else of the examiner.
"""
