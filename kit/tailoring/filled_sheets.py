"""What the blocks of a sheet take from elsewhere: roles of a vocabulary, stages of a workshop."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kit.definitions.stage import Stage
    from kit.definitions.vocabulary import Vocabulary
    from kit.definitions.worksheet import Worksheet
    from kit.definitions.workshop import Workshop


def in_stages_of(program: tuple[Stage, ...], workshop: Workshop) -> Workshop:
    """Give a workshop that has stages those of a program, where there is one."""
    return (
        workshop.model_copy(update={"stages": program}) if program and workshop.stages else workshop
    )


def filled(
    worksheet: Worksheet, vocabulary: Vocabulary | None, stages: tuple[Stage, ...]
) -> Worksheet:
    """Give the blocks of a sheet the roles and the stages that they take from elsewhere."""
    if not any(block.wants_roles or block.wants_stages for block in worksheet.blocks):
        return worksheet
    blocks = tuple(
        (block.with_roles(vocabulary) if vocabulary else block).with_stages(stages)
        for block in worksheet.blocks
    )
    return worksheet.model_copy(update={"blocks": blocks})
