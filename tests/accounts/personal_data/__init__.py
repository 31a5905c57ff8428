"""What is held about a person: read, downloaded, erased, with the record kept honest."""
