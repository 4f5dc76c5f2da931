import type { LocalText } from '../kernel/index.ts';
import type { Settings } from './catalogue.ts';
import type { Entry, Reading } from './entry.ts';
import { readOneThing } from './entry.ts';
import type { Spot } from './fields.ts';
import { Fields } from './fields.ts';
import { isTimeZone } from './plain-values.ts';

const CAPACITY_MODES = ['thesis', 'calendar'] as const;

/** What a pack says of itself. */
export interface Manifest {
  readonly version: number;
  readonly name: LocalText;
  readonly licence: string;
  readonly source: LocalText;
  readonly requires: readonly Spot[];
  readonly settings: Partial<Settings>;
  readonly default_calendar: Spot | null;
  /** A shelf of examples: its content is looked at, and measured only where a pack takes it over. */
  readonly examples: boolean;
  /** Stands on the shelf too, and comes into force whole where a pack in force requires it. */
  readonly optional: boolean;
  /** Packs that the institution does without: they stand on the shelf, as examples do. */
  readonly leaves_out: readonly Spot[];
}

/** Reads `pack.yaml`. */
export function readPack(reading: Reading): Entry<Manifest> {
  const known = [
    'version',
    'name',
    'licence',
    'source',
    'requires',
    'settings',
    'examples',
    'optional',
    'leaves_out',
  ];
  return readOneThing(reading, 'pack', known, (fields) => {
    const spot = fields.find('settings');
    const settings =
      spot &&
      new Fields(spot, [
        'tail_share',
        'small_sample',
        'signals_per_day',
        'default_zone',
        'default_calendar',
        'capacity_mode',
      ]);
    return {
      version: fields.whole('version'),
      name: fields.local('name'),
      licence: fields.text('licence'),
      source: fields.local('source'),
      requires: fields.list('requires'),
      settings: settings === null ? {} : readSettings(settings),
      default_calendar: settings?.find('default_calendar') ?? null,
      examples: fields.flag('examples', false),
      optional: fields.flag('optional', false),
      leaves_out: fields.list('leaves_out'),
    };
  });
}

function readSettings(fields: Fields): Partial<Settings> {
  const tail_share = fields.ratioIf('tail_share');
  const zone = fields.find('default_zone');
  if (zone !== null && !isTimeZone(zone.text())) {
    zone.add('unknown-time-zone', { value: zone.text() }, 'America/Guayaquil');
  }
  return {
    ...(tail_share === null ? {} : { tail_share }),
    ...(fields.find('small_sample') === null ? {} : { small_sample: fields.whole('small_sample') }),
    ...(fields.find('signals_per_day') === null ? {} : { signals_per_day: fields.whole('signals_per_day') }),
    ...(zone === null ? {} : { default_zone: zone.text() }),
    ...(fields.find('default_calendar') === null
      ? {}
      : { default_calendar: fields.text('default_calendar') }),
    ...(fields.find('capacity_mode') === null
      ? {}
      : { capacity_mode: fields.choice('capacity_mode', CAPACITY_MODES) }),
  };
}
