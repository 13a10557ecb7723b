// DuckDB's SQL, as far as an editor has to know it: what to colour and what to suggest.

import { SQLDialect } from "@codemirror/lang-sql";

// Reserved words and those that begin or join clauses; names that our columns bear are left out.
export const KEYWORDS = `
  all and anti any as asc asof begin between by case cast cross cube describe desc distinct else
  end except exclude exists explain analyze filter for from full glob group grouping having ilike
  in inner intersect interval into is isnull join lambda lateral left like limit materialized
  natural not notnull nulls offset on or order outer over partition pivot positional qualify
  recursive replace respect right rollup rows sample select semi sets show similar some summarize
  tablesample then to true try_cast union unnest unpivot using values when where window with within
  ignore preceding following unbounded collate first last recursive
`.trim().split(/\s+/);

export const TYPES = `
  array bigint bit blob bool boolean date datetime decimal double float hugeint int integer json
  list map numeric real smallint struct text time timestamp timestamptz tinyint ubigint uinteger
  uuid varchar
`.trim().split(/\s+/);

// What questions about promises and days need; DuckDB has many more.
export const FUNCTIONS = `
  abs any_value arg_max arg_min avg bool_and bool_or ceil coalesce concat concat_ws contains count
  count_if current_date date_diff date_part date_trunc dense_rank ends_with extract first floor
  format generate_series greatest ifnull lag last lead least left len length list list_contains
  list_distinct list_sort lower make_date max median min mode nullif quantile_cont rank regexp_extract
  regexp_matches regexp_replace replace round row_number split_part starts_with strftime string_agg
  string_split strip_accents strptime sum trim unnest upper year month day
`.trim().split(/\s+/);

/** The dialect, in which the names of our relations are colored as known ones. */
export function dialect(relations) {
  return SQLDialect.define({
    keywords: KEYWORDS.join(" "),
    types: TYPES.join(" "),
    builtin: relations.join(" ").toLowerCase(),
    caseInsensitiveIdentifiers: true,
    operatorChars: "*+-%<>!=&|~^/@",
    specialVar: "$?", // and so no $$text$$, which is rarer than a parameter
  });
}
