from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import rankdata

from kit.reporting.statistics.ranks import change_ranks

pairs = st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), max_size=40)


@given(pairs)
def test_ranks_are_shared_and_those_of_no_change_dropped(
    given_pairs: list[tuple[int, int]],
) -> None:
    before, now = [pair[0] for pair in given_pairs], [pair[1] for pair in given_pairs]
    found = change_ranks(before, now)
    changes = np.array(now, dtype=int) - np.array(before, dtype=int)
    ranks = 2 * rankdata(np.abs(changes))
    assert found.up == tuple(ranks[changes > 0])
    assert found.down == tuple(ranks[changes < 0])
    assert found.zeros == np.count_nonzero(changes == 0)
    # All ranks add up to n (n + 1) / 2, of which those of no change are the first.
    n, zeros = len(given_pairs), found.zeros
    assert found.w_plus + found.w_minus == (n * (n + 1) - zeros * (zeros + 1)) / 2


def test_a_pair_is_two_answers() -> None:
    with pytest.raises(ValueError, match="zip"):
        change_ranks([1, 2, 3], [2, 3])
