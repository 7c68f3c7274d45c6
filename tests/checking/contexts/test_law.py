import pytest

from plainletter import Checker
from plainletter.checking.compiling import compile_lexicon
from plainletter.checking.tokens import english
from plainletter.lexicon import Category, Entry, Lexicon
from tests.conftest import SETS

ORDER = Entry("command/order", "command", "warning", "A reason.", "A source.", ("you must",), ("flags",), ("passes",))
KIND = Category("command", "Orders", "power", "warning", "A reason.")


@pytest.fixture(scope="module")
def checker():
    compiled = compile_lexicon(Lexicon({"command": KIND}, (ORDER,), SETS), english().nlp)
    return Checker(compiled=compiled, scores=False, ignore=["unfamiliar"])


def became(checker, text):
    return [fate.context or "found" for fate in checker.judge_entry(text, ORDER.rule, "letter")]


@pytest.mark.parametrize(
    "text",
    [
        "The law says that you must hold a licence.",
        "By law you must hold a licence.",
        "Under section 12 of the Act you must hold a licence.",
        "The court ordered that you must hold a licence.",
        "You must hold a licence: that is the law.",
        "You must be 18 or over to join.",
        "To join, you must live in Fife.",
    ],
)
def test_what_the_law_says_or_for_whom_something_is_orders_nobody(checker, text):
    assert became(checker, text) == ["law"]


@pytest.mark.parametrize(
    "text",
    [
        "You must hold a licence.",
        "You must be ready by eight.",
        "Your lawful guest has left, and you must hold a licence.",
        "You must live with the choice that you made.",
    ],
)
def test_an_order_of_the_writer_stays_one(checker, text):
    assert became(checker, text) == ["found"]


def test_only_orders_and_decisions_are_put_down_to_the_law(fate):
    assert fate("The law says that you let us down.", "let us down") == "found"
