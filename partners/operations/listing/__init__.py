"""What is done from the partner list: views of it are kept, and partners move on its board."""
