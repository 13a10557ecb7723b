-- en: One row per row of every table, with the source it rests on and its date where it has one. A
-- link of a commitment or initiative rests on the source of what it links.
-- fr: Une ligne par ligne de chaque table, avec la source sur laquelle elle repose et sa date si
-- elle en a une. Un lien d'un engagement ou d'une initiative repose sur la source de ce qu'il
-- relie.
--
-- relation: The table. | La table.
-- row_id: Key of the row; the parts of a compound key are separated by blanks. | Clé de la ligne ;
-- les parties d'une clé composée sont séparées par des espaces.
-- source_id: Source on which it rests. | Source sur laquelle elle repose.
-- dated_on: First day that the date of the fact can mean; empty for a fact without a date, and for
-- an event that is only planned. | Premier jour que la date du fait peut désigner ; vide pour un
-- fait sans date et pour un événement seulement prévu.

WITH facts AS (
    SELECT
        'sources' AS relation,
        id AS row_id,
        id AS source_id,
        coalesce(published_on_earliest, published_on_latest) AS dated_on
    FROM sources

    UNION ALL

    SELECT 'actors', id, source_id, NULL
    FROM actors

    UNION ALL

    SELECT 'actor_names', concat_ws(' ', actor_id, language, name), source_id, NULL
    FROM actor_names

    UNION ALL

    SELECT 'countries', id, source_id, NULL
    FROM countries

    UNION ALL

    SELECT 'country_points', country_id, NULL, NULL
    FROM country_points

    UNION ALL

    SELECT 'instruments', id, source_id, coalesce(adopted_on_earliest, adopted_on_latest)
    FROM instruments

    UNION ALL

    SELECT 'instrument_names', concat_ws(' ', instrument_id, language, name), source_id, NULL
    FROM instrument_names

    UNION ALL

    SELECT 'instrument_relations', concat_ws(' ', from_id, relation, to_id), source_id, NULL
    FROM instrument_relations

    UNION ALL

    SELECT 'memberships', id, source_id, coalesce(joined_on_earliest, joined_on_latest)
    FROM memberships

    UNION ALL

    SELECT 'adherences', id, source_id, coalesce(on_date_earliest, on_date_latest)
    FROM adherences

    UNION ALL

    SELECT 'positions', id, source_id, coalesce(on_date_earliest, on_date_latest)
    FROM positions

    UNION ALL

    SELECT 'appointments', id, source_id, coalesce(started_on_earliest, started_on_latest)
    FROM appointments

    UNION ALL

    SELECT 'reported_counts', id, source_id, coalesce(as_of_earliest, as_of_latest)
    FROM reported_counts

    UNION ALL

    SELECT 'actor_figures', id, source_id, coalesce(as_of_earliest, as_of_latest)
    FROM actor_figures

    UNION ALL

    SELECT 'focus_areas', id, source_id, NULL
    FROM focus_areas

    UNION ALL

    SELECT 'commitments', id, source_id, NULL
    FROM commitments

    UNION ALL

    SELECT 'commitment_actors', concat_ws(' ', commitment_id, actor_id, role), parents.source_id, NULL
    FROM commitment_actors
    JOIN commitments AS parents ON parents.id = commitment_actors.commitment_id

    UNION ALL

    SELECT 'commitment_beneficiaries', concat_ws(' ', commitment_id, actor_id), parents.source_id, NULL
    FROM commitment_beneficiaries
    JOIN commitments AS parents ON parents.id = commitment_beneficiaries.commitment_id

    UNION ALL

    SELECT 'commitment_focus_areas', concat_ws(' ', commitment_id, focus_area_id), parents.source_id, NULL
    FROM commitment_focus_areas
    JOIN commitments AS parents ON parents.id = commitment_focus_areas.commitment_id

    UNION ALL

    SELECT 'commitment_sdgs', concat_ws(' ', commitment_id, sdg), parents.source_id, NULL
    FROM commitment_sdgs
    JOIN commitments AS parents ON parents.id = commitment_sdgs.commitment_id

    UNION ALL

    SELECT 'assessments', id, source_id, coalesce(as_of_earliest, as_of_latest)
    FROM assessments

    UNION ALL

    SELECT 'initiatives', id, source_id, coalesce(started_on_earliest, started_on_latest)
    FROM initiatives

    UNION ALL

    SELECT 'initiative_partners', concat_ws(' ', initiative_id, actor_id), parents.source_id, NULL
    FROM initiative_partners
    JOIN initiatives AS parents ON parents.id = initiative_partners.initiative_id

    UNION ALL

    SELECT 'initiative_focus_areas', concat_ws(' ', initiative_id, focus_area_id), parents.source_id, NULL
    FROM initiative_focus_areas
    JOIN initiatives AS parents ON parents.id = initiative_focus_areas.initiative_id

    UNION ALL

    SELECT 'initiative_reach', concat_ws(' ', initiative_id, actor_id), parents.source_id, NULL
    FROM initiative_reach
    JOIN initiatives AS parents ON parents.id = initiative_reach.initiative_id

    UNION ALL

    SELECT 'initiative_figures', id, source_id, coalesce(as_of_earliest, as_of_latest)
    FROM initiative_figures

    UNION ALL

    SELECT 'needs', id, source_id, coalesce(stated_on_earliest, stated_on_latest)
    FROM needs

    UNION ALL

    SELECT
        'milestones',
        id,
        source_id,
        CASE WHEN status = 'held' THEN coalesce(happened_on_earliest, happened_on_latest) END
    FROM milestones

    UNION ALL

    SELECT 'discrepancies', id, source_id, NULL
    FROM discrepancies

    UNION ALL

    SELECT 'citations', concat_ws(' ', table_name, row_id, source_id), source_id, NULL
    FROM citations

    UNION ALL

    SELECT 'omissions', id, source_id, NULL
    FROM omissions
)

SELECT
    relation,
    row_id,
    source_id,
    dated_on
FROM facts
ORDER BY relation, row_id, source_id
