-- en: One row per text and deadline of the commitments it made; commitments that share both are one
-- row. A commitment whose deadline is also a milestone is left to the milestone, so that each
-- deadline is told once.
-- fr: Une ligne par texte et par échéance des engagements qu'il contient ; les engagements qui ont
-- les deux en commun font une ligne. Un engagement dont l'échéance est aussi un jalon est laissé au
-- jalon, pour que chaque échéance soit dite une fois.
-- key: instrument_id, happened_on
--
-- instrument_id: The text. | Le texte.
-- commitment_id: The commitment, if it is only one. | L'engagement, s'il est seul.
-- row_ids: -> commitments The commitments due. | Les engagements arrivant à échéance.
-- n: How many commitments are due. | Nombre d'engagements arrivant à échéance.
-- happened_on: When. | Quand.
-- title_en: What, in one line, in English. | Quoi, en une ligne, en anglais.
-- title_fr: What, in one line, in French. | Quoi, en une ligne.
-- description_en: What a reader should know, in English. | Ce qu'il faut savoir, en anglais.
-- description_fr: What a reader should know, in French. | Ce qu'il faut savoir.

WITH due AS (
    SELECT
        commitments.instrument_id,
        commitments.due_on,
        commitments.due_on_earliest,
        commitments.due_on_latest,
        instruments.short_title_en AS instrument_en,
        instruments.short_title_fr AS instrument_fr,
        list(commitments.id ORDER BY commitments.id) AS row_ids,
        count(*) AS n,
        string_agg(commitments.paragraph_en, ', ' ORDER BY commitments.id) AS paragraphs_en,
        string_agg(commitments.paragraph_fr, ', ' ORDER BY commitments.id) AS paragraphs_fr,
        min(commitments.summary_en) AS summary_en,
        min(commitments.summary_fr) AS summary_fr,
        min(commitments.source_id) AS source_id,
        min(commitments.locator) AS locator,
        arg_max(
            commitments.confidence,
            code_position('confidence', commitments.confidence)
        ) AS confidence
    FROM commitments
    JOIN instruments ON instruments.id = commitments.instrument_id
    ANTI JOIN deadline_milestones AS told ON told.commitment_id = commitments.id
    WHERE
        commitments.due_on IS NOT NULL
        AND is_made(instruments.status, instruments.adopted_on_latest, DATE 'infinity')
    GROUP BY ALL
)

SELECT
    instrument_id,
    CASE WHEN n = 1 THEN row_ids[1] END AS commitment_id,
    row_ids,
    n,
    due_on AS happened_on,
    due_on_earliest AS happened_on_earliest,
    due_on_latest AS happened_on_latest,
    CASE
        WHEN n = 1 THEN instrument_en || ', ' || paragraphs_en || ': due'
        ELSE instrument_en || ': ' || n || ' commitments due'
    END AS title_en,
    CASE
        WHEN n = 1 THEN instrument_fr || ', ' || paragraphs_fr || ' : échéance'
        ELSE instrument_fr || ' : ' || n || ' engagements à échéance'
    END AS title_fr,
    CASE WHEN n = 1 THEN summary_en ELSE paragraphs_en END AS description_en,
    CASE WHEN n = 1 THEN summary_fr ELSE paragraphs_fr END AS description_fr,
    source_id,
    CASE WHEN n = 1 THEN locator END AS locator,
    confidence
FROM due
ORDER BY instrument_id, due_on_latest, due_on
