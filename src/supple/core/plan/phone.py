"""What to say on the phone when an answer means that help is needed now."""

from gettext import NullTranslations

from supple.core.plan.screening import Group, Questionnaire


def to_say(questionnaire: Questionnaire, yes: frozenset[str], words: NullTranslations) -> str:
    """One sentence that holds every emergency answer given; empty where there is none."""
    ticked = [each for each in questionnaire.page(Group.EMERGENCY) if each.id in yes]
    if not ticked:
        return ""
    firsts = [each.say_first for each in ticked if each.say_first]
    sentence = next(iter(firsts), questionnaire.words("say-first"))
    for symptom in (each.say for each in ticked if each.say):
        # Translators: one symptom more in a sentence said on the phone, which {before} begins.
        joined = words.gettext("{before}, and {symptom}")
        sentence = joined.format(before=sentence, symptom=symptom)
    return f"{sentence}."
