-- en: One row per source, with how many rows of which tables rest on it; links between rows are not
-- counted.
-- fr: Une ligne par source, avec le nombre de lignes et les tables qui reposent sur elle ; les
-- liens entre lignes ne sont pas comptés.
--
-- source_id: Key of the source. | Clé de la source.
-- publisher: Who published it. | Qui l'a publiée.
-- title: Title, in the language of the source. | Titre, dans la langue de la source.
-- language: Language (ISO 639-1). | Langue (ISO 639-1).
-- url: Address. | Adresse.
-- published_on: When it was published. | Date de publication.
-- published_on_earliest: First day that published_on can mean. | Premier jour que published_on peut
-- désigner.
-- published_on_latest: Last day that published_on can mean. | Dernier jour que published_on peut
-- désigner.
-- kind: What kind of source it is. | Nature de la source.
-- read_as: How much of it was read. | Ce qui en a été lu.
-- confidence: How well the fact is attested. | Degré de confiance dans le fait.
-- rows: How many rows name it as their source. | Nombre de lignes qui la nomment comme source.
-- further_rows: How many rows name it as a further source. | Nombre de lignes qui la nomment comme
-- autre source.
-- relations: In which tables. | Dans quelles tables.

WITH uses AS (
    SELECT
        fact_sources.source_id,
        fact_sources.relation,
        true AS is_first
    FROM fact_sources
    WHERE fact_sources.relation NOT IN (
        'sources',
        'citations',
        'country_points',
        'commitment_actors',
        'commitment_beneficiaries',
        'commitment_focus_areas',
        'commitment_sdgs',
        'initiative_partners',
        'initiative_focus_areas',
        'initiative_reach'
    )

    UNION ALL

    SELECT
        source_id,
        table_name AS relation,
        false AS is_first
    FROM citations
)

SELECT
    sources.id AS source_id,
    sources.publisher,
    sources.title,
    sources.language,
    sources.url,
    sources.published_on,
    sources.published_on_earliest,
    sources.published_on_latest,
    sources.kind,
    sources.read_as,
    sources.confidence,
    count(*) FILTER (uses.is_first) AS rows,
    count(*) FILTER (NOT uses.is_first) AS further_rows,
    coalesce(
        list(DISTINCT uses.relation ORDER BY uses.relation) FILTER (uses.relation IS NOT NULL),
        []
    ) AS relations
FROM sources
LEFT JOIN uses ON uses.source_id = sources.id
GROUP BY ALL
ORDER BY sources.id
