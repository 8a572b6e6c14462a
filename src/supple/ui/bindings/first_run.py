"""The words and values of the screening and of the set-up before the first session."""

from gettext import NullTranslations
from typing import Final

from supple.core.catalogue.exercise import Kit
from supple.core.plan.phone import to_say
from supple.core.plan.screening import (
    ASK_FIRST,
    Access,
    Answers,
    Condition,
    Group,
    Questionnaire,
    Standing,
    asking_a_word,
)
from supple.devices.settings.settings import Settings
from supple.ui.pages.first_run_spot import SpotView, Thing
from supple.ui.pages.screening import QuestionRow, QuestionsView
from supple.ui.pages.screening_result import ResultView

PAGES: Final = (
    (Group.EMERGENCY,),
    (Group.SEE_FIRST,),
    (Group.CONDITION, Group.PRACTICAL),
)
_SPOT: Final = {
    "mat": (Kit.MAT,),
    "chair": (Kit.CHAIR,),
    "strap": (Kit.STRAP,),
    "wall": (Kit.WALL, Kit.WALL_CORNER),
    "partner": (Kit.PARTNER,),
    "office-chair": (Kit.OFFICE_CHAIR,),
}
_FIRST_GUESS_WITHOUT: Final = ("partner",)


class ScreeningWords:
    """Puts questions and verdicts into views."""

    def __init__(self, questionnaire: Questionnaire, words: NullTranslations) -> None:
        self._questionnaire = questionnaire
        self._translations = words
        self._tr = words.gettext

    def questions(self, number: int, yes: frozenset[str], *, keeps: bool) -> QuestionsView:
        """The page with this number, 0 to 2. `yes` are the answers it begins with."""
        tr = self._tr
        leads = (
            self._questionnaire.words("intro"),
            tr("Tick anything that fits. Most people tick nothing."),
            tr("Tick anything that fits. Your sessions follow your answers."),
        )
        headings = (
            tr("Right now, or new in the last weeks"),
            tr("Do you notice, or have you had, any of these?"),
            tr("Does any of these fit you?"),
        )
        rows = tuple(
            QuestionRow(each.id, each.text, each.id in yes)
            for each in self._questionnaire.page(*PAGES[number])
        )
        floor = [
            each for each in self._questionnaire.question if each.tag is Condition.FLOOR_ACCESS
        ]
        return QuestionsView(
            title=tr("Is stretching right for you today?"),
            lead=leads[number],
            heading=headings[number],
            rows=rows,
            columns=2 if number == len(PAGES) - 1 else 1,
            follow_of=floor[0].id,
            follow=self._questionnaire.words(Condition.FLOOR_ACCESS),
            keeps=keeps,
        )

    def doctor_checked(self) -> ResultView:
        """What is asked first where an emergency answer closed everything."""
        tr = self._tr
        return ResultView(
            icon="first-aid",
            title=self._questionnaire.words("doctor-checked"),
            words=(self._questionnaire.words(Access.EMERGENCY),),
            main=tr("No, not yet"),
            other=tr("Yes, a doctor has checked it"),
            urgent=True,
        )

    def result(self, standing: Standing, yes: frozenset[str], *, fresh: bool) -> ResultView:
        """What answers mean. `yes` are the answers given; `fresh`: they are not kept yet."""
        if standing.access is Access.EMERGENCY:
            return self._help(yes, fresh=fresh)
        if set(asking_a_word(standing)) - standing.cleared:
            return self._ask(standing, yes, fresh=fresh)
        return self._fits(standing)

    def _help(self, yes: frozenset[str], *, fresh: bool) -> ResultView:
        tr, say = self._tr, to_say(self._questionnaire, yes, self._translations)
        return ResultView(
            icon="first-aid",
            title=tr("Please get medical help now"),
            words=(self._questionnaire.words(Access.EMERGENCY),),
            ticked_title=tr("You ticked:"),
            ticked=self._ticked(yes, Group.EMERGENCY),
            card=((("phone"), tr("Call your local emergency number now")),),
            card_say=tr("Say: “{sentence}”").format(sentence=say) if say else "",
            small=tr(
                "Sessions, breaks and reach checks are closed for now. When a doctor has checked "
                'this, press "Answer again" on Today. Learn and Settings stay open.'
            ),
            main=tr("I understand"),
            other=tr("I ticked that by mistake") if fresh else "",
            urgent=True,
            goes_back=False,
        )

    def _ask(self, standing: Standing, yes: frozenset[str], *, fresh: bool) -> ResultView:
        tr, access = self._tr, standing.access
        nerve_only = access is Access.CLEAR
        words = [self._questionnaire.words(access)] if not nerve_only else []
        words += self._conditions(standing)
        groups = [Group.SEE_FIRST] if access is Access.SEE_FIRST else []
        meanwhile = (
            tr("Until then your sessions hold only what doesn't stretch the nerve.")
            if nerve_only
            else tr("Sessions, breaks and the plan stay closed until you say you've asked.")
        )
        return ResultView(
            icon="hand-heart",
            title=tr("Ask a professional first"),
            words=tuple(words),
            ticked_title=tr("You ticked:"),
            ticked=self._ticked(yes, *groups, tags=ASK_FIRST | {Condition.SCIATICA_SYMPTOMS}),
            card_title=tr("Meanwhile"),
            card=(
                ("check", tr("You can read Learn and the library, and show them.")),
                ("hand-heart", meanwhile),
            ),
            clearance=self._questionnaire.words("cleared"),
            small=tr("Supple guides stretches. It can't examine you and isn't medical advice."),
            main=tr("Go on") if nerve_only else tr("Go on without sessions"),
            main_cleared=tr("Go on"),
            other="" if fresh else tr("Answer again"),
            aside=tr("Print the list of stretches"),
        )

    def _fits(self, standing: Standing) -> ResultView:
        tr = self._tr
        words = self._conditions(standing)
        if not words:
            clear = (self._questionnaire.words("all-clear"),)
            return ResultView("shield-check", tr("Good to go"), clear, tr("Go on"))
        title = tr("Your sessions will fit you")
        return ResultView("hand-heart", title, tuple(words), tr("Go on"))

    def _conditions(self, standing: Standing) -> list[str]:
        """What each condition does, in sentences; swapping floor steps was a question already."""
        said = {
            Condition.FLOOR_ACCESS: self._tr("Floor steps become chair steps."),
        }
        known = [c for c in Condition if c in standing.conditions - ASK_FIRST]
        return list(dict.fromkeys(said.get(c) or self._questionnaire.words(c) for c in known))

    def _ticked(
        self, yes: frozenset[str], *groups: Group, tags: frozenset[Condition] = frozenset()
    ) -> tuple[str, ...]:
        return tuple(
            each.text.rstrip("?")
            for each in self._questionnaire.question
            if each.id in yes and (each.group in groups or each.tag in tags)
        )


def answers_of(yes: frozenset[str], *, keeps: bool, doctor_checked: bool) -> Answers:
    """The filled-in questionnaire."""
    return Answers(yes=yes, keep_floor=keeps, doctor_checked=doctor_checked)


def spot_view(settings: Settings, lead: str, words: NullTranslations) -> SpotView:
    """What is at hand as the settings have it; at first all but somebody to help."""
    tr = words.gettext
    names = {
        "mat": (tr("Mat or carpet"), "rectangle"),
        "chair": (tr("Chair that won't roll"), "chair"),
        "strap": (tr("Strap or long towel"), "infinity"),
        "wall": (tr("Free bit of wall"), "wall"),
        "partner": (tr("Someone to help"), "users"),
        "office-chair": (tr("Office chair"), "office-chair"),
    }
    fresh = settings.welcome.page == "spot" and not settings.session.without
    without = _FIRST_GUESS_WITHOUT if fresh else settings.session.without.split()
    return SpotView(
        lead=lead,
        things=tuple(
            Thing(ident, name, icon, ident not in without) for ident, (name, icon) in names.items()
        ),
        before=(
            ("warning-circle", tr("Floor that doesn't slip")),
            ("sun", tr("Enough light to see your feet")),
            ("thermometer-simple", tr("A comfortable temperature")),
            ("bell-slash", tr("Phone on silent")),
        ),
    )


def missing_kit(settings: Settings) -> frozenset[Kit]:
    """The kit that is not at hand, as the settings have it; unknown words are passed over."""
    words = settings.session.without.split()
    return frozenset(kit for word in words for kit in _SPOT.get(word, ()))
