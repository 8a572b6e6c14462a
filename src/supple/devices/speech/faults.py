"""What can be wrong with the voice, in words for people."""

import gettext
import sys

from supple.devices.finding import Finding, Level
from supple.devices.speech.lines import SoundTried
from supple.devices.speech.voice import Health, Reason, VoiceState

ENGINE_COMMAND = "sudo apt install espeak-ng"
PLAYER_COMMAND = "sudo apt install pulseaudio-utils"


def broken(reason: Reason, translations: gettext.NullTranslations) -> VoiceState:
    """The state of a voice that is broken for `reason`."""
    _ = translations.gettext
    words = {
        Reason.NO_ENGINE: _(
            "No voice found on this computer. Sessions use chimes, big text and captions instead."
        ),
        Reason.STOPPED: _(
            "The voice stopped answering. "
            "Chimes and captions go on; Supple tries again at the next stretch."
        ),
        Reason.NO_SOUND: _(
            "The sound device went away. "
            "Cues are shown on screen until it's back. The clock didn't stop."
        ),
    }
    mends = reason is Reason.NO_ENGINE
    return VoiceState(
        Health.BROKEN,
        reason,
        words[reason],
        fix=engine_fix(translations) if mends else "",
        command=ENGINE_COMMAND if mends and sys.platform == "linux" else "",
    )


def engine_fix(translations: gettext.NullTranslations) -> str:
    """How to get a voice on this kind of computer."""
    _ = translations.gettext
    if sys.platform == "linux":
        fix = _('To add a voice on Debian or Ubuntu, install "espeak-ng".')
    else:
        fix = _("To add a voice, open the speech settings of your system.")
    return fix


def voice_finding(voices: int, reason: Reason, translations: gettext.NullTranslations) -> Finding:
    """What doctor says of an engine with so many voices; with none, `reason` tells why."""
    _ = translations.gettext
    if voices:
        words = translations.ngettext("{count} voice.", "{count} voices.", voices)
        return Finding(_("Voice"), Level.OK, words.format(count=voices))
    state = broken(reason, translations)
    return Finding(_("Voice"), Level.MISSING, state.words, _with(state.fix, state.command))


def sound_finding(tried: SoundTried | None, translations: gettext.NullTranslations) -> Finding:
    """What doctor says of an attempt to play a silence; None if the attempt had no answer."""
    _ = translations.gettext
    player = "" if tried is None else tried.player
    if tried is not None and tried.works:
        words = _("Sounds are played by {player}.").format(player=player)
        return Finding(_("Sound"), Level.OK, words)
    if tried is not None and not player:
        fix = _('To hear sounds on Debian or Ubuntu, install "pulseaudio-utils".')
        words = _("No program to play sounds was found on this computer.")
        return Finding(_("Sound"), Level.MISSING, words, _with(fix, PLAYER_COMMAND))
    return Finding(
        _("Sound"),
        Level.MISSING,
        _("No sound device answers."),
        _("Connect or switch on a loudspeaker or headphones, then look again."),
    )


def _with(fix: str, command: str) -> str:
    return f"{fix} {command}" if command else fix
