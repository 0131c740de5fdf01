"""What may cross between a test in this process and the learner's code in another."""

import textwrap
from collections.abc import Callable, Iterator

import pytest
from nbformat.v4 import new_code_cell, new_notebook

from examiner.assignment import Assignment
from examiner.bridge import Gone
from examiner.course import Course
from examiner.judge import Judge
from examiner.kernel import Kernel
from examiner.sandbox import NONE, with_sandbox

Try = Callable[[str, str], str]


@pytest.fixture(scope="module")
def kernel(built: Course) -> Iterator[Kernel]:
    with Kernel(with_sandbox(built, NONE), {}) as kernel:
        kernel.run("import numpy as np", 20)
        yield kernel


@pytest.fixture
def verdict(kernel: Kernel) -> Try:
    """Run the learner's code and then a test; the test's complaint, or nothing if it passes."""

    def judge(learner: str, test: str, seconds: float = 5) -> str:
        learner, test = textwrap.dedent(learner), textwrap.dedent(test)
        ran = kernel.run(learner, 10)
        assert not [output for output in ran.outputs if output.output_type == "error"], ran
        graded = {"grade": True, "solution": False, "grade_id": "t", "points": 2}
        answer = {"grade": False, "solution": True, "grade_id": "a"}
        cells = [
            new_code_cell("import numpy as np"),
            new_code_cell(learner, metadata={"nbgrader": answer}),
            new_code_cell(test, metadata={"nbgrader": graded}),
        ]
        judge = Judge(Assignment("a", "n", new_notebook(cells=cells)))
        with kernel.bridge(kernel.snapshot(), lambda: seconds) as bridge:
            outputs = judge.judge(cells[2], bridge)
        assert len(outputs) < 2
        if outputs and outputs[0].output_type == "execute_result":
            return outputs[0].data["text/plain"]
        return f"{outputs[0].ename}: {outputs[0].evalue}" if outputs else ""

    return judge


PASSING = {
    "many calls in one message": (
        """
        def add(x, rng):
            x += rng.integers(5, size=3)
            if x.sum() > 1000:
                raise ValueError("too much")
            return x.sum()
        """,
        """
        xs, rng, twin = [np.zeros(3) for _ in range(4)], np.random.default_rng(3), np.random.default_rng(3)
        sums = add.call_in_turn([(x, rng) for x in xs])
        drawn = twin.integers(5, size=(4, 3))
        assert np.array_equal(xs, drawn) and sums == [*drawn.sum(axis=1)]
        assert rng.random() == twin.random()
        try:
            add.call_in_turn([(np.zeros(3), rng), (np.full(3, 1e6), rng)])
        except ValueError as error:
            assert str(error) == "too much"
        else:
            raise AssertionError
        """,
    ),
    "a generator that only the learner still holds": (
        """
        class Layer:
            def __init__(self, rng):
                self.rng = rng
            def draw(self):
                return self.rng.random()
        """,
        """
        layer, twin = Layer(np.random.default_rng(5)), np.random.default_rng(5)
        assert [layer.draw() for _ in range(3)] == list(twin.random(3))
        assert layer.rng.random() == twin.random()
        assert layer.draw() == twin.random()
        """,
    ),
    "methods, however they are come by": (
        """
        def nine():
            return 9
        class Base:
            def add(self, x):
                return self.start + x
            def hidden(self):
                return 0
        class Counter(Base):
            static = staticmethod(nine)
            def __init__(self):
                self.start, self.hidden = 10, 8
            def add(self, x=0):
                self.start += 1
                return super().add(x)
            @property
            def late(self):
                return nine
        def apply(function, x):
            return function(x)
        """,
        """
        counter = Counter()
        assert counter.add(1) == 12 and counter.add(x=1) == 13 and counter.add.call_in_turn([(), (2,)]) == [13, 16]
        assert counter.hidden == 8 and counter.late() == counter.static() == 9
        assert counter.add.__qualname__ == "Counter.add" and apply(counter.add, 5) == 20
        add = counter.add
        assert callable(add) and type(add).__name__ == "method" and add(0) == 16 == counter.start
        counter.add = lambda: 7
        assert counter.add() == 7
        try:
            counter.nothing
        except AttributeError:
            pass
        else:
            raise AssertionError
        """,
    ),
    "plain values": (
        """
        def same(x):
            return x
        """,
        """
        for value in (None, True, 3, -2.5, float("inf"), "ö", [1, [2.5, "x"]], (1, (2,)), {"a": (1,)},
                      {1: 2, None: 3}, 10**30, [], (), {}, ""):
            found = same(value)
            assert found == value and type(found) is type(value), value
        assert same(float("nan")) != same(float("nan"))
        """,
    ),
    "arrays of every kind and order": (
        """
        def same(x):
            return x + np.zeros_like(x) if x.dtype != bool else ~~x
        def kind(x):
            return type(x).__name__, x.dtype.str, x.flags.f_contiguous, x.shape
        """,
        """
        for dtype in (bool, np.int8, np.uint64, np.float16, np.float32, float, np.complex64, ">f8"):
            x = np.ones((2, 3), dtype)
            found = same(x)
            assert type(found) is np.ndarray and found.dtype.newbyteorder("=") == x.dtype.newbyteorder("=")
            assert np.array_equal(found, x)
        x = np.asfortranarray(np.arange(6.0).reshape(2, 3))
        assert kind(x) == ("ndarray", "<f8", True, (2, 3))
        assert kind(x[:, ::2]) == ("ndarray", "<f8", False, (2, 2))
        assert same(np.zeros((0, 3))).shape == (0, 3)
        assert same(np.array(2.0)).shape == ()
        """,
    ),
    "numpy scalars keep their dtype": (
        "def mean(x):\n    return x.mean()",
        "found = mean(np.ones(3, np.float32))\nassert type(found) is np.float32 and found == 1",
    ),
    "dtypes as arguments": (
        "def zeros(n, dtype):\n    return np.zeros(n, dtype)",
        "assert zeros(2, np.float32).dtype == np.float32 and zeros(2, dtype=np.dtype(bool)).dtype == bool",
    ),
    "changes in place are seen": (
        """
        def change(x, names, table):
            x *= 2
            names.append("new")
            table["k"] = [x]
            return x
        """,
        """
        x, names, table = np.ones(3), ["old"], {}
        found = change(x, names, table=table)
        assert (x == 2).all() and names == ["old", "new"]
        assert found is x and table["k"][0] is x
        """,
    ),
    "nothing is changed that was not": (
        "def look(x):\n    y = x.copy()\n    y[0] = 9\n    return y",
        "x = np.zeros(3)\ny = look(x)\nassert x[0] == 0 and y[0] == 9 and y is not x",
    ),
    "arrays that must not be written to": (
        "def write(x):\n    x[0] = 1",
        """
        x = np.zeros(3)
        x.flags.writeable = False
        try:
            write(x)
        except ValueError as error:
            assert "read-only" in str(error)
        else:
            raise AssertionError
        """,
    ),
    "generators come back advanced": (
        """
        def draw(rng, n):
            return rng.random(n)
        class Keeper:
            def __init__(self, rng):
                self.rng = rng
            def draw(self):
                return self.rng.random()
        """,
        """
        for bits in (np.random.PCG64, np.random.MT19937, np.random.Philox, np.random.SFC64):
            rng, twin = (np.random.Generator(bits(7)) for _ in range(2))
            assert np.array_equal(draw(rng, 5), twin.random(5))
            assert rng.random() == twin.random()
            assert rng.integers(9, dtype=np.uint32) == twin.integers(9, dtype=np.uint32)
            assert np.array_equal(draw(rng, 2), twin.random(2))
        rng, twin = np.random.default_rng(3), np.random.default_rng(3)
        one, two = Keeper(rng), Keeper(rng=rng)
        assert [one.draw(), two.draw(), rng.random(), one.draw()] == list(twin.random(4))
        assert one.rng is rng
        """,
    ),
    "objects, methods and attributes": (
        """
        class Layer:
            count = 0
            def __init__(self, p, *, name="x"):
                self.p, self.name, self.training = p, name, True
            def forward(self, x):
                self.mask = x > self.p
                return x * self.mask
            def me(self):
                return self
        """,
        """
        layer = Layer(0.5, name="drop")
        assert layer.p == 0.5 and layer.name == "drop" and layer.training is True
        assert not hasattr(layer, "mask")
        assert layer.forward(np.array([0.2, 0.8])).tolist() == [0, 0.8]
        assert layer.mask.tolist() == [False, True]
        layer.p = 0.9
        assert not layer.forward(np.array([0.2, 0.8])).any()
        assert layer.me() is layer and Layer.__name__ == "Layer" and Layer(1).p == 1
        assert "Layer" in repr(layer)
        """,
    ),
    "what is the learner's goes back to the learner": (
        """
        def double(x):
            return 2 * x
        def apply(f, x):
            return f(x)
        class Pair:
            def __init__(self, first):
                self.first = first
        def make(kind, x):
            return kind(x)
        """,
        """
        assert apply(double, 4) == 8
        assert make(Pair, double).first is double
        assert make(Pair, [double, 1]).first[0](3) == 6
        """,
    ),
    "functions of the test are called back": (
        """
        def slope(f, x):
            return (f(x + 1e-6) - f(x - 1e-6)) / 2e-6
        def bump(f, x):
            x[0] += 1
            return f(x)
        def guarded(f):
            try:
                f(0)
            except ZeroDivisionError as error:
                return str(error)
        """,
        """
        assert abs(slope(lambda x: x**2, 3.0) - 6) < 1e-4
        assert bump(lambda x: x.sum(), np.zeros(2)) == 1
        assert "division" in guarded(lambda x: 1 / x)
        inner = lambda x: slope(lambda y: y**3, x)
        assert abs(slope(inner, 2.0) - 12) < 0.1
        """,
    ),
    "exceptions keep their type and message": (
        """
        class Mine(ValueError):
            pass
        def fail(kind, *words):
            raise {"mine": Mine, "value": ValueError, "key": KeyError, "linalg": np.linalg.LinAlgError,
                   "todo": NotImplementedError, "zero": ZeroDivisionError, "exit": SystemExit}[kind](*words)
        """,
        """
        for kind, expected in (("mine", ValueError), ("value", ValueError), ("key", KeyError),
                               ("linalg", ValueError), ("todo", NotImplementedError),
                               ("zero", ZeroDivisionError), ("exit", SystemExit)):
            try:
                fail(kind, "so it is")
            except BaseException as error:
                assert type(error) is expected and error.args == ("so it is",), kind
                assert error.raised_in == "fail" and "Line " in error.raised_at
            else:
                raise AssertionError
        """,
    ),
    "warnings and prints cost nothing": (
        """
        import sys, warnings, os
        def noisy():
            warnings.warn("careful")
            print("so loud", file=sys.stderr)
            os.write(2, b"louder")
            return np.float64(1) / 0
        """,
        "assert noisy() == np.inf",
    ),
    "learner's layers in a network of ours": (
        """
        class Double:
            def forward(self, x):
                return 2 * x
            def __call__(self, x):
                return self.forward(x)
        """,
        """
        from dropoutlab.layers import Linear
        rng = np.random.default_rng(0)
        network = [Linear(3, 4, rng), Double(), Linear(4, 2, rng)]
        x = np.ones((5, 3))
        for layer in network:
            x = layer.forward(x)
        assert x.shape == (5, 2)
        """,
    ),
    "plain values by name": ("best_p = 0.3\nscores = np.arange(3)", "assert best_p == 0.3 and scores.sum() == 3"),
    "nested calls": (
        "def outer(f, n):\n    return f(outer, n - 1) if n else 0",
        "assert outer(lambda g, n: g(lambda h, m: 7, n), 2) == 7",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PASSING)
def test_crosses(verdict: Try, name: str) -> None:
    assert verdict(*PASSING[name]) == ""


FAILING = {
    "wrong": ("def f():\n    return 1", "assert f() == 2, 'it is not 2'", "AssertionError: it is not 2"),
    "not defined": ("def f():\n    return 1", "del_ = g()", "NameError: name 'g' is not defined"),
    "an array of objects": (
        "def f():\n    return np.array([None])",
        "f()",
        "Gone: Your code returned an array of dtype object, not of numbers or booleans, which cannot",
    ),
    "an array of strings in a list": ("def f():\n    return [np.array(['a'])]", "f()", "Gone: Your code returned an array of dtype <U1"),
    "something without end": ("def f():\n    x = []\n    x.append([x])\n    y = [0]\n    for _ in range(99):\n        y = [y]\n    return y", "f()", "nested too deeply"),
    "too much": ("def f():\n    return np.zeros(10**7)", "f()", "80 MB at once"),
    "too many words": ("def f():\n    return 'x' * 10**7", "f()", "10 MB at once"),
    "too long": ("def f():\n    while True: pass", "f()", "Gone: Your code was still running after 1 seconds."),
    "the end of its process": ("import os\ndef f():\n    os._exit(0)", "f()", "Gone: The Python process of the notebook ended while"),
    "equal to everything": (
        "class F(float):\n    def __eq__(self, other): return True\n    __hash__ = None\ndef f():\n    return F(1)",
        "assert type(f()) is float and f() == 2, 'plain'",
        "AssertionError: plain",
    ),
    "an array equal to everything": (
        "class A(np.ndarray):\n    def __eq__(self, other): return np.ones(3, bool)\n"
        "def f():\n    return np.zeros(3).view(A)",
        "assert type(f()) is np.ndarray and (f() == 5).all(), 'plain'",
        "AssertionError: plain",
    ),
    "an object that numpy would ask": (
        "class A:\n    def all(self, *a, **k): return True\n    def __bool__(self): return False\n"
        "    def __array__(self, *a, **k): return np.ones(3)\n    __array_interface__ = {}\n"
        "    def mean(self, *a, **k): return 5\ndef f():\n    return A()",
        "assert np.asarray(f()).dtype == object\nassert np.mean(f()) == 5",
        "unsupported operand",
    ),
    "swallowed by the test": (
        "import os\ndef f():\n    os._exit(0)",
        "try:\n    f()\nexcept Exception:\n    pass",
        "Gone: The Python process",
    ),
    "interrupting": ("def f():\n    raise KeyboardInterrupt", "f()", "TimeoutError"),
    "what the test may not pass on": ("def f(x):\n    return x", "f(object())", "The test cannot pass on an object of type object"),
    "a copy": ("class A: pass", "import copy\ncopy.deepcopy(A())", "cannot be copied"),
    "exiting": ("import sys\ndef f():\n    sys.exit(0)", "f()", "SystemExit"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAILING)
def test_does_not_cross(verdict: Try, name: str) -> None:
    learner, test, words = FAILING[name]
    found = verdict(learner, test, 1) if name == "too long" else verdict(learner, test)
    assert words in found
    assert verdict("def f():\n    return 1", "assert f() == 1") == ""  # and the next test can run


def test_conversations_start_anew_from_the_same_moment(kernel: Kernel) -> None:
    kernel.run("import os\nx = [1]\ndef f(n):\n    x.append(n)\n    return len(x)", 5)
    snapshot = kernel.snapshot()
    kernel.run("x = None", 5)
    for _ in range(4):
        with kernel.bridge(snapshot, lambda: 5) as bridge:
            assert bridge.name("f")(3) == 2
            assert bridge.name("x") == [1, 3]
    with kernel.bridge(snapshot, lambda: 1) as bridge:
        system = bridge.name("os").system
        with pytest.raises(Gone, match="still running after 1 seconds"):
            system("sleep 5")
        assert bridge.slow
        with pytest.raises(Gone):
            bridge.name("f")
    with kernel.bridge(snapshot, lambda: 5) as bridge, pytest.raises(Gone, match="ended while"):
        bridge.name("os")._exit(0)
    with kernel.bridge(snapshot, lambda: 5) as bridge:
        assert bridge.name("f")(3) == 2


def test_the_kernel_notices_nothing_of_the_tests(verdict: Try, kernel: Kernel) -> None:
    learner = "seen = []\ndef f(x):\n    seen.append(x)\n    return len(seen)"
    assert verdict(learner, "assert f(1) == 1 and f(2) == 2") == ""
    assert kernel.run("print(seen)", 5).outputs[0].text == "[]\n"


@pytest.mark.parametrize(
    ("last", "expected"),
    [("f() / 4", "0.5"), ("f() * 9", "2.0"), ("-f()", "0.0"), ("f() == 2", ""), ("'3'", ""),
     ("float('nan')", ""), ("np.ones(3)", "")],
)  # fmt: skip
def test_partial_credit_is_a_last_number(verdict: Try, last: str, expected: str) -> None:
    assert verdict("def f():\n    return 2", f"x = 1\n{last}") == expected


FORGED = """
class np:
    isclose = allclose = staticmethod(lambda *a: True)
"""


def test_names_that_learners_are_not_asked_for_are_not_theirs(
    kernel: Kernel, built: Course
) -> None:
    """The author's answer defines f alone; the learner's notebook says what np is as well."""
    kernel.run("def f():\n    return 1\nabs = all = lambda *a: 0\n" + FORGED, 5)
    cells = [
        new_code_cell("import numpy as np\n%matplotlib inline\nx = 1 / 0"),
        new_code_cell("def f():\n    return 2", metadata={"nbgrader": {"solution": True}}),
        new_code_cell(
            "assert abs(1) == 1 and all([1])\nassert np.isclose(f(), 2), 'no'",
            metadata={"nbgrader": {"grade": True, "points": 1, "grade_id": "t"}},
        ),
    ]
    judge = Judge(Assignment("a", "n", new_notebook(cells=cells)))
    with kernel.bridge(kernel.snapshot(), lambda: 5) as bridge:
        assert judge.judge(cells[2], bridge)[0].evalue == "no"
    kernel.run("del abs, all\nimport numpy as np", 5)
