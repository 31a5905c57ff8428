"""Views, own fields, lists, the board and uploads from two tabs, and pressed twice."""
