-- One row per text and day from which it stands otherwise than before, from the first day on which
-- it is known: its dates decide, where there are none its status of today. A draft says as what it
-- had been adopted by then.
-- key: instrument_id, since
-- stored: instrument_id, since
--
-- instrument_id: -> instruments The text.
-- since: First day on which it stands so.
-- until: First day on which it does so no longer; empty if no such day is known.
-- status: [instrument_status] Where the text stands then.
-- standing: [standing] 'made' if it had been adopted by then, else 'proposed'.
-- proposed: Whether it is open as a proposal: put forward or issued, and not adopted as another
-- text.
-- stands: Adopted by then and neither superseded nor withdrawn.
-- adopted_as_id: -> instruments The text as which this draft had been adopted by then.
-- known_on_latest: Last day that the first of its known dates can mean.

WITH adoptions AS (
    SELECT
        instrument_relations.from_id AS instrument_id,
        adopted.id AS adopted_as_id,
        adopted.adopted_on_latest
    FROM instrument_relations
    JOIN instruments AS adopted ON adopted.id = instrument_relations.to_id
    WHERE instrument_relations.relation = 'adopted_as'
),

-- The days on which anything about it can change.
turns AS (
    SELECT
        id AS instrument_id,
        unnest([
            least(proposed_on_latest, adopted_on_latest),
            adopted_on_latest,
            in_force_on_latest,
            ended_on_latest
        ]) AS since
    FROM instruments

    UNION

    SELECT instrument_id, adopted_on_latest AS since
    FROM adoptions
),

drafts AS (
    SELECT
        turns.instrument_id,
        turns.since,
        min(adoptions.adopted_as_id) AS adopted_as_id
    FROM turns
    JOIN adoptions
        ON adoptions.instrument_id = turns.instrument_id
        AND adoptions.adopted_on_latest <= turns.since
    GROUP BY ALL
),

dated AS (
    SELECT
        instruments.*,
        turns.since,
        least(proposed_on_latest, adopted_on_latest) AS known_on_latest,
        coalesce(adopted_on_latest <= turns.since, false) AS is_out,
        is_made(status, adopted_on_latest, turns.since) AS is_made,
        has_ended(status, ended_on_latest, turns.since) AS has_ended
    FROM turns
    JOIN instruments ON instruments.id = turns.instrument_id
)

SELECT
    dated.id AS instrument_id,
    dated.since,
    lead(dated.since) OVER (PARTITION BY dated.id ORDER BY dated.since) AS until,
    CASE
        WHEN dated.has_ended AND dated.status = 'superseded' THEN 'superseded'
        WHEN dated.has_ended THEN 'withdrawn'
        WHEN NOT dated.is_out THEN 'proposed'
        WHEN dated.status IN ('proposed', 'issued') THEN dated.status
        WHEN dated.in_force_on_latest <= dated.since THEN 'in_force'
        WHEN dated.status = 'in_force' AND dated.in_force_on IS NULL THEN 'in_force'
        ELSE 'adopted'
    END AS status,
    CASE WHEN dated.is_made THEN 'made' ELSE 'proposed' END AS standing,
    NOT dated.is_made
    AND NOT dated.has_ended
    AND (NOT dated.is_out OR dated.status IN ('proposed', 'issued'))
    AND drafts.adopted_as_id IS NULL AS proposed,
    dated.is_made AND NOT dated.has_ended AS stands,
    drafts.adopted_as_id,
    dated.known_on_latest
FROM dated
LEFT JOIN drafts ON drafts.instrument_id = dated.id AND drafts.since = dated.since
WHERE dated.known_on_latest <= dated.since
ORDER BY instrument_id, dated.since
