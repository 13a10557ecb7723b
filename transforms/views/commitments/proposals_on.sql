-- en: One row per commitment that a text put forward by the day would make, and nobody had made by
-- then. Drafts adopted by the day as another text, and proposals withdrawn by then, are left out.
-- fr: Une ligne par engagement que comporterait un texte présenté au jour dit, et que personne
-- n'avait alors pris. Les projets adoptés à cette date sous une autre cote et les propositions
-- retirées n'y sont pas.
-- parameters: day DATE
--
-- id: Key of the commitment. | Clé de l'engagement.
-- instrument_id: The text. | Le texte.
-- instrument_en: Short title of the text in English. | Titre court du texte, en anglais.
-- instrument_fr: Short title of the text in French. | Titre court du texte.
-- instrument_symbol: Official symbol of the text. | Cote officielle du texte.
-- instrument_kind: What kind of text it is. | Nature du texte.
-- legal_force: What force the text has. | Portée juridique du texte.
-- instrument_status: Where the text stood on the day: 'proposed' or 'issued'. | État du texte au
-- jour dit : « proposed » (proposé) ou « issued » (publié).
-- standing: Always 'proposed' on the day, even if the text was adopted later. | Toujours « proposed
-- » (proposé) au jour dit, même si le texte a été adopté plus tard.
-- made_on: When the text was adopted or issued; empty for what was only proposed. | Date d'adoption
-- ou de publication du texte ; vide pour ce qui n'est que proposé.
-- made_on_earliest: First day that made_on can mean. | Premier jour que made_on peut désigner.
-- made_on_latest: Last day that made_on can mean. | Dernier jour que made_on peut désigner.
-- paragraph_en: Paragraph or part of the text, in English. | Paragraphe ou partie du texte, en
-- anglais.
-- paragraph_fr: Paragraph or part of the text, in French. | Paragraphe ou partie du texte.
-- summary_en: What is promised, in our words, in English. | Ce qui est promis, en résumé, en
-- anglais.
-- summary_fr: What is promised, in our words, in French. | Ce qui est promis, en résumé.
-- modality: The verb of the text, from binding to inviting. | Le verbe du texte, du contraignant à
-- l'invitation.
-- addressee: Kind of actor that the text commits. | Type d'acteur que le texte engage.
-- actor_ids: The actors that the commitment binds or addresses. | Les acteurs que l'engagement lie
-- ou vise.
-- actors_en: Their names in English, sorted, joined by semicolons. | Leurs noms en anglais, triés,
-- séparés par des points-virgules.
-- actors_fr: Their names in French, sorted, joined by semicolons. | Leurs noms, triés, séparés par
-- des points-virgules.
-- focus_area_ids: The focus areas it works on. | Les domaines sur lesquels il porte.
-- focus_areas_en: Names of the focus areas in English. | Noms des domaines, en anglais.
-- focus_areas_fr: Names of the focus areas in French. | Noms des domaines.
-- beneficiary_en: Whom it should serve, as the text says, in English. | À qui il doit profiter,
-- selon le texte, en anglais.
-- beneficiary_fr: Whom it should serve, as the text says, in French. | À qui il doit profiter,
-- selon le texte.
-- beneficiary_ids: Groups of countries among them. | Groupes de pays parmi eux.
-- sdgs: Sustainable Development Goals that the text itself names beside it. | Objectifs de
-- développement durable que le texte même nomme à côté.
-- due_on: By when, if the text sets a date. | Pour quand, si le texte fixe une date.
-- due_on_earliest: First day that due_on can mean. | Premier jour que due_on peut désigner.
-- due_on_latest: Last day that due_on can mean. | Dernier jour que due_on peut désigner.
-- due_note_en: How the text sets the date, in English. | Comment le texte fixe la date, en anglais.
-- due_note_fr: How the text sets the date, in French. | Comment le texte fixe la date.
-- target_en: What can be measured, in English. | Ce qui est mesurable, en anglais.
-- target_fr: What can be measured, in French. | Ce qui est mesurable.
-- verification: Whether the text's own wording was read. | Si le texte même a été lu.
-- source_id: Source in which the fact was read. | Source dans laquelle le fait a été lu.
-- source_title: Title of the source, in its own language. | Titre de la source, dans sa langue.
-- source_url: Address of the source. | Adresse de la source.
-- locator: Place in the source. | Endroit dans la source.
-- confidence: How well the fact is attested. | Degré de confiance dans le fait.
-- folded: Everything a search looks through: lower case, no accents, œ as oe, plain apostrophes. |
-- Tout ce que parcourt une recherche : minuscules, sans accents, œ écrit oe, apostrophes droites.

SELECT
    commitment_register.id,
    commitment_register.instrument_id,
    commitment_register.instrument_en,
    commitment_register.instrument_fr,
    commitment_register.instrument_symbol,
    commitment_register.instrument_kind,
    commitment_register.legal_force,
    texts.status AS instrument_status,
    texts.standing,
    commitment_register.made_on,
    commitment_register.made_on_earliest,
    commitment_register.made_on_latest,
    commitment_register.paragraph_en,
    commitment_register.paragraph_fr,
    commitment_register.summary_en,
    commitment_register.summary_fr,
    commitment_register.modality,
    commitment_register.addressee,
    commitment_register.actor_ids,
    commitment_register.actors_en,
    commitment_register.actors_fr,
    commitment_register.focus_area_ids,
    commitment_register.focus_areas_en,
    commitment_register.focus_areas_fr,
    commitment_register.beneficiary_en,
    commitment_register.beneficiary_fr,
    commitment_register.beneficiary_ids,
    commitment_register.sdgs,
    commitment_register.due_on,
    commitment_register.due_on_earliest,
    commitment_register.due_on_latest,
    commitment_register.due_note_en,
    commitment_register.due_note_fr,
    commitment_register.target_en,
    commitment_register.target_fr,
    commitment_register.verification,
    commitment_register.source_id,
    commitment_register.source_title,
    commitment_register.source_url,
    commitment_register.locator,
    commitment_register.confidence,
    commitment_register.folded
FROM commitment_register
JOIN instruments_on(day) AS texts ON texts.instrument_id = commitment_register.instrument_id
WHERE
    texts.standing = 'proposed'
    AND texts.status IN ('proposed', 'issued')
    AND texts.adopted_as_id IS NULL
ORDER BY commitment_register.id
