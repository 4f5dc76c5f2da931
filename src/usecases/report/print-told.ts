import {
  type Language,
  type LocalText,
  type Origin,
  parsePeriod,
  type Period,
  Refusal,
  type Scope,
} from '../../kernel/index.ts';
import type { ImprovementRecord, NoticeRecord } from '../../ledger/index.ts';
import { composeTold, printPdf, type ToldPaper, toToldText } from '../../report/index.ts';
import { printPeriod, sayToldOrigin, sayToldResult, type ToldResult } from '../../sentences/index.ts';
import type { Institution } from '../institution.ts';
import { toProcessPath } from '../process-path.ts';
import { reachUnits } from '../reach-units.ts';
import type { Printer } from './issue-paper.ts';
import type { PrintedPaper } from './print-sheet.ts';

type Place = Pick<Institution, 'content' | 'ledger' | 'ports'>;

export interface ToldAsked {
  readonly period: string;
  readonly unit?: string | undefined;
  readonly scope: Scope;
  readonly language: Language;
}

/** What clients were told of in a period. */
export interface ToldChanges {
  readonly period: string;
  readonly text: string;
  readonly paper: Omit<ToldPaper, 'date'>;
  /** What is not published because its text names somebody who works here. */
  readonly held: readonly { readonly improvement: number; readonly title: string; readonly name: string }[];
}

/** Of fewer than these, a count could point at somebody. */
const FEWEST = 5;
const FROM_CLIENTS: ReadonlySet<string> = new Set<Origin>(['complaints', 'survey', 'exit']);
/** What one sheet holds. */
const MOST = 5;

/** Whether a list of units (null: all) has anything to do with those asked for. */
const meets = (units: readonly string[] | null, asked: readonly string[] | null): boolean =>
  units === null || asked === null || units.some((unit) => asked.includes(unit));

/** The last thing clients were told of an improvement in a period, where the reader reaches it. */
function findNotice(
  place: Place,
  record: ImprovementRecord,
  asked: { readonly span: Period; readonly units: readonly string[] | null; readonly scope: Scope },
): NoticeRecord | undefined {
  const { processes } = asked.scope;
  const path = record.process === null ? [] : toProcessPath(place.content, record.process);
  if (processes !== null && !path.some((each) => processes.includes(each))) return undefined;
  return record.notices.findLast(
    ({ audience, told_on, units }) =>
      audience === 'clients' &&
      asked.span.from <= told_on &&
      told_on < asked.span.to &&
      meets(record.units, asked.units) &&
      meets(units, asked.units),
  );
}

function toSaid({ content }: Place, record: ImprovementRecord, language: Language): string {
  const counted = record.evidence.find(({ kind }) => kind === 'complaints' || kind === 'survey');
  const n = counted?.data['n'];
  const period = counted?.data['period'];
  return sayToldOrigin(
    {
      origin: record.origin,
      about: content.catalogue.processes.get(counted?.subject ?? '')?.name ?? null,
      n: typeof n === 'number' && n >= FEWEST ? n : null,
      period: typeof period === 'string' ? period : null,
    },
    language,
  );
}

/** A side of a proof as it was frozen with its closing. */
interface FrozenSide {
  readonly period?: string;
  readonly n?: number;
  readonly text?: LocalText | null;
}

/** The proof of a closing that still stands, as clients are told it; null while there is none. */
function toResult({ closings }: ImprovementRecord, language: Language): ToldResult | null {
  const closing = closings.findLast(({ reopened_at }) => reopened_at === null);
  const { name, before, after } = (closing?.result ?? {}) as {
    readonly name?: LocalText;
    readonly before?: FrozenSide;
    readonly after?: FrozenSide | null;
  };
  if (!name || !before?.text || !after?.text || !before.period || !after.period) return null;
  return {
    name: name[language],
    before: before.text[language],
    after: after.text[language],
    n_before: before.n ?? 0,
    n_after: after.n ?? 0,
    before_period: before.period,
    after_period: after.period,
  };
}

/**
 * What clients said and what was done about it, of the changes they were told of in a period: the text
 * that was written for them, where it came from (a count only of five or more) and what came of it. What
 * names somebody who works here is held back. Refuses `period-unreadable`, `out-of-scope`.
 */
export function gatherTold(place: Place, asked: ToldAsked): ToldChanges {
  const { scope, language } = asked;
  const span = parsePeriod(asked.period);
  if (!span) throw new Refusal('period-unreadable', { period: asked.period });
  const units = reachUnits(scope, asked.unit ?? null);
  const { ledger } = place;
  const people = ledger.people
    .list()
    .flatMap(({ name, staff_name }) => [name, ...(staff_name ? [staff_name] : [])]);
  const told = ledger.improvements.list().flatMap((record) => {
    const notice = findNotice(place, record, { span, units, scope });
    if (!notice) return [];
    const text = notice.text.toLowerCase();
    const name = people.find((each) => text.includes(each.toLowerCase())) ?? null;
    return [{ record, notice, name }];
  });
  const items = told
    .filter(({ name }) => name === null)
    .toSorted((a, b) => (a.notice.told_on < b.notice.told_on ? 1 : -1))
    .slice(0, MOST)
    .map(({ record, notice }) => {
      const result = sayToldResult(toResult(record, language), language);
      const said = toSaid(place, record, language);
      const by_clients = FROM_CLIENTS.has(record.origin);
      return { by_clients, said, done: notice.text, result: result.text, note: result.note };
    });
  const profile = ledger.findSetting('institution')?.value as { readonly name?: string } | undefined;
  const unit = units === null ? null : units.join(', ');
  const paper = { language, institution: profile?.name ?? '', period: span.text, unit, items };
  return {
    period: span.text,
    text: toToldText({ ...paper, date: '' }),
    paper,
    held: told.flatMap(({ record, name }) =>
      name === null ? [] : [{ improvement: record.id, title: record.title, name }],
    ),
  };
}

/** Prints the same as one sheet for where clients are served; its printing is in the trail. */
export async function printTold(
  institution: Institution,
  asked: ToldAsked,
  { today }: Pick<Printer, 'today'>,
): Promise<Omit<PrintedPaper, 'code'>> {
  const { paper, period } = gatherTold(institution, asked);
  institution.ledger.trail.note('printed', {
    what: `la hoja «Nos dijeron, hicimos» de ${printPeriod(period, 'es')}`,
  });
  return {
    name: `nos-dijeron-${period}.pdf`,
    bytes: await printPdf(composeTold({ ...paper, date: today })),
  };
}
