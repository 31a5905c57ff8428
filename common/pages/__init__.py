"""What pages are made of and answer with: filters, addresses, signed links, an order that people set."""
