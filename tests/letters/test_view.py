"""What one reader may see: an allow-list by consent, scope, marks and wordings."""

import pytest

from plainletter.errors import CaseError
from tests.letters.sample import case, data, item, reader, step


def seen(view):
    return {one.id for items in view.items.values() for one in items} | {one.id for one in view.plan}


def gp(**entry):
    return reader(1, consent=[{"status": "permit", "date": "2026-05-11"} | entry])


def test_a_marked_item_is_kept_from_the_reader_it_is_kept_from():
    assert seen(case().as_seen_by("client")) == {"T1", "T2", "S1", "M1", "P1", "P2"}
    assert seen(case().as_seen_by("gp")) == {"T1", "S1", "M1", "P1", "P2"}


def test_a_mark_can_be_on_a_whole_section():
    marks = [{"id": "C1", "fact": "home life", "sections": ["what_you_told_us"], "withhold_from": ["gp"], "set_by": "client"}]
    assert seen(case(marks=marks).as_seen_by("gp")) == {"S1", "M1", "P1", "P2"}


def test_a_private_item_is_in_no_letter():
    changed = case(items=[item(0), item(1, section="private")])
    assert "T2" not in seen(changed.as_seen_by("client"))


def test_a_refused_reader_has_no_view():
    with pytest.raises(CaseError, match="reader college may not have a copy: the latest answer is deny"):
        case().as_seen_by("college")


def test_a_reader_who_is_not_there_is_named_with_those_who_are():
    with pytest.raises(CaseError, match="there is no reader “dentist” in the case; there are client, gp, college"):
        case().as_seen_by("dentist")


@pytest.mark.parametrize(
    ("scope", "form", "ids"),
    [
        ("whole", "letter", {"T1", "S1", "M1", "P1", "P2"}),
        ("plan", "note", {"P1", "P2"}),
        ("booking", "booking", {"P2"}),
        (["appointment"], "note", {"P2"}),
        (["strengths", "P1"], "note", {"S1", "P1"}),
    ],
)
def test_the_scope_of_the_consent_decides_how_much_there_is(scope, form, ids):
    view = case(readers=[reader(0), gp(scope=scope)], marks=_gp_mark()).as_seen_by("gp")
    assert (view.form, seen(view)) == (form, ids)


def _gp_mark():
    return [{"id": "C1", "fact": "drinking", "items": ["T2"], "withhold_from": ["gp"], "set_by": "client"}]


def test_a_step_can_be_ticked_for_some_readers():
    changed = case(plan=[step(0, **{"for": ["client"]}), step(1)])
    assert "P1" in seen(changed.as_seen_by("client"))
    assert "P1" not in seen(changed.as_seen_by("gp"))


def test_a_wording_for_one_reader_changes_that_copy_only():
    changed = case(rewordings=[{"of": "T1", "for": ["gp"], "text": "you sleep badly"}])
    texts = {who: changed.as_seen_by(who).items["what_you_told_us"][0].text for who in ("client", "gp")}
    assert texts == {"client": "you have been sleeping badly since Easter", "gp": "you sleep badly"}


def test_a_wording_for_one_reader_beats_one_for_everybody():
    wordings = [{"of": "T1", "for": ["gp"], "text": "you sleep badly"}, {"of": "T1", "text": "you lie awake"}]
    assert case(rewordings=wordings).as_seen_by("gp").items["what_you_told_us"][0].text == "you sleep badly"


def test_a_new_wording_of_a_marked_item_is_let_through_on_purpose():
    changed = case(rewordings=[{"of": "T2", "for": ["gp"], "text": "evenings are hard for you"}])
    assert "evenings are hard for you" in [one.text for one in changed.as_seen_by("gp").items["what_you_told_us"]]


def test_a_piece_left_out_for_a_reader_is_gone_from_that_copy():
    changed = case(rewordings=[{"of": "P1", "for": ["gp"], "leave_out": True}])
    assert "P1" not in seen(changed.as_seen_by("gp"))
    assert "P1" in seen(changed.as_seen_by("client"))


def test_only_the_client_is_told_what_another_copy_leaves_out():
    (told,) = case().as_seen_by("client").copies
    assert told.left_out == ("drinking",)
    assert all(not one.left_out for one in case().as_seen_by("gp").copies)


def test_a_refused_reader_is_in_no_list_of_copies():
    for who in ("client", "gp"):
        assert "Westbrook" not in str(case().as_seen_by(who))


def test_the_true_name_of_the_service_is_in_no_view():
    for who in ("client", "gp"):
        assert "Psychosis" not in str(case().as_seen_by(who))


def test_the_address_goes_to_the_client_only_and_only_if_it_is_safe():
    assert "9 Quay Street" in case().as_seen_by("client").reader.address
    assert "Quay Street" not in str(case().as_seen_by("gp"))
    unsafe = data()["client"] | {"addresses": [{"lines": ["9 Quay Street"], "safe": "no"}]}
    assert "Quay Street" not in str(case(client=unsafe).as_seen_by("client"))


def test_no_number_is_printed_unless_it_is_asked_for():
    numbered = data()["client"] | {"nhs_number": "9990371431"}
    assert case(client=numbered).as_seen_by("client").identifier == ""
    asked = case(client=numbered | {"print_identifier": "full"})
    assert asked.as_seen_by("client").identifier == "NHS number 999\xa0037\xa01431"


def test_the_client_reads_in_the_size_they_need_and_a_copy_stays_as_it_is():
    need = {"code": "requireswritteninformationinatleast20pointsansseriffont"}
    large = case(client=data()["client"] | {"accessible_information": [need]})
    assert (large.as_seen_by("client").point_size, large.as_seen_by("gp").point_size) == (20, 12)


CORRECTED = {
    "sent": [
        {"version": 1, "date": "2026-04-01", "sent_to": [{"reader": "client", "whole": True}, {"reader": "gp", "held": ["T1"]}]}
    ],
    "version": 2,
    "corrections": [
        {
            "id": "K1",
            "item": "T1",
            "client_says": "I sleep well",
            "right_text": "you sleep well",
            "received_on": "2026-05-01",
            "how": "phone",
            "outcome": "agreed",
        }
    ],
}


def test_what_was_put_right_is_told_to_those_who_were_sent_the_mistake():
    changed = case(**CORRECTED)
    assert [one.right_text for one in changed.as_seen_by("client").corrections] == ["you sleep well"]
    assert [one.right_text for one in changed.as_seen_by("gp").corrections] == ["you sleep well"]
    assert "T1" not in seen(changed.as_seen_by("client"))


def test_a_reader_who_never_had_the_mistake_is_told_what_is_true_and_nothing_else():
    sent = [{"version": 1, "date": "2026-04-01", "sent_to": [{"reader": "client", "whole": True}]}]
    view = case(**(CORRECTED | {"sent": sent})).as_seen_by("gp")
    assert view.corrections == ()
    assert "you sleep well" in [one.text for one in view.items["what_you_told_us"]]
