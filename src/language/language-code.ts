/** Every code the language may give an author, so that each is known to have its words. */
export const LANGUAGE_CODES = [
  // Reading the text.
  'expression-ends-early',
  'expression-too-deep',
  'expression-too-long',
  'unclosed-text',
  'unexpected-character',
  'unexpected-word',
  'unknown-unit',
  // One row.
  'aggregate-inside-row',
  'code-not-in-list',
  'division-by-zero',
  'kind-mismatch',
  'limit-not-declared',
  'measure-not-declared',
  'no-order',
  'not-a-condition',
  'not-a-date',
  'not-a-quantity',
  'scales-do-not-meet',
  'too-many-decimals',
  'two-datasets-in-one-row',
  'unit-mismatch',
  'unknown-field',
  'unknown-function',
  'where-in-row-function',
  'within-needs-process',
  'wrong-argument',
  'wrong-number-of-arguments',
  // The formula.
  'aggregate-inside-aggregate',
  'column-outside-aggregate',
  'dataset-without-date',
  'formula-without-aggregate',
  'not-a-formula',
  'not-a-share',
  'percentile-of-weighted-rows',
  'ratios-with-different-denominators',
  'unknown-dataset',
  'weight-in-expression',
  // The sheet.
  'date-not-a-date',
  'limit-without-measure',
  'standard-without-limit',
] as const;

export type LanguageCode = (typeof LANGUAGE_CODES)[number];
