-- en: One row per commitment, made or only proposed; with the names a reader needs. A proposal is
-- listed here and never counted as made.
-- fr: Une ligne par engagement, pris ou seulement proposé, avec les noms utiles au lecteur. Une
-- proposition figure ici et n'est jamais comptée comme un engagement pris.
-- key: id
--
-- id: -> commitments Key of the commitment. | Clé de l'engagement.
-- instrument_id: The text. | Le texte.
-- instrument_en: Short title of the text in English. | Titre court du texte, en anglais.
-- instrument_fr: Short title of the text in French. | Titre court du texte.
-- instrument_symbol: Official symbol of the text. | Cote officielle du texte.
-- instrument_kind: [instrument_kind] What kind of text it is. | Nature du texte.
-- legal_force: What force the text has. | Portée juridique du texte.
-- instrument_status: [instrument_status] Where the text stands today. | État du texte aujourd'hui.
-- standing: [standing] 'made' if the text was adopted, even if it was superseded or withdrawn
-- since; 'proposed' if it was only proposed, or issued by its author alone. | « made » (pris) si le
-- texte a été adopté, même remplacé ou retiré depuis ; « proposed » (proposé) s'il n'a été que
-- proposé, ou publié par son seul auteur.
-- made_on: When the text was adopted or issued; empty for what was only proposed. | Date d'adoption
-- ou de publication du texte ; vide pour ce qui n'est que proposé.
-- paragraph_en: Paragraph or part of the text, in English. | Paragraphe ou partie du texte, en
-- anglais.
-- paragraph_fr: Paragraph or part of the text, in French. | Paragraphe ou partie du texte.
-- summary_en: What is promised, in our words, in English. | Ce qui est promis, en résumé, en
-- anglais.
-- summary_fr: What is promised, in our words, in French. | Ce qui est promis, en résumé.
-- actor_ids: -> actors The actors that the commitment binds or addresses. | Les acteurs que
-- l'engagement lie ou vise.
-- actors_en: Their names in English, sorted, joined by semicolons. | Leurs noms en anglais, triés,
-- séparés par des points-virgules.
-- actors_fr: Their names in French, sorted, joined by semicolons. | Leurs noms, triés, séparés par
-- des points-virgules.
-- focus_area_ids: -> focus_areas The focus areas it works on. | Les domaines sur lesquels il porte.
-- focus_areas_en: Names of the focus areas in English. | Noms des domaines, en anglais.
-- focus_areas_fr: Names of the focus areas in French. | Noms des domaines.
-- beneficiary_en: Whom it should serve, as the text says, in English. | À qui il doit profiter,
-- selon le texte, en anglais.
-- beneficiary_fr: Whom it should serve, as the text says, in French. | À qui il doit profiter,
-- selon le texte.
-- beneficiary_ids: -> actors Groups of countries among them. | Groupes de pays parmi eux.
-- sdgs: Sustainable Development Goals that the text itself names beside it. | Objectifs de
-- développement durable que le texte même nomme à côté.
-- due_note_en: How the text sets the date, in English. | Comment le texte fixe la date, en anglais.
-- due_note_fr: How the text sets the date, in French. | Comment le texte fixe la date.
-- target_en: What can be measured, in English. | Ce qui est mesurable, en anglais.
-- verification: Whether the text's own wording was read. | Si le texte même a été lu.
-- source_title: Title of the source, in its own language. | Titre de la source, dans sa langue.
-- source_url: Address of the source. | Adresse de la source.
-- folded: Everything a search looks through: lower case, no accents, œ as oe, plain apostrophes. |
-- Tout ce que parcourt une recherche : minuscules, sans accents, œ écrit oe, apostrophes droites.

WITH parties AS (
    SELECT DISTINCT
        commitment_id,
        actor_id
    FROM commitment_actors
),

committed_actors AS (
    SELECT
        parties.commitment_id,
        list(actors.id ORDER BY actors.id) AS actor_ids,
        string_agg(actors.name_en, '; ' ORDER BY actors.name_en) AS actors_en,
        string_agg(actors.name_fr, ' ; ' ORDER BY actors.name_fr) AS actors_fr,
        string_agg(actor_words.folded, ' ' ORDER BY actors.id) AS folded
    FROM parties
    JOIN actors ON actors.id = parties.actor_id
    JOIN actor_words ON actor_words.actor_id = parties.actor_id
    GROUP BY ALL
),

areas AS (
    SELECT
        commitment_focus_areas.commitment_id,
        list(focus_areas.id ORDER BY focus_areas.id) AS focus_area_ids,
        string_agg(focus_areas.name_en, '; ' ORDER BY focus_areas.name_en) AS focus_areas_en,
        string_agg(focus_areas.name_fr, ' ; ' ORDER BY focus_areas.name_fr) AS focus_areas_fr
    FROM commitment_focus_areas
    JOIN focus_areas ON focus_areas.id = commitment_focus_areas.focus_area_id
    GROUP BY ALL
),

served AS (
    SELECT
        commitment_id,
        list(actor_id ORDER BY actor_id) AS beneficiary_ids
    FROM commitment_beneficiaries
    GROUP BY ALL
),

goals AS (
    SELECT
        commitment_id,
        list(sdg::INTEGER ORDER BY sdg) AS sdgs
    FROM commitment_sdgs
    GROUP BY ALL
)

SELECT
    commitments.id,
    commitments.instrument_id,
    instruments.short_title_en AS instrument_en,
    instruments.short_title_fr AS instrument_fr,
    instruments.symbol AS instrument_symbol,
    instruments.kind AS instrument_kind,
    instruments.legal_force,
    instruments.status AS instrument_status,
    -- What is withdrawn without ever having been adopted was never made.
    CASE
        WHEN is_made(instruments.status, instruments.adopted_on_latest, DATE 'infinity') THEN 'made'
        ELSE 'proposed'
    END AS standing,
    instruments.adopted_on AS made_on,
    instruments.adopted_on_earliest AS made_on_earliest,
    instruments.adopted_on_latest AS made_on_latest,
    commitments.paragraph_en,
    commitments.paragraph_fr,
    commitments.summary_en,
    commitments.summary_fr,
    commitments.modality,
    commitments.addressee,
    coalesce(committed_actors.actor_ids, []) AS actor_ids,
    committed_actors.actors_en,
    committed_actors.actors_fr,
    coalesce(areas.focus_area_ids, []) AS focus_area_ids,
    areas.focus_areas_en,
    areas.focus_areas_fr,
    commitments.beneficiary_en,
    commitments.beneficiary_fr,
    coalesce(served.beneficiary_ids, []) AS beneficiary_ids,
    coalesce(goals.sdgs, []) AS sdgs,
    commitments.due_on,
    commitments.due_on_earliest,
    commitments.due_on_latest,
    commitments.due_note_en,
    commitments.due_note_fr,
    commitments.target_en,
    commitments.target_fr,
    commitments.verification,
    commitments.source_id,
    sources.title AS source_title,
    sources.url AS source_url,
    commitments.locator,
    commitments.confidence,
    concat_ws(
        ' ',
        commitments.id,
        instrument_words.folded,
        search_text(concat_ws(
            ' ',
            commitments.paragraph_en,
            commitments.paragraph_fr,
            commitments.summary_en,
            commitments.summary_fr,
            commitments.beneficiary_en,
            commitments.beneficiary_fr
        )),
        committed_actors.folded
    ) AS folded
FROM commitments
JOIN instruments ON instruments.id = commitments.instrument_id
JOIN instrument_words ON instrument_words.instrument_id = commitments.instrument_id
LEFT JOIN committed_actors ON committed_actors.commitment_id = commitments.id
LEFT JOIN areas ON areas.commitment_id = commitments.id
LEFT JOIN served ON served.commitment_id = commitments.id
LEFT JOIN goals ON goals.commitment_id = commitments.id
LEFT JOIN sources ON sources.id = commitments.source_id
ORDER BY commitments.id
