"""Each letter once: written with its change, sent by one worker, tried again until it is hopeless."""
