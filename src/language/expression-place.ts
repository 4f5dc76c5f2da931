/** Where an expression stands in its file, so that problems can name line and column. */
export interface ExpressionPlace {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly path?: string;
}

/** The place of a character of the expression, counted from 0. */
export function placeAt(place: ExpressionPlace, at: number): ExpressionPlace {
  return place.column === undefined ? place : { ...place, column: place.column + at };
}
