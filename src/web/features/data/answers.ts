import type { Answer, ROUTES } from '../../../contract/index.ts';

type R = typeof ROUTES;

/** What is told of a file that was brought and not published. */
export type Inspection = Answer<R['post /api/drafts/{id}/inspect']>;
export type InspectedColumn = Inspection['columns'][number];
export type InspectedRow = Inspection['rows'][number];
export type Mapping = NonNullable<Inspection['mapping']>;
export type Layout = Pick<Mapping, 'encoding' | 'delimiter' | 'sheet' | 'header_line'>;
/** What a file would do, or did. */
export type Outcome = Answer<R['post /api/drafts/{id}/try']>;
/** A name to be read as another once the file is in. */
export interface Merge {
  readonly dimension: Dimension;
  readonly from: string;
  readonly to: string;
}
export type ImportLine = Answer<R['get /api/imports']>['imports'][number];
export type ImportPage = Answer<R['get /api/imports/{id}']>;
export type CorrectionSheet = Answer<R['get /api/corrections']>['sheets'][number];
export type CorrectionOutcome = Answer<R['post /api/corrections/{id}']>;
export type CorrectionRow = CorrectionSheet['rows'][number];
export type SavedMapping = Answer<R['get /api/mappings']>['mappings'][number];
export type Spellings = Answer<R['get /api/spellings']>;
export type Dimension = Spellings['dimension'];
export type Agenda = Answer<R['get /api/agenda']>;
export type AgendaItem = Agenda['items'][number];
