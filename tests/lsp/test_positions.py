"""Code points and an editor's positions: the way there and back, for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from plainletter.lsp.positions import positions_in

TEXTS = st.text(st.sampled_from("ab é😀👩\u200d\u2028\x0c\x85\r\n\t"), max_size=60)
UNITS = {"utf-8": lambda text: len(text.encode()), "utf-16": lambda text: len(text.encode("utf-16-le")) // 2, "utf-32": len}


@given(text=TEXTS, encoding=st.sampled_from(sorted(UNITS)), data=st.data())
def test_an_offset_comes_back_from_its_position(text, encoding, data):
    offset = data.draw(st.integers(0, len(text)))
    positions = positions_in(text, encoding)
    back = positions.offset(positions.position(offset))
    between = text[offset - 1 : offset + 1] == "\r\n"  # no editor has a place there
    assert back == (offset - 1 if between else offset)


@given(text=TEXTS, encoding=st.sampled_from(sorted(UNITS)))
def test_the_last_position_is_the_last_line_and_its_length_in_units(text, encoding):
    end = positions_in(text, encoding).position(len(text))
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert (end.line, end.character) == (len(lines) - 1, UNITS[encoding](lines[-1]))


@pytest.mark.parametrize("encoding", UNITS)
def test_positions_behind_a_line_or_the_text_are_its_end(encoding):
    positions = positions_in("Dear Zoë 😀\r\nHello", encoding)
    assert positions.offset(types.Position(0, 99)) == len("Dear Zoë 😀")
    assert positions.offset(types.Position(9, 0)) == len(positions.lines.text)


def test_a_position_inside_a_sign_is_before_it():
    assert positions_in("a😀b", "utf-16").offset(types.Position(0, 2)) == 1
