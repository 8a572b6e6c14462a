"""The settings of desk breaks, and the answers to the questions, as the policy wants them."""

from supple.core.breaks.facts import Quiet
from supple.core.breaks.hours import week_of
from supple.core.breaks.options import BreakOptions
from supple.core.plan.screening import Access
from supple.devices.settings.settings import BreakSettings

_MINUTE_S = 60.0
_OPEN = frozenset({Access.CLEAR, Access.UNANSWERED})
_CALL = frozenset({Quiet.CAMERA, Quiet.MICROPHONE, Quiet.SCREEN_SHARED})
_SCREEN = frozenset({Quiet.FULL_SCREEN, Quiet.PRESENTING})


def break_options(chosen: BreakSettings, access: Access = Access.CLEAR) -> BreakOptions:
    """The options for somebody whose answers give that access."""
    quiet = {
        frozenset({Quiet.DO_NOT_DISTURB}): chosen.quiet_do_not_disturb,
        _SCREEN: chosen.quiet_full_screen,
        _CALL: chosen.quiet_call,
        frozenset({Quiet.ON_BATTERY}): chosen.quiet_battery,
    }
    return BreakOptions(
        is_on=chosen.on,
        is_allowed=access in _OPEN,
        interval_s=chosen.interval_min * _MINUTE_S,
        length_s=chosen.length_min * _MINUTE_S,
        offered_s=chosen.offered_min * _MINUTE_S,
        reset_s=chosen.away_min * _MINUTE_S,
        later_s=chosen.later_min * _MINUTE_S,
        waits_for_typing_pause=chosen.typing_pause,
        quiet_while=frozenset().union(*(reasons for reasons, is_on in quiet.items() if is_on)),
        week=week_of(chosen.hours),
    )
