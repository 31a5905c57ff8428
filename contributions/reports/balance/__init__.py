"""What a partner receives for what it gives: counted, computed, listed, taken along."""
