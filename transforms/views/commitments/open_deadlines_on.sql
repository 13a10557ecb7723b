-- One row per event of the timeline that is the deadline of commitments, and those of them that are
-- still to be met, as known on the day; none where all are met or overtaken, or their text no
-- longer stands. Given two more days, only of deadlines after the first and up to the second.
-- key: event_id
-- parameters: day DATE, after_day DATE := NULL, up_to_day DATE := NULL
--
-- event_id: The event, as in timeline.
-- commitment_ids: -> commitments The commitments still to be met.
-- title: What is due, in one line; it says how many of a group are still to be met.
-- description: What a reader should know; of several commitments, their paragraphs.

WITH due AS (
    SELECT
        id AS event_id,
        title_{language},
        description_{language},
        n,
        unnest(CASE origin WHEN 'milestone' THEN [commitment_id] ELSE row_ids END) AS commitment_id
    FROM timeline
    WHERE
        kind = 'deadline'
        AND (origin = 'commitment_deadline' OR commitment_id IS NOT NULL)
        AND turns_between(happened_on_latest, after_day, up_to_day)
),

still AS (
    SELECT
        due.event_id,
        due.n,
        any_value(due.title_{language}) AS title_{language},
        any_value(due.description_{language}) AS description_{language},
        list(commitments.id ORDER BY commitments.id) AS commitment_ids,
        count(*) AS open,
        any_value(texts.instrument_{language}) AS instrument_{language},
        string_agg(commitments.paragraph_{language}, ', ' ORDER BY commitments.id) AS paragraphs_{language},
        min(commitments.summary_{language}) AS summary_{language},
    FROM due
    JOIN commitments ON commitments.id = due.commitment_id
    JOIN instruments_on(day) AS texts ON texts.instrument_id = commitments.instrument_id
    LEFT JOIN latest_assessments_on(day) AS latest ON latest.commitment_id = commitments.id
    WHERE is_open(texts.stands, coalesce(latest.status, 'not_assessed'))
    GROUP BY ALL
),

titled AS (
    SELECT
        *,
        instrument_{language} || ', ' || paragraphs_{language} || _(': due') AS one_{language},
        instrument_{language} || replace(replace(_(': {open} of {n} commitments still to be met'), '{open}', open::VARCHAR), '{n}', n::VARCHAR) AS some_{language},
    FROM still
)

SELECT
    event_id,
    commitment_ids,
    CASE WHEN open = n THEN title_{language} WHEN open = 1 THEN one_{language} ELSE some_{language} END AS title_{language},
    CASE WHEN open = n THEN description_{language} WHEN open = 1 THEN summary_{language} ELSE paragraphs_{language} END AS description_{language},
FROM titled
ORDER BY event_id
