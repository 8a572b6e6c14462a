"""What the Settings page tells about the desktop."""

from supple.app.container import Container
from supple.core.breaks.facts import Quiet
from supple.ui.bindings.settings import AUTOSTART, UNTOLD


def desk_facts(app: Container) -> dict[str, str]:
    """What this desktop cannot tell, by the key of its option; whether it starts Supple."""
    desktop = app.desktop
    told = {
        "breaks.quiet_do_not_disturb": {Quiet.DO_NOT_DISTURB},
        "breaks.quiet_full_screen": {Quiet.FULL_SCREEN, Quiet.PRESENTING},
        "breaks.quiet_call": {Quiet.CAMERA, Quiet.MICROPHONE, Quiet.SCREEN_SHARED},
        "breaks.quiet_battery": {Quiet.ON_BATTERY},
    }
    facts = {key: UNTOLD for key, any_of in told.items() if not any_of & desktop.surroundings.tells}
    if not desktop.autostart.is_possible:
        return facts | {AUTOSTART: UNTOLD}
    return facts | {AUTOSTART: "on" if desktop.autostart.is_on() else "off"}
