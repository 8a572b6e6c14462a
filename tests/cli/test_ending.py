"""Signs to end are heard where a session waits, and never break into what it does."""

import os
import select
import signal

import pytest

from supple.cli.ending import Ending
from supple.cli.keys import STOP, NoKeys


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP], ids=str)
def test_a_sign_is_a_wish_that_stays_until_it_is_heard(sign: signal.Signals) -> None:
    with Ending() as ending:
        before = ending.is_wished
        os.kill(os.getpid(), sign)
        assert (before, ending.is_wished) == (False, True)
        assert NoKeys(ending).read(60) == STOP
        assert NoKeys(ending).read(60) == STOP
        assert select.select([ending], [], [], 0)[0] == [ending]


def test_a_second_sign_ends_whatever_is_done() -> None:
    with Ending():
        os.kill(os.getpid(), signal.SIGTERM)
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)


def test_signs_are_given_back() -> None:
    before = {sign: signal.getsignal(sign) for sign in (signal.SIGTERM, signal.SIGINT)}
    with Ending():
        assert signal.getsignal(signal.SIGTERM) != before[signal.SIGTERM]
    assert {sign: signal.getsignal(sign) for sign in before} == before
    assert signal.set_wakeup_fd(-1) == -1
