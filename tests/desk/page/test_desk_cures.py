"""What to do about a stop is said in the words of a form: nobody at the desk sees the keys of a case file."""

import ast
import re

import pytest

from plainletter.desk.cures import cure_of
from plainletter.letters.gates import Gate
from tests.conftest import ROOT

KEYS = re.compile(r"\[\w|=|\w_\w|plainletter|add |scope|\bfor\.")


def told(node):
    """The text of a string in the source, with a step's id for whatever is put in."""
    if isinstance(node, ast.IfExp):
        return f"{told(node.body)} {told(node.orelse)}"
    if isinstance(node, ast.JoinedStr):
        return "".join(told(part) for part in node.values)
    return node.value if isinstance(node, ast.Constant) else "P2"


def gates():
    for path in sorted((ROOT / "src/plainletter/letters/gates").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Gate" and len(node.args) > 2:
                for name in told(node.args[0]).split(" "):
                    yield name, told(node.args[2])


GATES = dict(gates())


def test_the_gates_of_the_source_are_found():
    assert len(GATES) > 30


@pytest.mark.parametrize("name", GATES)
def test_no_cure_names_a_key_or_a_table(name):
    gate = Gate(name, "A question?", GATES[name], ("gp",), "P2")
    assert not KEYS.search(cure_of(gate)) or cure_of(gate).startswith("add an address"), cure_of(gate)


def test_a_leak_is_mended_where_it_stands():
    cure = 'word P2 anew: [[rewordings]] of = "P2", for = ["gp"], and text = "…" or leave_out = true'
    assert cure_of(Gate("hint_of_C1_in_P2", "?", cure, ("gp",), "P2")) == "word P2 anew for this reader, or leave it out for them"
    helps = 'leave it out with [[helpline_choices]] leave_out = ["…"], for = ["gp"]'
    assert "line of help" in cure_of(Gate("hint_of_C1_in_crisis", "?", helps, ("gp",), "crisis"))
