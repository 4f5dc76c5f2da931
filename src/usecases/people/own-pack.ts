import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** When an own calendar is open, on weekdays and perhaps on Saturdays: local `HH:MM`. */
export interface Hours {
  readonly from: string;
  readonly to: string;
  readonly saturday: boolean;
}

/** Id of the calendar that a first run writes. */
export const OWN_CALENDAR = 'propio';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];

const toOwn = (folder: string): string => join(folder, 'packs', 'propio');

/** A new text takes the place of the old one whole, or the old one stays. */
async function replaceFile(path: string, text: string): Promise<void> {
  const draft = `${path}.tmp`;
  await writeFile(draft, text, { flush: true });
  await rename(draft, path);
}

/** Writes one line under `settings:` of a manifest, in place of the one there was. */
function setLine(lines: readonly string[], key: string, value: string): string[] {
  const top = lines.findIndex((line) => /^settings:\s*$/.test(line));
  if (top < 0) return [...lines, 'settings:', `  ${key}: ${value}`];
  const next = lines.findIndex((line, index) => index > top && /^\S/.test(line));
  const end = next < 0 ? lines.length : next;
  const own = lines.findIndex(
    (line, index) => index > top && index < end && new RegExp(`^\\s+${key}:`).test(line),
  );
  if (own >= 0) return lines.map((line, index) => (index === own ? `  ${key}: ${value}` : line));
  return [...lines.slice(0, top + 1), `  ${key}: ${value}`, ...lines.slice(top + 1)];
}

/** Puts a line of the manifest itself, in place of the one there was. */
function setTop(lines: readonly string[], key: string, value: string): string[] {
  const kept = lines.filter((line) => !line.startsWith(`${key}:`));
  const top = kept.findIndex((line) => /^settings:\s*$/.test(line));
  const at = top < 0 ? kept.length : top;
  return [...kept.slice(0, at), `${key}: ${value}`, ...kept.slice(at)];
}

/** What a first run chooses among the packs of ours. */
export interface PackChoice {
  /** Packs its own stands on, or null for those it was made with. */
  readonly requires: readonly string[] | null;
  /** Packs it does without: they stand on the shelf. */
  readonly leaves_out: readonly string[];
}

function setPacks(lines: readonly string[], { requires, leaves_out }: PackChoice): readonly string[] {
  const required = requires === null ? lines : setTop(lines, 'requires', `[${requires.join(', ')}]`);
  return leaves_out.length === 0 ? required : setTop(required, 'leaves_out', `[${leaves_out.join(', ')}]`);
}

/** Says in the institution's own `pack.yaml` in which zone and by which calendar it works, with and without which packs. */
export async function writeOwnSettings(
  folder: string,
  settings: { readonly zone: string; readonly calendar: string } & PackChoice,
): Promise<void> {
  const path = join(toOwn(folder), 'pack.yaml');
  const text = await readFile(path, 'utf8');
  const lines = setPacks(text.replace(/\n+$/, '').split('\n'), settings);
  const zoned = setLine(lines, 'default_calendar', settings.calendar);
  await replaceFile(path, `${setLine(zoned, 'default_zone', settings.zone).join('\n')}\n`);
}

/** Writes a calendar of the institution's own, closed on the days of those lists of holidays. */
export async function writeOwnCalendar(
  folder: string,
  zone: string,
  hours: Hours,
  holidays: readonly string[],
): Promise<void> {
  const own = join(toOwn(folder), 'calendars');
  await mkdir(own, { recursive: true });
  const days = hours.saturday ? [...WEEKDAYS, 'saturday'] : WEEKDAYS;
  const lines = [
    `calendar: ${OWN_CALENDAR}`,
    'name: {es: Horario propio, en: Own hours}',
    `time_zone: ${zone}`,
    'versions:',
    '  - from: 2000-01-01',
    '    week:',
    ...days.map((day) => `      ${day}: ["${hours.from}-${hours.to}"]`),
    ...(holidays.length > 0 ? [`    holidays: [${holidays.join(', ')}]`] : []),
  ];
  await replaceFile(join(own, `${OWN_CALENDAR}.yaml`), `${lines.join('\n')}\n`);
}
