"""The addresses of what is larger than a page or two, a module for each; partners/urls.py gathers them."""
