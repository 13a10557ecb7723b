"""Pages of plain HTML below ``/data/``: every record and every relation, without a script."""
