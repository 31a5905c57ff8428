"""The command."""

from collections.abc import Callable

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts.models import Coalition
from coalition.sample.sign_ins import read_sign_ins
from tests.factories import CoalitionFactory


@pytest.fixture
def command(db, settings, tmp_path, capsys) -> Callable[..., str]:
    settings.DATA_DIR = tmp_path

    def run(*words: str) -> str:
        call_command("sample", *words)
        return capsys.readouterr().out.strip()

    return run


def test_command_prepares_writes_the_sign_ins_and_removes(command, tmp_path):
    assert "The sample is ready at /sunnybrook/." in command("prepare")
    assert len(read_sign_ins(tmp_path / "sample-sign-ins.txt")) == 5
    assert command("prepare") == "The sample is there already, at /sunnybrook/."
    assert "is gone" in command("remove")
    assert command("remove") == "There is no coalition at /sunnybrook/."


def test_command_makes_the_sample_as_of_today(command):
    command("prepare", "--slug", "here")
    here = Coalition.objects.get(slug="here")
    assert 900 < (timezone.localdate() - here.founded_on).days < 930


def test_command_refuses_to_remove_a_coalition_of_its_own(command):
    CoalitionFactory(slug="ours", name="Ours")
    with pytest.raises(CommandError, match="Ours is not a sample"):
        command("remove", "--slug", "ours")
