"""Talks with partners, who took part, how often they should be, and events where one meets."""
