"""The plan in sentences: where it stands, and what it has to say today."""

from gettext import NullTranslations

from supple.core.plan.progress import Mode, Notice, Progress


def summary(state: Progress, words: NullTranslations) -> str:
    """The plan in one line: "Week 3 of your plan: 20 seconds, 3 times this week. 1 of 3 done."""
    tr = words.gettext
    if state.mode is Mode.NONE:
        return tr("No plan yet. Two short sessions a week to begin with.")
    if state.mode is Mode.PAUSED and state.paused_since:
        since = state.paused_since.isoformat()
        return tr("Plan paused since {day}. Your place is kept.").format(day=since)
    if state.mode is Mode.WAITING:
        return notice_words(Notice.STOP_SIGNS, words)
    line = words.ngettext(
        "Week {week} of your plan: {seconds} seconds, once this week. {done} of {times} done.",
        "Week {week} of your plan: {seconds} seconds, {times} times this week. "
        "{done} of {times} done.",
        state.wanted,
    )
    if state.once_more:
        line = words.ngettext(
            "Week {week} of your plan, once more: {seconds} seconds, once this week. "
            "{done} of {times} done.",
            "Week {week} of your plan, once more: {seconds} seconds, {times} times this week. "
            "{done} of {times} done.",
            state.wanted,
        )
    return line.format(
        week=state.week, seconds=state.dose.hold_s, times=state.wanted, done=len(state.done)
    )


def week_words(state: Progress, words: NullTranslations) -> str:
    """What is done and to come this week, without hurry."""
    tr = words.gettext
    done, left = len(state.done), max(0, state.wanted - len(state.done))
    if not state.wanted and not done:
        line = tr("Nothing is planned this week. Any stretch is fine.")
    elif not done:
        line = words.ngettext(
            "{left} session this week, any day you like.",
            "{left} sessions this week, any days you like.",
            left,
        )
    elif left:
        line = words.ngettext(
            "{done} done, {left} to go. Any day you like.",
            "{done} done, {left} to go. Any days you like.",
            left,
        )
    else:
        line = tr("{done} done. That's the week.")
    return line.format(done=done, left=left)


def stage_words(state: Progress, words: NullTranslations) -> str:
    """How far the next step is; empty where there is none."""
    left = state.stage_needed - state.stage_done
    if left <= 0:
        return ""
    line = words.ngettext(
        "{done} of {needed} sessions. {left} more to the next step.",
        "{done} of {needed} sessions. {left} more to the next step.",
        left,
    )
    return line.format(done=state.stage_done, needed=state.stage_needed, left=left)


def notice_words(notice: Notice, words: NullTranslations) -> str:
    """A notice as it is shown."""
    tr = words.gettext
    return {
        Notice.STAY: tr("Let's stay here one more week. That is quite normal."),
        Notice.NEXT_STAGE: tr("A new step: your holds get a little longer."),
        Notice.STEP_BACK: tr("It's been a while. We begin one step softer."),
        Notice.START_OVER: tr("It's been a while. We begin again with short holds."),
        Notice.GO_EASIER: tr("Go easier next time: the next session is a step softer."),
        Notice.SEE_PROFESSIONAL: tr(
            "Twice in a row it hurt more afterwards. Please talk to a doctor or physiotherapist."
        ),
        Notice.STOP_SIGNS: tr("Please see a doctor or physiotherapist before you go on."),
        Notice.LESS: tr("A little less next time, because the last two felt too strong."),
        Notice.NEXT_STEP: tr("The last two felt easy. You can take the next step, if you like."),
        Notice.LONGER_IF_EASY: tr("Longer holds only if the last sessions felt easy."),
        Notice.MORE_THAN_SUGGESTED: tr(
            "That's more than these weeks suggest. Fine if it feels easy."
        ),
        Notice.CHANGE_ONE_THING: tr(
            "Change one thing: another routine, a longer flow, a new place."
        ),
        Notice.EXPECT: tr(
            "Many people notice looser legs after four to six weeks. "
            "It depends on your back, your health and your week."
        ),
        Notice.WEEK_DONE: tr("Extra stretching is fine, so is resting."),
        Notice.ASK_DIZZY: tr(
            "You felt dizzy last time. Does that happen when you bend or stand up?"
        ),
    }[notice]


def no_change_words(words: NullTranslations) -> str:
    """What to say at week 6 when nothing measured has changed."""
    return words.gettext(
        "No clear change yet. That happens. A physiotherapist can check what your back needs."
    )
