-- One row per text: what it is, where it stood on the day, and how much hangs on it then.
-- key: id
-- parameters: day DATE
--
-- id: -> instruments The text.
-- name: Short title of the text.
-- symbol: Official symbol of the text.
-- title: Full title; empty where it is the same as the name.
-- status: [instrument_status] Where the text stood on the day; empty for a text that nobody knew of by then.
-- standing: [standing] 'made' if it had been adopted by the day, else 'proposed'.
-- commitments: Commitments made by the day.
-- assessed: Those of them that had been assessed.
-- complete: Those of them that were complete.
-- overdue_commitments: Those of them that were overdue.
-- not_assessed: Those of them that nobody had assessed.
-- not_read: Those of them that are known only from excerpts or from accounts by others.
-- proposals: Commitments that it would make and that nobody had adopted by the day.
-- parties: How many were certainly in on the day: signed, ratified, endorsed or adhered.
-- next_due_on: The nearest date that it set and that lay ahead.
-- legal_force: [legal_force] What force the text has.
-- source_id: Source of the row.

WITH proposed AS (
    SELECT
        instrument_id,
        count(*) AS proposals
    FROM proposals_on(day)
    GROUP BY ALL
),

joined AS (
    SELECT
        instrument_id,
        certain AS parties
    FROM roster_levels
    WHERE
        NOT with_derived
        AND coalesce(changed_on <= day, true)
        AND coalesce(until > day, true)
),

ahead AS (
    SELECT
        instrument_id,
        min_by(
            {{ dated("due_on") }},
            {'latest': due_on_latest, 'origin': origin, 'id': id}
        ) AS due
    FROM deadlines_on(day)
    WHERE due_on_latest > day
    GROUP BY ALL
)

SELECT
    texts.id,
    texts.short_title_{language} AS name_{language},
    texts.symbol,
    nullif(texts.title_{language}, texts.short_title_{language}) AS title_{language},
    texts.kind,
    texts.legal_force,
    standing.status,
    standing.standing,
    standing.adopted_as_id,
    texts.adopted_by_id,
    texts.proposed_on{days},
    texts.adopted_on{days},
    texts.in_force_on{days},
    texts.ended_on{days},
    texts.part_of_id,
    texts.original_language,
    texts.url,
    texts.note_{language},
    coalesce(totals.commitments, 0) AS commitments,
    coalesce(totals.commitments - totals.not_assessed, 0) AS assessed,
    coalesce(totals.complete, 0) AS complete,
    coalesce(totals.overdue_commitments, 0) AS overdue_commitments,
    coalesce(totals.not_assessed, 0) AS not_assessed,
    coalesce(totals.not_read, 0) AS not_read,
    coalesce(proposed.proposals, 0) AS proposals,
    coalesce(joined.parties, 0) AS parties,
    ahead.due.edtf AS next_due_on,
    ahead.due.earliest AS next_due_on_earliest,
    ahead.due.latest AS next_due_on_latest,
    texts.source_id,
    texts.locator,
    texts.confidence
FROM instruments AS texts
LEFT JOIN instruments_on(day) AS standing ON standing.instrument_id = texts.id
LEFT JOIN instrument_totals_on(day) AS totals ON totals.instrument_id = texts.id
LEFT JOIN proposed ON proposed.instrument_id = texts.id
LEFT JOIN joined ON joined.instrument_id = texts.id
LEFT JOIN ahead ON ahead.instrument_id = texts.id
ORDER BY texts.id
