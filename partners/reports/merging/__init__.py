"""What a merge would do, what taking it apart would, and which pairs look alike."""
