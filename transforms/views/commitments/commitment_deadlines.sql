-- One row per text and deadline of the commitments it made; commitments that share both are one
-- row. A commitment whose deadline is also a milestone is left to the milestone, so that each
-- deadline is told once.
-- key: instrument_id, happened_on
--
-- instrument_id: The text.
-- commitment_id: The commitment, if it is only one.
-- row_ids: -> commitments The commitments due.
-- n: How many commitments are due.
-- happened_on: When.
-- title: What, in one line.
-- description: What a reader should know.

WITH due AS (
    SELECT
        commitments.instrument_id,
        commitments.due_on{days},
        instruments.short_title_{language} AS instrument_{language},
        list(commitments.id ORDER BY commitments.id) AS row_ids,
        count(*) AS n,
        string_agg(commitments.paragraph_{language}, ', ' ORDER BY commitments.id) AS paragraphs_{language},
        min(commitments.summary_{language}) AS summary_{language},
        min(commitments.source_id) AS source_id,
        min(commitments.locator) AS locator,
        arg_max(
            commitments.confidence,
            code_position('confidence', commitments.confidence)
        ) AS confidence
    FROM commitments
    JOIN instruments ON instruments.id = commitments.instrument_id
    ANTI JOIN deadline_milestones AS standing_in ON standing_in.commitment_id = commitments.id
    WHERE
        commitments.due_on IS NOT NULL
        AND is_made(instruments.status, instruments.adopted_on_latest, DATE 'infinity')
    GROUP BY ALL
),

titled AS (
    SELECT
        *,
        instrument_{language} || ', ' || paragraphs_{language} || _(': due') AS one_{language},
        instrument_{language} || replace(_(': {n} commitments due'), '{n}', n::VARCHAR) AS many_{language},
    FROM due
)

SELECT
    instrument_id,
    CASE WHEN n = 1 THEN row_ids[1] END AS commitment_id,
    row_ids,
    n,
    due_on{days} AS happened_on{days},
    CASE WHEN n = 1 THEN one_{language} ELSE many_{language} END AS title_{language},
    CASE WHEN n = 1 THEN summary_{language} ELSE paragraphs_{language} END AS description_{language},
    source_id,
    CASE WHEN n = 1 THEN locator END AS locator,
    confidence
FROM titled
ORDER BY instrument_id, due_on_latest, due_on
