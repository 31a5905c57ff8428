from coalition.sample.governance.story import Story, write_governance

__all__ = ["Story", "write_governance"]
