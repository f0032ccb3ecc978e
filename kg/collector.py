"""How often Python looks for cyclic garbage, in a process that does nothing but read texts."""

from __future__ import annotations

import gc

# Objects made since the last look, and looks at the young before one at the older: 700, 10 and 10 where nobody says so.
SELDOM = (10_000, 20, 20)


def collect_seldom() -> None:
    """Look for cyclic garbage less often, for the rest of the process: the command and benchmarks call it, no library.

    Of all that is made by the thousand a parsed tree alone is a cycle. It costs some megabytes and spares a fiftieth of
    what follows the parse.
    """
    gc.set_threshold(*SELDOM)
