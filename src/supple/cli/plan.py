"""`plan`: where the plan stands and what comes next."""

from argparse import Namespace
from datetime import time
from pathlib import Path

import msgspec

from supple.app.container import Container
from supple.cli import out
from supple.cli.content import change_words
from supple.core.plan.offer import Offer, offer_words
from supple.core.plan.progress import Progress
from supple.core.plan.reasons import Reason, Why, reason_words
from supple.core.plan.records import SetAside
from supple.core.plan.swaps import is_stretch
from supple.devices.files import write_atomic


def plan(args: Namespace, app: Container) -> int:
    """Tell where the plan stands, or write its days as a calendar file."""
    if args.ics is not None:
        at = time(app.settings.session.remind_at_h)
        write_atomic(Path(args.ics), app.planning.as_ics(at), app.words)
        return 0
    state = app.planning.state()
    offer = app.planning.offer(state)
    if args.json:
        out.write_json(_as_json(state, offer, app))
    else:
        out.write("\n".join(_as_text(offer, app)))
    return 0


def _as_json(state: Progress, offer: Offer | None, app: Container) -> dict[str, object]:
    standing = app.safety.standing()
    told = app.planning.told()
    return {
        "mode": state.mode,
        "stage": state.stage.id,
        "week": state.week,
        "once_more": state.once_more,
        "hold_s": state.dose.hold_s,
        "sets": state.stage.sets,
        "eased": state.eased,
        "lighter": state.lighter,
        "too_strong": state.too_strong,
        "daily": state.daily,
        "adjusted": msgspec.to_builtins(state.adjust),
        "done_this_week": len(state.done),
        "done_days": state.done,
        "wanted_this_week": state.wanted,
        "most_this_week": state.wanted_max,
        "done_in_stage": state.stage_done,
        "needed_in_stage": state.stage_needed,
        "planned_days": state.planned,
        "paused_since": state.paused_since,
        "paused_until": state.paused_until,
        "sessions": standing.access,
        "questions_due": app.safety.due(),
        "due": state.due,
        "next_test_day": state.next_test_day,
        "tests": app.self_tests.offered().tests,
        "tighter_side": app.planning.tighter_side(),
        "set_aside": [_aside(each) for each in app.safety.set_asides()],
        "notices": state.notices,
        "words": [told.summary, told.week, told.stage, *told.notices],
        "next": _offer_as_json(offer, app),
    }


def _aside(aside: SetAside) -> dict[str, object]:
    return {"exercise": aside.exercise, "since": aside.from_day, "until": aside.until_day}


def _offer_as_json(offer: Offer | None, app: Container) -> dict[str, object] | None:
    if offer is None:
        return None
    fit = app.planning.fit(offer.routine)
    stretches = {
        step.exercise
        for step in fit.outline.steps
        if is_stretch(app.catalogue.exercise(step.exercise))
    }
    return {
        "routine": offer.routine,
        "name": fit.routine.name,
        "day": offer.day,
        "why": offer.why,
        "words": offer_words(offer, app.words),
        "seconds": fit.outline.planned_s,
        "stretches": len(stretches),
        "changes": [
            msgspec.to_builtins(change) | {"words": change_words(change, app)}
            for change in fit.outline.changes
        ],
    }


def _as_text(offer: Offer | None, app: Container) -> list[str]:
    tr = app.words.gettext
    told = app.planning.told()
    if not app.safety.standing().access.is_open:
        return [tr("Sessions are closed for now. Your place is kept."), *app.safety.messages()]
    lines = [told.summary, told.week, told.stage, *told.notices]
    lines += _aside_lines(app)
    if offer is None:
        return [line for line in lines if line]
    fit = app.planning.fit(offer.routine)
    minutes = round(fit.outline.planned_s / 60)
    line = app.words.ngettext(
        "Next: {name} ({routine}), {minutes} minute.",
        "Next: {name} ({routine}), {minutes} minutes.",
        minutes,
    )
    named = line.format(name=fit.routine.name, routine=offer.routine, minutes=minutes)
    lines += [f"{named} {told.offer}".rstrip()]
    for change in fit.outline.changes:
        lines.append(f"  {change_words(change, app)}")
    return [line for line in lines if line]


def _aside_lines(app: Container) -> list[str]:
    """The exercises that are left out for now, and until when."""
    return [
        f"{app.catalogue.exercise(each.exercise).name}: "
        f"{reason_words(Reason(Why.SET_ASIDE, until=each.until_day), app.words)}"
        for each in app.safety.set_asides()
        if each.exercise in app.catalogue.exercise_ids
    ]
