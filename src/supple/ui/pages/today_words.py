"""Owns the words of Today that follow from the hour, the week and the hero. Pure."""

from gettext import NullTranslations
from typing import Final

import msgspec

from supple.ui.pages.today_view import Hero, HeroKind, SafetyNote

_MORNING: Final = range(4, 12)
_AFTERNOON: Final = range(12, 18)
_RHYTHM_FROM: Final = 2


class HeroWords(msgspec.Struct, frozen=True):
    """What the hero says. `facts` are (icon, words). `primary` is false where rest is as good."""

    line: str
    title: str
    main: str
    facts: tuple[tuple[str, str], ...] = ()
    quiet: str = ""
    primary: bool = True


def greeting(hour: int, translations: NullTranslations) -> str:
    """Return the greeting for an hour of the local day, 0 to 23."""
    tr = translations.gettext
    if hour in _MORNING:
        return tr("Good morning")
    return tr("Good afternoon") if hour in _AFTERNOON else tr("Good evening")


def week_line(done: int, planned: int, translations: NullTranslations) -> str:
    """Return the sentence about this week: what is done, what is to come."""
    tr, ntr = translations.gettext, translations.ngettext
    if done >= planned:
        return tr("{done} done. That's the week.").format(done=done)
    if done == 0:
        text = ntr(
            "{n} short one this week, any day you like.",
            "{n} short ones this week, any days you like.",
            planned,
        )
        return text.format(n=planned)
    left = planned - done
    if left == 1:
        return tr("{done} done, 1 to go.").format(done=done)
    return tr("{done} done, {left} to go. Any days you like.").format(done=done, left=left)


def rhythm_line(weeks: tuple[bool, ...], translations: NullTranslations) -> str:
    """Return the sentence about the last weeks."""
    stretched = sum(weeks)
    if stretched < _RHYTHM_FROM:
        return translations.gettext("A stretch now and then already helps you find a rhythm.")
    text = translations.gettext("Stretched in {n} of the last {weeks} weeks.")
    return text.format(n=stretched, weeks=len(weeks))


def safety_note(week: int, translations: NullTranslations, *, more: bool = False) -> SafetyNote:
    """Return one of the four safety notes; they take turns by the number of the week."""
    tr = translations.gettext
    notes = (
        (
            tr("A mild pull is enough."),
            tr(
                "Stop if you feel sharp pain, numbness or tingling. "
                "In a session, H stops the clock at once."
            ),
        ),
        (tr("Never bounce."), tr("Let time do the work.")),
        (tr("Warm muscles stretch better:"), tr("don't skip the warm-up.")),
        (tr("Keep your knees soft,"), tr("not locked, and your back long.")),
    )
    strong, words = notes[week % len(notes)]
    return SafetyNote(strong, words, more)


def hero_words(hero: Hero, translations: NullTranslations) -> HeroWords:
    """Return the words of the hero in its state."""
    tr = translations.gettext
    facts = hero_facts(hero, translations)
    inside = tr("See what's inside") if hero.look_inside else ""
    match hero.kind:
        case HeroKind.NEXT:
            line = tr("Next in your plan \N{MIDDLE DOT} session {number} of {of} this week")
            line = line.format(number=hero.number, of=hero.of)
            return HeroWords(line, hero.name, tr("Start session"), facts, inside)
        case HeroKind.RESUME:
            line = tr("You stopped half-way today")
            main = tr("Go on where you stopped")
            return HeroWords(line, hero.name, main, (), tr("Start again"))
        case HeroKind.WEEK_DONE:
            line = tr("{n} of {of} this week").format(n=hero.number, of=hero.of)
            title = tr("Extra stretching is fine, so is resting")
            return HeroWords(line, title, tr("Do an easy one"), primary=False)
        case HeroKind.NO_PLAN:
            title = tr("Two short sessions a week to begin with")
            quiet = tr("Pick a stretch")
            return HeroWords(tr("No plan yet"), title, tr("Start the plan"), (), quiet)
        case HeroKind.PLAN_PAUSED:
            line = tr("Plan paused since {date}").format(date=hero.since)
            return HeroWords(line, tr("Your place is kept"), tr("Go on with the plan"))
        case HeroKind.HURT:
            line = tr("Last time you stopped: {felt}").format(felt=hero.felt)
            quiet = tr("Still there")
            return HeroWords(line, tr("How is it now?"), tr("Fine again"), (), quiet)
        case HeroKind.ASK:
            line = tr("The plan waits for you")
            title = tr("Please see a doctor or physiotherapist before you go on.")
            return HeroWords(line, title, tr("I've asked, and I may go on"))
        case HeroKind.CLOSED:
            title = tr("When you've asked a professional, answer the questions again")
            quiet = tr("Read the library")
            line = tr("Sessions are closed for now")
            return HeroWords(line, hero.name or title, tr("Answer again"), (), quiet)
        case HeroKind.FIRST:
            main = tr("Start, {n} min").format(n=hero.minutes)
            title = tr("A first short session")
            return HeroWords(tr("Welcome"), title, main, facts, inside)


def hero_facts(hero: Hero, translations: NullTranslations) -> tuple[tuple[str, str], ...]:
    """Return the short facts of a session: minutes, stretches, length of holds."""
    tr, ntr = translations.gettext, translations.ngettext
    facts = []
    if hero.minutes:
        facts.append(("clock", tr("{n} min").format(n=hero.minutes)))
    if hero.stretches:
        words = ntr("{n} stretch", "{n} stretches", hero.stretches).format(n=hero.stretches)
        facts.append(("person-simple-tai-chi", words))
    if hero.hold_s:
        facts.append(("timer", tr("{n} s holds").format(n=hero.hold_s)))
    return tuple(facts)
