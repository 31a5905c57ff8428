from governance.reports.matters import Matter

MATTERS: tuple[Matter, ...] = ()
