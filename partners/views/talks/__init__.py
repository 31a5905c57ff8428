"""Talks with partners: logged, listed, how often they should be, and events where one meets."""
