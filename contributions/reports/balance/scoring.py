"""How much a partner receives for what it gives: pure arithmetic, without a database or a clock.

Source: exchange balance, M3 of the coalition's metrics; its bounds are a default of ours that no
publication backs, and pages say so.
"""

# Below, a partner gives far more than it gains; above, it gains far more than it gives.
FEWEST, MOST = 0.5, 2.0
# Of how many partners something must be known before one is compared with the others. By our own choice.
ENOUGH = 3


def normalised(count: int, *, mean: float) -> float:
    """How many times as much as partners usually have: 1 is the usual, 0 is none, without an upper end.

    A coalition writes down more of what it does itself than of what others do. Counts of the two sides can
    be compared once each is measured by its own mean. Where partners have less than one on average it is
    measured by one, so that a single thing alone raises no flag.
    """
    return count / max(mean, 1.0)


def exchange_balance(received: float, given: float) -> float:
    """(benefits received + 1) / (contributions made + 1) on normalised counts.

    Above 0 and without a unit. 1 is even; below 0.5 the partner is made use of, above 2 it rides free. The
    ones added keep a single thing on one side and nothing on the other from being endless.
    """
    return (received + 1) / (given + 1)


def flag_of(balance: float) -> str:
    """“gives”, “gains” or “even”; exactly 0.5 and exactly 2 are even."""
    if balance < FEWEST:
        return "gives"
    return "gains" if balance > MOST else "even"
