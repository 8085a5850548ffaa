from __future__ import annotations

import tracemalloc
from time import perf_counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.reporting.statistics.effect import rank_biserial, rank_biserial_interval
from kit.reporting.statistics.resampling import RESAMPLES, SEED
from kit.reporting.statistics.signed_rank import signed_rank

scores = st.integers(1, 7)
pairs = st.lists(st.tuples(scores, scores), min_size=1, max_size=60)


def split(given_pairs: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    return [pair[0] for pair in given_pairs], [pair[1] for pair in given_pairs]


@settings(deadline=None)
@given(pairs)
def test_the_effect_is_of_the_ranks_of_the_test(given_pairs: list[tuple[int, int]]) -> None:
    before, now = split(given_pairs)
    found, test = rank_biserial(before, now), signed_rank(before, now)
    if found is None or test is None:
        assert before == now
        return
    assert -1 <= found <= 1
    assert found == (test.w_plus - test.w_minus) / (test.w_plus + test.w_minus)
    assert rank_biserial(now, before) == -found


def test_placebo_and_drug_of_king_rosopa_and_minium() -> None:
    # King, Rosopa and Minium (2011), "Statistical Reasoning in the Behavioral Sciences", the paired
    # example that R's rcompanion::wilcoxonPairedRC quotes: ranks of 48.5 and 6.5 of 55.
    placebo = [24, 39, 29, 28, 25, 32, 31, 33, 31, 22]
    drug = [28, 29, 34, 21, 28, 15, 17, 28, 16, 12]
    test = signed_rank(drug, placebo)
    assert test
    assert (test.w_plus, test.w_minus) == (48.5, 6.5)
    assert rank_biserial(drug, placebo) == pytest.approx(42 / 55)


def test_without_a_change_there_is_no_effect() -> None:
    assert rank_biserial([2, 3], [2, 3]) is None
    assert rank_biserial_interval([2, 3], [2, 3]) is None
    assert rank_biserial_interval([], []) is None


@settings(deadline=None, max_examples=40)
@given(pairs)
def test_the_interval_stays_on_the_scale_and_repeats(given_pairs: list[tuple[int, int]]) -> None:
    before, now = split(given_pairs)
    found = rank_biserial_interval(before, now, resamples=199)
    assert found == rank_biserial_interval(before, now, resamples=199)
    if found:
        assert -1 <= found.low <= found.high <= 1


def test_every_draw_is_ranked_as_its_pairs_would_be() -> None:
    # Drawn pair by pair, ranked pair by pair: another way to the same distribution.
    before = [2, 2, 3, 1, 4, 3, 2, 5, 3, 2, 2, 3, 4, 1, 2, 3]
    now = [4, 3, 3, 2, 3, 5, 4, 5, 4, 2, 5, 2, 4, 3, 3, 3]
    found = rank_biserial_interval(before, now, resamples=2_999)
    assert found
    random = np.random.default_rng(8)
    effects = []
    for _ in range(2_999):
        at = random.integers(0, len(before), len(before))
        drawn = rank_biserial([before[i] for i in at], [now[i] for i in at])
        effects.append(0.0 if drawn is None else drawn)
    low, high = np.quantile(effects, [0.025, 0.975])
    assert (found.low, found.high) == pytest.approx((low, high), abs=0.05)


def test_the_interval_says_how_it_was_found() -> None:
    found = rank_biserial_interval([1, 2, 3, 4], [2, 3, 4, 3])
    assert found
    assert (found.level, found.resamples, found.seed) == (0.95, RESAMPLES, SEED)
    assert found.method == "percentile bootstrap over pairs"
    effect = rank_biserial([1, 2, 3, 4], [2, 3, 4, 3])
    assert effect is not None
    assert found.low <= effect <= found.high


def test_draws_without_a_change_count_as_no_effect() -> None:
    # One pair of three changed: 8 of 27 draws miss it.
    found = rank_biserial_interval([3, 3, 3], [4, 3, 3])
    assert found
    assert (found.low, found.high) == (0, 1)


def test_the_interval_holds_the_true_effect_about_as_often_as_it_says() -> None:
    random = np.random.default_rng(21)
    changes, shares = [-2, -1, 0, 1, 2, 3], [0.04, 0.12, 0.28, 0.32, 0.16, 0.08]
    many = [c for c, share in zip(changes, shares, strict=True) for _ in range(round(share * 5000))]
    true = rank_biserial([0] * len(many), many)
    assert true is not None
    held = 0
    for _ in range(200):
        drawn = random.choice(changes, size=30, p=shares).tolist()
        found = rank_biserial_interval([0] * 30, drawn, resamples=399)
        held += found is not None and found.low <= true <= found.high
    assert 0.88 <= held / 200 <= 0.99


def test_a_whole_program_takes_little_time_and_memory() -> None:
    random = np.random.default_rng(3)
    before = random.integers(1, 8, 1_200).tolist()
    now = random.integers(1, 8, 1_200).tolist()
    tracemalloc.start()
    begun = perf_counter()
    assert rank_biserial_interval(before, now)
    taken, (_, most) = perf_counter() - begun, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert taken < 10
    assert most < 20_000_000
