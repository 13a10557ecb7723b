-- One row per commitment: the first of those that are addressed to the same actors in the same way.
-- Whom they commit is worked out once for all of them; their text makes a difference to that only
-- where somebody signed, endorsed or adhered to it.
-- key: commitment_id
-- stored: commitment_id
--
-- pattern_id: -> commitments Key of the first commitment that is addressed to the same actors in the
-- same way.
-- instrument_id: Its text, where who takes part in that makes a difference.
-- addressee: What kind of actors it addresses.

WITH joined AS (
    SELECT DISTINCT instrument_id
    FROM participations
    WHERE counted AND instrument_id IS NOT NULL
),

addressed AS (
    SELECT
        commitment_id,
        string_agg(actor_id, ' ' ORDER BY actor_id) AS actors
    FROM commitment_actors
    GROUP BY commitment_id
)

SELECT
    commitments.id AS commitment_id,
    min(commitments.id) OVER (
        PARTITION BY joined.instrument_id, commitments.addressee, addressed.actors
    ) AS pattern_id,
    joined.instrument_id,
    commitments.addressee
FROM commitments
LEFT JOIN joined
    ON joined.instrument_id = commitments.instrument_id
    AND commitments.addressee IN (
        'member_states', 'treaty_parties', 'participants', 'adherents',
        'all_stakeholders', 'international_community'
    )
LEFT JOIN addressed ON addressed.commitment_id = commitments.id
ORDER BY commitment_id
