"""The desk opens to the browser that came by its start address, to pages of its own, and to nobody when it is locked."""

import pytest

PLACES = ("/", "/check", "/drafts/0123456789abcdef", "/drafts/0123456789abcdef/case", "/drafts/0123456789abcdef/letters")


@pytest.mark.parametrize("place", PLACES)
def test_nothing_is_shown_to_who_did_not_come_by_the_start_address(stranger, place):
    assert stranger.client.get(place).status_code == 401
    stranger.client.cookies.set(stranger.sessions.cookie, "x" * 43)
    assert stranger.client.get(place).status_code == 401


def test_the_start_address_works_once_and_its_cookie_is_for_this_desk_only(stranger):
    code = stranger.sessions.code
    assert stranger.client.get("/start", params={"code": "wrong"}, follow_redirects=False).status_code == 401
    answer = stranger.client.get("/start", params={"code": code}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert "SameSite=strict" in answer.headers["set-cookie"]
    again = stranger.client.get("/start", params={"code": code}, follow_redirects=False)
    assert again.headers["location"] == "/", "the window that came by it may load it again"
    stranger.client.cookies.clear()
    assert stranger.client.get("/start", params={"code": code}, follow_redirects=False).status_code == 401


@pytest.mark.parametrize("token", ["", "x", "é"])
def test_what_changes_something_needs_the_token_of_the_page(desk, example, token):
    draft = desk.put(example)
    before = (desk.folder / "letter-1.json").read_bytes()
    header = {"X-CSRF-Token": token.encode()}
    sent = {"case": {}, "revision": desk.get(draft, "case")["revision"]}
    assert desk.client.put(f"/drafts/{draft}/case", json=sent, headers=header).status_code == 403
    for place in ("replies", "settlements", "files", "suggestion"):
        assert desk.client.post(f"/drafts/{draft}/{place}", json={}, headers=header).status_code == 403
    for place in ("/drafts", f"/drafts/{draft}/open", "/check", "/lock", "/unlock"):
        assert desk.client.post(place, data={"csrf": token, "kind": "review"}).status_code == 403
    assert (desk.folder / "letter-1.json").read_bytes() == before
    assert len(list(desk.folder.iterdir())) == 1


def test_a_desk_that_was_left_alone_is_locked_and_opened_by_the_code_of_its_window(desk, example, told):
    draft = desk.put(example)
    desk.clock.seconds += 901
    assert desk.client.get(f"/drafts/{draft}/case").status_code == 423
    page = desk.client.get("/", headers={"accept": "text/html"}, follow_redirects=False)
    assert (page.status_code, page.headers["location"]) == (303, "/locked")
    assert "Tomasz" not in desk.client.get("/locked").text
    wrong = desk.client.post("/unlock", data={"csrf": desk.csrf, "code": "guess"})
    assert wrong.status_code == 403
    assert desk.went("/unlock", code=f"http://127.0.0.1:8082/start?code={told[-1]}") == "/"
    assert desk.get(draft, "case")["case"] == example


def test_a_desk_can_be_locked_by_hand(desk):
    assert desk.went("/lock") == "/locked"
    assert desk.client.get("/check").status_code == 423
    assert desk.went("/unlock", code=desk.sessions.code) == "/"
    assert desk.client.get("/locked", follow_redirects=False).headers["location"] == "/"


def test_style_and_scripts_are_there_for_every_page_and_nothing_else_is(stranger):
    answer = stranger.client.get("/assets/ask.js")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/javascript")
    for name in ("templates/home.html.jinja", "../report.css", "%2e%2e/report.css", "none.js", ""):
        assert stranger.client.get(f"/assets/{name}").status_code == 404


def test_an_address_that_is_not_there_and_a_method_that_is_not_taken_are_told(desk):
    assert desk.client.get("/docs").status_code == 404
    assert desk.client.get("/openapi.json").status_code == 404
    answer = desk.client.delete("/check", headers={"X-CSRF-Token": desk.csrf})
    assert answer.json()["error"] == {"status": 405, "message": "this address takes another method than that"}
