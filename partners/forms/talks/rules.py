from django import forms

from partners.models import TalkRules


class TalkRulesForm(forms.ModelForm):
    """After how many days without a talk somebody should call, by how close a partner is."""

    class Meta:
        model = TalkRules
        fields = [
            "steering",
            "active",
            "supporting",
            "prospect",
            "answer_within",
            "asked_at_least",
        ]
