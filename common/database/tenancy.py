"""The wall between tenants, kept by the database itself.

A child row carries its tenant's id beside its parent's id, and a composite foreign key makes sure
that the two agree: a contact of one tenant can never hang on an organisation of another, whatever
the program above does. Django declares single-column keys only, so migrations add these.
"""

from django.db import migrations


def same_tenant(
    *,
    child: str,
    parent: str,
    column: str,
    tenant: str = "coalition_id",
    cascade: bool = False,
    forgets: bool = False,
) -> migrations.RunSQL:
    """A migration step: `child.column` may only name a `parent` row of the same tenant.

    The parent table needs a unique constraint over (tenant, id). Names are table names, not model
    names. The constraint is checked at commit, so that a whole tree can be written in any order.
    With `cascade` the database itself deletes the child together with its parent; a child that `forgets`
    its parent stays, and names none.
    """
    on_delete = "ON DELETE CASCADE " if cascade else ""
    on_delete = f"ON DELETE SET NULL ({column}) " if forgets else on_delete
    name = f"{child}_{column}_same_tenant"
    return migrations.RunSQL(
        sql=(
            f"ALTER TABLE {child} ADD CONSTRAINT {name} FOREIGN KEY ({tenant}, {column}) "
            f"REFERENCES {parent} ({tenant}, id) {on_delete}DEFERRABLE INITIALLY DEFERRED"
        ),
        reverse_sql=f"ALTER TABLE {child} DROP CONSTRAINT {name}",
    )
