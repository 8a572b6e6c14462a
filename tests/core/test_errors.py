from supple.core.errors import FacilityError, InputError, SuppleError


def test_a_fault_tells_where_what_would_be_right_and_what_to_do() -> None:
    fault = SuppleError("found 3.", where="sets", allowed="1 or 2.", fix="Change it.")
    assert str(fault) == "sets: found 3. 1 or 2. Change it."
    assert (fault.what, fault.where) == ("found 3.", "sets")
    assert (fault.allowed, fault.fix) == ("1 or 2.", "Change it.")


def test_a_fault_of_which_little_is_known_says_only_that() -> None:
    assert str(SuppleError("It broke.")) == "It broke."


def test_wrong_input_ends_a_command_with_2_and_everything_else_with_1() -> None:
    assert InputError("no").exit_code == 2
    assert FacilityError("no").exit_code == SuppleError("no").exit_code == 1
