"""Forms about talks: what happened, how often it should, and events where one meets."""
