"""What to do about a stop is said in the words of a form: nobody at the desk sees the keys of a case file."""

import ast
import re

import pytest

from plainletter.desk.cures import _CURES, cure_of
from plainletter.desk.questions import _ASKED
from plainletter.letters.gates import Gate
from tests.conftest import ROOT

KEYS = re.compile(r"\[\w|=|\w_\w|plainletter|add (?!an address)")


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
    assert not KEYS.search(cure_of(gate)), cure_of(gate)


def test_a_leak_is_mended_where_it_stands():
    cure = 'word P2 anew: [[rewordings]] of = "P2", for = ["gp"], and text = "…" or leave_out = true'
    assert (
        cure_of(Gate("hint_of_C1_in_P2", "?", cure, ("gp",), "P2"))
        == "put P2 in other words for this reader, or take it out for them"
    )
    helps = 'leave it out with [[helpline_choices]] leave_out = ["…"], for = ["gp"]'
    assert "line of help" in cure_of(Gate("hint_of_C1_in_crisis", "?", helps, ("gp",), "crisis"))


def test_our_own_questions_and_cures_pass_our_own_check(checker):
    told = [*_ASKED.values(), *(cure.format(place="the step") for cure in _CURES.values())]
    found = [finding for text in told for finding in checker.check(text).findings]
    assert [finding.text for finding in found if finding.rule != "third_person/client"] == [], "the reader is the author"
