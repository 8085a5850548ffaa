"""What else goes in the bag: made when it is named, or with `--all`."""

from __future__ import annotations

from kit.definitions.preparation import Per
from kit.editions import messages
from kit.editions.edition import Edition, Side

BAG = (
    Edition(
        name="invitation",
        title="Invitation with pre-work",
        side=Side.INSTRUCTOR,
        template="editions/invitation.txt",
        view=messages.view,
        per=Per.ROOM,
        when="a_week_before",
        note="an e-mail to send; write in what is left open",
        core=False,
        text="txt",
    ),
    Edition(
        name="reminder",
        title="Reminder",
        side=Side.INSTRUCTOR,
        template="editions/reminder.txt",
        view=messages.view,
        per=Per.ROOM,
        when="a_day_before",
        note="an e-mail to send; write in what is left open",
        core=False,
        text="txt",
    ),
    Edition(
        name="follow-up-message",
        title="Message with the follow-up form",
        side=Side.INSTRUCTOR,
        template="editions/follow-up-message.txt",
        view=messages.follow_up_view,
        per=Per.ROOM,
        when="months_later",
        note="an e-mail to send with the form",
        core=False,
        text="txt",
    ),
)
