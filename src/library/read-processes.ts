import type { Process, StandardMinutes } from '../kernel/index.ts';
import { BANDS } from '../kernel/index.ts';
import type { Entry, Reading } from './entry.ts';
import { toRoot } from './entry.ts';
import { checkId, Fields } from './fields.ts';
import { readCharacterisations } from './read-characterisation.ts';
import { countErrors } from './source.ts';

const PROCESS_FIELDS = [
  'name',
  'parent',
  'aliases',
  'critical',
  'rules',
  'band',
  'under',
  'mixed',
  'characterisations',
  'replaces',
];

/** Reads a file of processes, each an entry of its own: a bad one spares the others. */
export function readProcesses(reading: Reading): Entry<Process>[] {
  const { source } = reading;
  const root = new Fields(toRoot(source), ['processes', 'note']);
  return (root.need('processes')?.entries() ?? []).map(({ key, keyPlace, value }) => {
    const before = countErrors(source);
    checkId(value, key);
    const fields = new Fields(value, PROCESS_FIELDS);
    const parent = fields.textIf('parent');
    const measured = {
      id: key,
      pack: reading.pack,
      parent,
      name: fields.local('name'),
      aliases: fields.texts('aliases'),
      critical: fields.flag('critical', false),
      rules: fields.list('rules').map((rule) => rule.local()),
    };
    const replaces = fields.flag('replaces', false);
    const usable = countErrors(source) === before;
    // What only the map shows is left out alone when it is wrong: the figures do not lean on it.
    const drawn: Process = {
      ...measured,
      band: readBand(fields),
      under: fields.textIf('under') ?? parent,
      mixed: fields.flag('mixed', false),
      characterisations: readCharacterisations(fields.list('characterisations')),
    };
    return { id: key, value: usable ? drawn : null, replaces, place: keyPlace, places: source.places };
  });
}

function readBand(fields: Fields): Process['band'] {
  const spot = fields.find('band');
  const band = spot && fields.choice('band', BANDS);
  return spot?.written === band ? band : null;
}

/** Reads a file of standard minutes per transaction, each line an entry named by process and date. */
export function readStandardMinutes(reading: Reading): Entry<StandardMinutes>[] {
  const { source } = reading;
  const root = new Fields(toRoot(source), ['standard_minutes', 'note']);
  return (root.need('standard_minutes')?.list() ?? []).map((spot) => {
    const before = countErrors(source);
    const fields = new Fields(spot, ['process', 'from', 'minutes', 'replaces']);
    const process = fields.text('process');
    const from = fields.date('from');
    fields.decimal('minutes');
    const value = { process, from, minutes: fields.find('minutes')?.written ?? '0' };
    const replaces = fields.flag('replaces', false);
    const usable = countErrors(source) === before;
    const place = fields.find('process')?.place ?? spot.place;
    return { id: `${process} ${from}`, value: usable ? value : null, replaces, place, places: source.places };
  });
}
