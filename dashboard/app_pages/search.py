"""Search: everything that words find, of every kind."""

from dashboard.components.search import results

results.show()
