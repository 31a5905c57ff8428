"""No area lies, however many steps up, in itself: the database refuses it, whoever writes."""

import pgtrigger

# At the end of the transaction; the lock makes two changes at once wait for each other: neither alone makes a
# circle, both together would. A row that is gone by then is asked nothing. Example: town in county in state;
# the state in the town is refused.
LIES_IN_NO_CIRCLE = pgtrigger.Trigger(
    name="lies_in_no_circle",
    when=pgtrigger.After,
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("within_id"),
    timing=pgtrigger.Deferred,
    condition=pgtrigger.Condition("NEW.within_id IS NOT NULL"),
    declare=[("circle", "boolean")],
    func="""
        PERFORM 1 FROM accounts_coalition WHERE id = NEW.coalition_id FOR NO KEY UPDATE;
        WITH RECURSIVE above(id) AS (
            SELECT within_id FROM partners_term WHERE id = NEW.id AND within_id IS NOT NULL
            UNION
            SELECT term.within_id FROM partners_term term JOIN above ON term.id = above.id
            WHERE term.within_id IS NOT NULL
        )
        SELECT EXISTS (SELECT 1 FROM above WHERE id = NEW.id) INTO circle;
        IF circle THEN
            RAISE EXCEPTION 'an area lies in itself'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'area_lies_in_no_circle';
        END IF;
        IF EXISTS (
            SELECT 1 FROM partners_term term
            LEFT JOIN partners_term larger ON larger.id = term.within_id AND larger.vocabulary = 'area'
            WHERE term.id = NEW.id AND term.within_id IS NOT NULL AND larger.id IS NULL
        ) THEN
            RAISE EXCEPTION 'an area lies in what is no area'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'area_lies_in_an_area';
        END IF;
        RETURN NULL;
    """,
)
