"""Forms about partners on their way: moved from stage to stage, and suggested."""
