import type { SheetForm } from '../../../kernel/index.ts';
import type { ApiAnswer } from '../../app/api.ts';

export type Vocabulary = ApiAnswer<'get /api/authoring/vocabulary'>;
export type OfferedDataset = Vocabulary['datasets'][number];
export type OfferedColumn = OfferedDataset['columns'][number];
export type Preview = ApiAnswer<'post /api/authoring/preview'>;
export type Said = Preview['problems'][number];
export type Opened = ApiAnswer<'get /api/authoring/indicators/{id}'>;
export type Saved = ApiAnswer<'post /api/authoring/indicators'>;
export type Examples = ApiAnswer<'get /api/examples'>;
export type ExampleArea = Examples['areas'][number];
export type Example = ExampleArea['examples'][number];
export type { SheetForm };
