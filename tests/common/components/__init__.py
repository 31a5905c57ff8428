"""The pieces of the look: what they draw, and that what is vendored and bundled is what it claims to be."""
