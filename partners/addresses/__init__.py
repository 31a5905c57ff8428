"""Addresses of the parts of the partner pages, a file for each; partners/urls.py puts them together."""
"""The addresses of what is larger than a page or two, a module for each; partners/urls.py gathers them."""
