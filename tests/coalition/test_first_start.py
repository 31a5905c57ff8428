"""The first start with the sample, read from the terminal; and what is said when it cannot begin."""

import http.cookiejar
import re
import runpy
import urllib.request
from urllib.parse import urlencode

import pytest

from coalition import commands
from tests.coalition.running import ROOT, RunningUp, manage

SIGN_IN = re.compile(r"^  (coordinator|steering|partner) +(\S+@\S+) +(\S+)$", re.MULTILINE)
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
NEWER = (
    "from django.db import connection; c = connection.cursor(); "
    'c.execute("INSERT INTO django_migrations (app, name, applied)'
    " VALUES ('partners', '9999_later', now())\")"
)


class Browser:
    """Keeps cookies and follows redirects; no more."""

    def __init__(self, address: str) -> None:
        self.address = address
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self._open = urllib.request.build_opener(cookies).open

    def get(self, path: str) -> tuple[str, str]:
        """Where it led, and the page."""
        with self._open(self.address + path) as answer:
            return answer.url, answer.read().decode()

    def post(self, path: str, **fields: str) -> tuple[str, str]:
        token = TOKEN.search(self.get(path)[1])[1]
        form = urlencode({"csrfmiddlewaretoken": token, **fields}).encode()
        with self._open(self.address + path, form) as answer:
            return answer.url, answer.read().decode()


def test_each_printed_sign_in_opens_the_sample_which_never_comes_back_once_taken_away(data):
    with RunningUp(data, options=()) as up:
        up.wait_until_healthy()
        printed = SIGN_IN.findall(up.said)
        assert [role for role, _email, _password in printed] == [
            "coordinator",
            "steering",
            "partner",
        ]
        for _role, email, password in printed:
            url, _page = Browser(up.address).post(
                "/accounts/login/", login=email, password=password
            )
            assert url == f"{up.address}/sunnybrook/"
        assert f"all others of the sample: {data}/sample-sign-ins.txt" in up.said
        assert manage("sample", "remove", data=data).returncode == 0
        assert up.stop() == 0
    with RunningUp(data, options=()) as up:
        up.wait_until_healthy()
        assert SIGN_IN.findall(up.said) == []
        assert "Whoever opens an empty Commonweal first makes the first account." in up.said
        url, page = Browser(up.address).get("/")
        assert url == f"{up.address}/accounts/signup/"
        assert "You are the first here" in page
        assert up.stop() == 0
    made = manage("shell", "--no-imports", "-c", NEWER, data=data)
    assert made.returncode == 0, made.stderr
    answer = manage("up", "--port", "0", "--data", str(data), "--no-sample", data=data)
    assert answer.returncode == 1
    assert "written by a newer release of Commonweal (it knows of partners 9999_later)" in (
        answer.stdout + answer.stderr
    )


def test_up_names_the_given_server_that_does_not_answer(data):
    for variable, url in (
        ("DATABASE_URL", "postgresql://me:secret@127.0.0.1:1/x"),
        ("REDIS_URL", "redis://:secret@127.0.0.1:1/0"),
    ):
        answer = manage("up", "--data", str(data), data=data, **{variable: url})
        assert answer.returncode == 1
        assert f"at 127.0.0.1:1 does not answer as {variable} says" in answer.stderr
        assert "secret" not in answer.stderr + answer.stdout
        assert "Traceback" not in answer.stderr


def test_ctrl_c_before_anything_runs_ends_without_a_trace(monkeypatch, capsys):
    def interrupted(_argv: list[str]) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "main", interrupted)
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(ROOT / "manage.py"), run_name="__main__")
    assert (ended.value.code, capsys.readouterr().err) == (130, "")
