"""Charts without the app: as pictures, as files, and alone in a frame of another site."""
