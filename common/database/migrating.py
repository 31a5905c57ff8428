"""Migrations of many steps, each of which would have Django draw every model anew."""

from collections.abc import Iterable

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


class Together(Operation):
    """Steps from one state of the models to another, taken without the states between them.

    Between two steps of a migration Django renders every model that has to do with the one that changes, and
    here all have to do with their coalition. Taken together, fifty steps render them once. So a step relies
    only on what stood before the first or stands after the last; tables are created whole. The way back takes
    the steps one by one.
    """

    def __init__(self, steps: Iterable[Operation]) -> None:
        self.steps = list(steps)

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        state.__dict__.pop("apps", None)  # whoever asks for them next has them rendered, once
        for step in self.steps:
            step.state_forwards(app_label, state)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for step in self.steps:
            step.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        states = [to_state]
        for step in self.steps:
            states.append(states[-1].clone())
            step.state_forwards(app_label, states[-1])
        for step in reversed(self.steps):
            after = states.pop()
            step.database_backwards(app_label, schema_editor, after, states[-1])

    def describe(self) -> str:
        return "; ".join(step.describe() for step in self.steps)


class Independent(Together):
    """Steps of which none relies on another, such as changes of fields: the way back is one too."""

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        for step in self.steps:
            step.database_backwards(app_label, schema_editor, from_state, to_state)
