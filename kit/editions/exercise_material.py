"""What the exercises need besides the packet: made when it is named, or with `--all`."""

from __future__ import annotations

from kit.definitions.preparation import Per
from kit.editions import exercises, flip_charts, sort_cards
from kit.editions.edition import FILLED_IN, Edition, Finish, Side, Sides

EXERCISE_MATERIAL = (
    Edition(
        name="exercises",
        title="Exercises",
        side=Side.PARTICIPANTS,
        template="editions/exercises.html",
        view=exercises.view,
        scripts=FILLED_IN,
        per=Per.PARTICIPANT,
        when="in_the_exercises",
        finish=Finish.STAPLE,
        core=False,
    ),
    Edition(
        name="exercises-with-answers",
        title="Exercises with answers",
        side=Side.INSTRUCTOR,
        template="editions/exercises-with-answers.html",
        view=exercises.view_with_answers,
        per=Per.INSTRUCTOR,
        when="in_the_exercises",
        finish=Finish.STAPLE,
        core=False,
    ),
    Edition(
        name="sort-cards",
        title="Cards to sort",
        side=Side.PARTICIPANTS,
        template="editions/sort-cards.html",
        view=sort_cards.view,
        per=Per.ROOM,
        when="on_the_tables",
        sides=Sides.ONE,
        finish=Finish.CUT,
        core=False,
        offices=(),
    ),
    Edition(
        name="flip-charts",
        title="Flip chart pages",
        side=Side.INSTRUCTOR,
        template="editions/flip-charts.html",
        view=flip_charts.view,
        per=Per.ROOM,
        when="when_setting_up",
        sides=Sides.ONE,
        core=False,
        offices=(),
    ),
    Edition(
        name="flip-charts-large",
        title="Flip chart pages, large",
        side=Side.INSTRUCTOR,
        template="editions/flip-charts.html",
        view=flip_charts.large_view,
        per=Per.ROOM,
        when="when_setting_up",
        sides=Sides.ONE,
        finish=Finish.HANG,
        core=False,
        offices=(),
    ),
    Edition(
        name="flip-charts-tiled",
        title="Flip chart pages on four sheets each",
        side=Side.INSTRUCTOR,
        template="editions/flip-charts-tiled.html",
        view=flip_charts.tiled_view,
        per=Per.ROOM,
        when="when_setting_up",
        sides=Sides.ONE,
        finish=Finish.CUT,
        core=False,
        offices=(),
    ),
)
