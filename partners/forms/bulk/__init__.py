"""What is wanted of many organisations together."""
