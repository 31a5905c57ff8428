"""The bench as a page counts it, and what the database refuses."""

from django.db import IntegrityError, connection, transaction


def refused(make_row) -> bool:
    try:
        with transaction.atomic():
            make_row()
            connection.check_constraints()
    except IntegrityError:
        return True
    return False
