"""How torch's threads wait, in the window and in trainers."""

from app.work.torch_threads import POLICY, trainer_environment, wait_without_spinning


def test_the_window_does_not_spin_but_its_trainers_may() -> None:
    environ = {"PATH": "/bin"}
    wait_without_spinning(environ)
    assert environ[POLICY] == "PASSIVE"
    wait_without_spinning(environ)
    assert trainer_environment(environ) == {"PATH": "/bin"}


def test_what_a_person_has_chosen_holds_for_both() -> None:
    environ = {POLICY: "ACTIVE"}
    wait_without_spinning(environ)
    assert environ == trainer_environment(environ) == {POLICY: "ACTIVE"}
