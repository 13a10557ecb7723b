-- One row per row of every table, with the source it rests on and its date where it has one. A link
-- of a commitment or initiative rests on the source of what it links.
-- key: relation, row_id
--
-- relation: -> dictionary The table.
-- row_id: Key of the row; the parts of a compound key are separated by blanks.
-- source_id: Source on which it rests.
-- dated_on: First day that the date of the fact can mean; empty for a fact without a date, and for
-- an event that is only planned.
-- is_read: Whether that source was read in full; of a commitment, whether its own wording was read.

{% include "record/parts/facts.sql" %}
ORDER BY facts.relation, facts.row_id, facts.source_id
