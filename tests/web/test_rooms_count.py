"""A room counts when its main act was done by keyboard and without scripts, and its likeliest failures were shown.

The table names the tests that show it; a room without its line, or a test that does not do what it stands for, fails.
"""

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from vbgen.web import routes as web_routes

WEB = Path(__file__).parent
KEYS = ("keyboard.", ".press(", "press_sequentially")
NO_SCRIPTS = "java_script_enabled=False"
KEYBOARD = "test_rooms_by_keyboard"


@dataclass(frozen=True)
class Proof:
    """By which tests a room counts, each as `file::test`."""

    act: tuple[str, ...]  # together by keyboard and without scripts
    failures: tuple[str, ...]  # one test may show several: `*3`

    @property
    def shown(self) -> int:
        return sum(int(each.partition("*")[2] or 1) for each in self.failures)


DATA, ISSUE, REGISTER = "test_data_room", "test_issue_room", "test_paper_and_register_rooms"
SIGN, PEOPLE, LINKS = "signing/test_signing_room", "test_people_room", "test_unit_links"
READ, PRINT, TRACED = "test_reading_room", "test_print_room", "test_traced_pages"
ROOMS: Mapping[str, Proof] = {
    "home": Proof(
        (f"{KEYBOARD}::test_home_takes_up_a_number_that_was_not_finished",),
        (
            "test_home::test_a_number_that_was_taken_and_not_finished_stands_first",
            f"{REGISTER}::test_data_that_cannot_be_read_are_told_with_their_cells",
            f"{REGISTER}::test_a_campaign_that_is_gone_is_told",
        ),
    ),
    "new": Proof(
        ("test_new_room::test_a_few_answers_give_the_first_papers",),
        (
            "test_new_room::test_an_answer_that_cannot_be_is_told_and_the_others_stay",
            "test_new_room::test_next_year_s_campaign_begins_from_the_last",
            "test_new_room::test_a_campaign_that_cannot_be_read_is_told_with_its_cells",
        ),
    ),
    "data": Proof(
        (f"{DATA}::test_a_sheet_is_saved_without_scripts_and_by_keyboard",),
        (
            f"{DATA}::test_what_was_changed_in_excel_meanwhile_is_shown_beside_what_was_typed",
            f"{DATA}::test_a_file_that_is_open_in_excel_is_told_and_what_was_typed_stays",
            f"{DATA}::test_what_is_wrong_stands_at_its_cell",
        ),
    ),
    "workbooks": Proof(
        (f"{KEYBOARD}::test_the_workbook_s_versions_are_compared",),
        (
            f"{DATA}::test_a_file_that_is_no_workbook_is_told*2",  # no file, no workbook
            f"{DATA}::test_a_file_that_is_open_in_excel_is_told_and_what_was_typed_stays",
        ),
    ),
    "checks": Proof(
        (f"{TRACED}::test_without_scripts_the_list_beside_each_page_leads_to_the_cells",),
        (
            f"{TRACED}::test_a_problem_of_the_data_leads_to_its_cell",
            f"{REGISTER}::test_data_that_cannot_be_read_are_told_with_their_cells",
            f"{REGISTER}::test_a_campaign_that_is_gone_is_told",
        ),
    ),
    "papers": Proof(
        (f"{KEYBOARD}::test_a_draft_is_read_sent_back_and_taken_back",),
        (
            f"{REGISTER}::test_what_is_no_word_file_is_not_taken",
            f"{REGISTER}::test_data_that_cannot_be_read_are_told_with_their_cells",
            f"{REGISTER}::test_a_paper_that_the_path_does_not_have_is_no_page",
        ),
    ),
    "approving": Proof(
        (f"{KEYBOARD}::test_a_draft_is_read_sent_back_and_taken_back",),
        (
            f"{ISSUE}::test_the_signer_approves_and_sends_back",  # no word, no day
            f"{ISSUE}::test_a_doubt_that_nobody_agreed_to_stops_it",
            "test_every_route::test_who_may_come_is_let_in_and_nobody_else",  # no leader
        ),
    ),
    "issuing": Proof(
        (f"{ISSUE}::test_it_is_issued_without_scripts_and_with_the_keyboard_alone",),
        (
            f"{ISSUE}::test_a_doubt_that_nobody_agreed_to_stops_it",
            f"{ISSUE}::test_a_double_click_and_the_back_button_issue_once",
            f"{ISSUE}::test_two_tabs_issue_once",
        ),
    ),
    "granting": Proof(
        (f"{KEYBOARD}::test_proposals_become_awards",),
        ("test_granting::test_its_likeliest_failures_are_told*3",),
    ),
    "handing_over": Proof(
        (
            "test_handing_over::test_files_are_handed_over_without_scripts_by_the_keyboard_and_home_tells_who_did_it",
        ),
        ("test_handing_over::test_its_likeliest_failures_are_told*4",),
    ),
    "jobs": Proof(
        (f"{ISSUE}::test_it_is_issued_without_scripts_and_with_the_keyboard_alone",),
        (
            f"{SIGN}::test_signing_by_a_service_is_stopped_by_its_button_and_goes_on_later",
            "test_killed_desk::test_what_was_under_way_is_finished_once_at_the_next_start",
            "test_job_faults::test_a_fault_of_the_program_is_reported_without_what_is_secret",
        ),
    ),
    "printing": Proof(
        (
            f"{PRINT}::test_they_are_printed_again_without_scripts_by_the_keyboard_on_a_real_printer",
        ),
        (f"{PRINT}::test_its_likeliest_failures_are_told*3",),
    ),
    "calibrating": Proof(
        (f"{KEYBOARD}::test_readings_are_written_down",),
        (
            f"{PRINT}::test_a_printer_is_measured_and_later_prints_undo_it*2",
            f"{PRINT}::test_another_s_print_file_and_an_unknown_printer_of_a_served_desk_are_refused",
        ),
    ),
    "designs": Proof(
        (
            "test_designs_room::test_they_are_drawn_and_one_is_chosen_by_the_keyboard_without_scripts",
        ),
        ("test_designs_room::test_its_likeliest_failures_are_told*3",),
    ),
    "register": Proof(
        (
            f"{REGISTER}::test_a_later_paper_corrects_an_earlier_one_with_the_reason_without_scripts",
            f"{REGISTER}::test_the_register_is_searched_without_scripts",
        ),
        (
            f"{REGISTER}::test_a_number_is_given_up_with_the_reason_and_what_is_agreed_to",
            f"{REGISTER}::test_what_keeps_a_change_out_of_the_register_is_told*2",
        ),
    ),
    "books": Proof(
        ("test_golden_book_room::test_the_book_is_got_without_scripts",),
        ("test_golden_book_room::test_what_cannot_be_shown_is_told*3",),
    ),
    "golden": Proof(
        ("test_golden_book_room::test_the_book_is_got_without_scripts",),
        ("test_golden_book_room::test_what_cannot_be_shown_is_told*3",),
    ),
    "past_books": Proof(
        ("test_past_book_room::test_it_is_looked_at_agreed_to_and_stands_in_the_book",),
        (
            "test_past_book_room::test_what_cannot_be_imported_is_told*2",
            "test_past_book_room::test_what_changed_since_it_was_shown_is_not_written",
        ),
    ),
    "deliveries": Proof(
        (f"{KEYBOARD}::test_a_paper_s_way_is_written_down",),
        ("test_deliveries_room::test_all_that_cannot_be_is_told_and_nothing_written*3",),
    ),
    "copying": Proof(
        (f"{KEYBOARD}::test_a_copy_without_its_pages_is_asked_about",),
        (
            "signing/test_copies_room::test_a_copy_is_asked_about_made_once_and_leads_to_its_place_in_the_register*3",
        ),
    ),
    "signing": Proof(
        (f"{SIGN}::test_some_certificates_are_signed_without_scripts_by_the_keyboard_alone",),
        (
            f"{SIGN}::test_a_wrong_password_signs_nothing_and_says_so",
            f"{SIGN}::test_what_fails_is_told_file_by_file",
            f"{SIGN}::test_what_was_signed_elsewhere_is_taken_back_or_refused_with_its_reason",
        ),
    ),
    "verifying": Proof(
        (f"{KEYBOARD}::test_any_file_is_verified",),
        (f"{SIGN}::test_any_file_is_verified*3",),
    ),
    "reading": Proof(
        (f"{READ}::test_a_list_dropped_on_data_is_asked_about_and_taken_without_scripts",),
        (
            f"{READ}::test_a_file_that_cannot_be_read_is_told_and_thrown_away",
            "test_bounds_of_forms::test_more_files_than_are_taken_at_once_are_told_and_the_campaign_stays_chosen",
            "test_bounds_of_forms::test_what_is_typed_around_a_file_that_is_too_large_stays",
        ),
    ),
    "unit_links": Proof(
        (f"{KEYBOARD}::test_a_unit_s_link_is_made_and_taken_back",),
        (
            f"{LINKS}::test_a_link_taken_back_or_replaced_opens_nothing",
            f"{LINKS}::test_people_of_another_unit_are_told",
            f"{LINKS}::test_links_that_open_nothing_are_not_tried_on_and_on",
        ),
    ),
    "handing_in": Proof(
        (f"{KEYBOARD}::test_a_unit_hands_its_list_in",),
        (
            f"{LINKS}::test_a_link_takes_one_list_and_nothing_after_it",
            f"{LINKS}::test_what_was_replaced_meanwhile_is_not_handed_in_unseen",
            "test_bounds_of_forms::test_a_unit_that_sends_too_many_files_reads_how_many_are_taken",
        ),
    ),
    "people": Proof(
        (f"{PEOPLE}::test_the_room_does_all_its_acts_without_scripts",),
        (
            f"{PEOPLE}::test_all_that_is_wrong_about_an_account_is_told_at_once",
            f"{PEOPLE}::test_a_password_that_is_easily_guessed_is_refused",
            f"{PEOPLE}::test_the_last_administrator_stays_an_administrator",
        ),
    ),
    "logging_in": Proof(
        (f"{KEYBOARD}::test_somebody_comes_in_with_a_password",),
        (
            f"{PEOPLE}::test_a_refused_login_does_not_tell_whether_there_is_the_account",
            f"{PEOPLE}::test_passwords_are_not_tried_without_end",
            f"{PEOPLE}::test_a_closed_account_lets_nobody_in",
        ),
    ),
    "guide": Proof(
        ("test_help::test_help_is_read_beside_the_room_by_keyboard_and_without_scripts",),
        (
            "test_help::test_nothing_else_of_the_folder_is_served",
            "test_help::test_each_page_leads_only_to_what_is_served",
            "test_help::test_a_place_that_the_tour_has_not_shows_the_page_alone",
        ),
    ),
}
# What is no room: the way in by the link, the tour over the rooms, addresses for the signing tool alone, the form for
# scans, which stands on the page of signing.
NO_ROOMS = frozenset({"entering", "touring", "signing_tool", "scans"})


@cache
def functions(file: str) -> Mapping[str, str]:
    """The tests and fixtures of a file with their text; of fixtures that a test names the text too."""
    source = (WEB / f"{file}.py").read_text("utf-8")
    named = {
        each.name: each for each in ast.parse(source).body if isinstance(each, ast.FunctionDef)
    }
    texts = {name: ast.get_source_segment(source, each) or "" for name, each in named.items()}
    return {
        name: text + "".join(texts[used] for used in texts if used != name and used in text)
        for name, text in texts.items()
    }


def text_of(test: str) -> str:
    file, _colons, name = test.partition("*")[0].partition("::")
    assert name in functions(file), f"no test {test}"
    return functions(file)[name]


def test_every_room_has_its_line() -> None:
    rooms = {module.__name__.rpartition(".")[2] for module in web_routes._ROOMS}
    assert rooms - NO_ROOMS == set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_counts(room: str) -> None:
    proof = ROOMS[room]
    acts = "".join(map(text_of, proof.act))
    assert NO_SCRIPTS in acts
    assert any(key in acts for key in KEYS)
    assert all(text_of(each) for each in proof.failures)
    assert proof.shown >= 3
