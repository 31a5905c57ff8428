"""Addresses of the parts of the partner pages, a file for each; partners/urls.py puts them together."""
