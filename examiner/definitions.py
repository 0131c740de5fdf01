"""Cells that only define something new: tests before them may just as well be run after them."""

import ast
import re

WORD = re.compile(r"\w+")
DECORATORS = {"property", "staticmethod", "classmethod"}
# Evaluating these does nothing but give a value.
PLAIN = (ast.Name, ast.Attribute, ast.Subscript, ast.Constant, ast.Tuple, ast.List, ast.BinOp,
         ast.UnaryOp, ast.operator, ast.unaryop, ast.expr_context)  # fmt: skip


def words(source: str) -> set[str]:
    """All words of a cell: whatever names it defines or uses are among them."""
    return set(WORD.findall(source))


def only_adds(source: str, known: set[str]) -> bool:
    """Whether running a cell does nothing but define names that are not among those known."""
    try:
        statements = ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    if not all(map(_defines, statements)):
        return False
    return not {name for statement in statements for name in _bound(statement)} & known


def _defines(node: ast.stmt) -> bool:
    match node:
        case ast.Import() | ast.Expr(value=ast.Constant()):
            return True
        case ast.ImportFrom(names=names):
            return all(alias.name != "*" for alias in names)
        case ast.Assign(targets=targets, value=value):
            return all(isinstance(target, ast.Name) for target in targets) and _plain(value)
        case ast.FunctionDef(decorator_list=decorators, args=args, returns=returns):
            arguments = [*args.posonlyargs, *args.args, *args.kwonlyargs, args.vararg, args.kwarg]
            annotations = [argument.annotation for argument in arguments if argument]
            return all(
                isinstance(decorator, ast.Name) and decorator.id in DECORATORS
                for decorator in decorators
            ) and all(map(_plain, [*args.defaults, *args.kw_defaults, *annotations, returns]))
        case ast.ClassDef(decorator_list=[], keywords=[], bases=bases, body=body):
            return all(map(_plain, bases)) and all(map(_defines, body))
    return False


def _plain(node: ast.expr | None) -> bool:
    return node is None or all(isinstance(part, PLAIN) for part in ast.walk(node))


def _bound(node: ast.stmt) -> list[str]:
    match node:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return [name]
        case ast.Assign(targets=targets):
            return [target.id for target in targets if isinstance(target, ast.Name)]
        case ast.Import(names=names) | ast.ImportFrom(names=names):
            return [(alias.asname or alias.name).split(".")[0] for alias in names]
    return []
