-- One row per commitment and group that it can be counted in: its text, each part of the text that
-- it stands in, each topic that it lies in, each actor that it addresses, the year in which it is
-- due, the verb of its wording. A wider part or topic has what lies in the narrower ones.
-- key: commitment_id, grouping, group_id

SELECT
    members.commitment_id,
    members.grouping,
    members.group_id,
    names.group_{language},
    names.place
FROM commitment_group_members AS members
JOIN commitment_group_names AS names USING (grouping, group_id)
ORDER BY members.commitment_id, members.grouping, members.group_id
