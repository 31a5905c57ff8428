"""The main form of a page as a browser would send it, without a browser."""

from html.parser import HTMLParser

Pairs = list[tuple[str, str]]


class FormReader(HTMLParser):
    """Collects the fields of the form that carries a mark: `opened` comes with every edit form."""

    def __init__(self) -> None:
        super().__init__()
        self.pairs: Pairs = []
        self.forms: list[Pairs] = []
        self.select = self.textarea = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        name, value = told.get("name") or "", told.get("value") or ""
        match tag:
            case "form":
                self.pairs = []
                self.forms.append(self.pairs)
            case "select":
                self.select = name
            case "option" if "selected" in told:
                self.pairs.append((self.select, value))
            case "textarea":
                self.textarea = name
                self.pairs.append((name, ""))
            case "input" if name:
                is_box = told.get("type") in ("checkbox", "radio")
                if not is_box or "checked" in told:
                    self.pairs.append((name, value or ("on" if is_box else "")))

    def handle_data(self, data: str) -> None:
        if self.textarea:
            self.pairs[-1] = (self.textarea, self.pairs[-1][1] + data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            # A browser drops the first line break after <textarea>.
            self.pairs[-1] = (self.textarea, self.pairs[-1][1].removeprefix("\n"))
            self.textarea = ""


def edit_form(page: str) -> dict[str, list[str]]:
    """The fields of the page's edit form. Raises LookupError when there is none."""
    reader = FormReader()
    reader.feed(page)
    for pairs in reader.forms:
        if any(name == "opened" for name, _value in pairs):
            fields: dict[str, list[str]] = {}
            for name, value in pairs:
                fields.setdefault(name, []).append(value)
            return fields
    raise LookupError("The page has no edit form.")
