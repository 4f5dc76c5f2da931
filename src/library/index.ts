export type { Catalogue, FilePlace, FilePlaces, HolidayList, Pack, Settings } from './catalogue.ts';
export { DEFAULT_SETTINGS } from './catalogue.ts';
export { loadCatalogue } from './load-catalogue.ts';
export { findNearestName } from './nearest-name.ts';
