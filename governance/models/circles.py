"""No body stands, however many steps up, above itself: the database refuses it, whoever writes."""

import pgtrigger

# At the end of the transaction, so that a change may turn two bodies around. The lock makes two changes
# at once wait for each other: neither alone makes a circle, both together would. NO KEY UPDATE is what
# `Coalition.objects.lock` takes too. Example: A above B above C; A under C is refused.
HAS_NO_CIRCLE = pgtrigger.Trigger(
    name="has_no_circle",
    when=pgtrigger.After,
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("parent_id"),
    timing=pgtrigger.Deferred,
    condition=pgtrigger.Condition("NEW.parent_id IS NOT NULL"),
    declare=[("circle", "boolean")],
    func="""
        PERFORM 1 FROM accounts_coalition WHERE id = NEW.coalition_id FOR NO KEY UPDATE;
        WITH RECURSIVE above(id) AS (
            SELECT parent_id FROM governance_body WHERE id = NEW.id AND parent_id IS NOT NULL
            UNION
            SELECT body.parent_id FROM governance_body body JOIN above ON body.id = above.id
            WHERE body.parent_id IS NOT NULL
        )
        SELECT EXISTS (SELECT 1 FROM above WHERE id = NEW.id) INTO circle;
        IF circle THEN
            RAISE EXCEPTION 'a body stands above itself'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'body_has_no_circle';
        END IF;
        RETURN NULL;
    """,
)
