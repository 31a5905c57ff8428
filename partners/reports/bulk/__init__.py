"""What an edit of many does, and what taking it back would leave."""
