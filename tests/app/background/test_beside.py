"""Work beside the screen ends with its screen, and leaves nothing that nobody waits for."""

import gc
from functools import partial

import pytest
from textual.app import App

from reader.app.background.beside import work_beside


async def test_only_the_last_of_an_exclusive_group_is_done_and_the_others_are_never_asked_for(
    recwarn: pytest.WarningsRecorder,
) -> None:
    gc.freeze()  # what other tests left is not looked through
    done: list[int] = []

    async def work(number: int) -> None:
        done.append(number)

    app = App[None]()
    async with app.run_test() as pilot:
        for number in range(3):
            work_beside(app, partial(work, number), group="one", exclusive=True)
        await pilot.pause()
    gc.collect()
    assert done == [2]
    assert not [str(each.message) for each in recwarn if "never awaited" in str(each.message)]
