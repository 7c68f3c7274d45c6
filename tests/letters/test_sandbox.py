"""A template cannot reach files, Python or the network, cannot run without end, and never parses what a person typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainletter.errors import TemplateError
from plainletter.letters.drafting import draft
from tests.letters.sample import case, data, item, step

ESCAPES = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ author.__class__ }}",
    "{{ author.__init__.__globals__ }}",
    "{{ service['__class__'] }}",
    "{{ service|attr('__class__') }}",
    "{{ '%s'|format(author) }}",
    "{{ '{0.__class__}'.format(author) }}",
    "{{ '{a.__class__}'.format_map({'a': author}) }}",
    "{{ self.__init__.__globals__ }}",
    "{{ lipsum.__globals__['os'] }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ joiner }}",
    "{{ namespace(a=1).a }}",
    "{{ range.__class__ }}",
    "{{ reader.agreed_words.format(author) }}",
    "{{ dict(a=1) }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ 'a' * 10 ** 9 }}",
    "{% for a in range(99999999) %}{% endfor %}",
    "{{ items.__dict__ }}",
    "{{ items.pop('strengths') }}",
    "{{ date.today() }}",
    "{{ date.__reduce__() }}",
    "{% include '/etc/passwd' %}",
    "{% include '../../pyproject.toml' %}",
    "{% import '/etc/passwd' as x %}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "{{ case }}",
    "{{ marks }}",
    "{{ raw_notes }}",
]


@pytest.fixture
def own(tmp_path):
    def drafted(body, name="first-meeting", reader="gp", **changes):
        (tmp_path / f"{name}.md.jinja").write_text(body, encoding="utf-8")
        return draft(case(**changes), reader, templates=[tmp_path])

    return drafted


@pytest.mark.parametrize("escape", ESCAPES)
def test_a_way_out_of_the_sandbox_is_closed(own, escape):
    with pytest.raises(TemplateError) as caught:
        own(f"@@ body\n{escape}\n")
    assert "whisky" not in str(caught.value)


def test_what_a_reader_may_not_see_is_not_there_to_be_printed(own):
    with pytest.raises(TemplateError):
        own("@@ body\n{{ items.what_you_told_us[1].text }}\n")
    every = own("@@ body\n{% for s in items %}{% for i in items[s] %}{{ i.text }}\n\n{% endfor %}{% endfor %}")
    assert "choir" in every.text
    assert "whisky" not in every.text


def test_a_fault_is_told_with_template_line_and_cure(own):
    with pytest.raises(TemplateError, match=r"first-meeting\.md\.jinja, line 3: asks for something .*put it inside an if"):
        own("@@ body\nHello\n{{ nothing_like_this }}\n")
    with pytest.raises(TemplateError, match=r"first-meeting\.md\.jinja, line 2: "):
        own("@@ body\n{% if %}\n")


@pytest.mark.parametrize("empty", ["{{ reader.relation }}", "{{ none }}", "{{ replaces }}"])
def test_an_empty_value_is_never_printed_as_nothing(own, empty):
    with pytest.raises(TemplateError, match="empty; put the sentence inside an if"):
        own(f"@@ body\nDear {empty}\n")


def test_joining_typed_words_with_mark_up_is_refused(own):
    with pytest.raises(TemplateError, match="print one piece after another"):
        own("@@ body\n{% set a %}**x**{% endset %}{{ a ~ reader.name }}\n")


def test_a_service_overrides_one_block_and_keeps_the_rest(own, tmp_path):
    letter = own('{% extends "skeleton.md.jinja" %}{% block opening %}Good to see you.{% endblock %}\n', reader="client")
    assert "Good to see you." in letter.text
    assert "With best wishes" in letter.text


def test_a_kind_without_its_required_block_is_refused(own):
    with pytest.raises(TemplateError):
        own('{% extends "skeleton.md.jinja" %}\n')


def test_a_constant_of_a_template_is_the_same_for_every_reader(own, tmp_path):
    body = '@@ body\n{{ reader.name }} {{ "constant" }} {{ service.name }}\n'
    first = own(body, reader="gp").text
    second = own(body, reader="client").text
    assert (first, second) == ("Dr Anil Rao constant Orchard House", "Dilys Okafor constant Orchard House")


@pytest.mark.parametrize("body", ["words before a part", "@@ bodyy\nx"])
def test_text_outside_the_parts_is_refused(own, body):
    with pytest.raises(TemplateError):
        own(body)


TYPED = [
    "R&B <3 cats", "*stars* and **more**", "{{ braces }} and {% raw %}", "#hash", "- dash", "1. one", "> quote", "[link](x)",
    "`code`", "a\\b", "&amp; <b>", "🙂 Siân Łukasz Ó Súilleabháin Nguyễn", "שלום سلام 李", "@@ body", "Dear {name}", "“quoted”",
]  # fmt: skip


@pytest.mark.parametrize("typed", TYPED)
def test_what_a_person_typed_comes_out_letter_for_letter(typed):
    changed = case(items=[item(0, text=f"you said {typed}"), item(1)], plan=[step(0, what=f"I will bring {typed}"), step(1)])
    text = draft(changed).text
    assert f"ou said {typed}" in text
    assert f"I will bring {typed}" in text


@given(st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=40))
def test_any_word_at_all_comes_out_letter_for_letter(word):
    import unicodedata

    plain = unicodedata.normalize("NFC", word)
    changed = case(items=[item(0, text=f"you like {plain} best"), item(1)])
    assert f"ou like {plain} best" in draft(changed).text


def test_a_name_of_any_kind_is_greeted_as_it_is_written():
    for name in ("James", "Mrs O'Neill-Ó Briain", "Nguyễn Thị Ánh", "שרה", "R&B <3"):
        changed = case(client=data()["client"] | {"preferred_name": name})
        assert f"Dear {name}" in draft(changed).text
