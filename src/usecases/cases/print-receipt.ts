import {
  findPublicHost,
  type Language,
  listPapers,
  type Person,
  Refusal,
  type Scope,
} from '../../kernel/index.ts';
import { holdsCondition } from '../../language/index.ts';
import { composeReceipt, printPdf } from '../../report/index.ts';
import { isAbout } from '../held-off.ts';
import { toLocalToday } from '../local-today.ts';
import { loadUnitClock } from '../unit-clock.ts';
import { findFlow, getCase, type Place } from './definition.ts';
import { isFollowCode, makeFollowCode } from './follow-code.ts';
import { refuseOutside, seesClient } from './reach-case.ts';
import { traceClient } from './trace-client.ts';
import { findPromise } from './promise.ts';
import { sayMoment } from './say-values.ts';
import type { ProtectClient } from './show-case.ts';

/** How long whoever opened a case may print its code: the client is still at the desk. */
const AT_DESK_MS = 30 * 60_000;

/**
 * The receipt of a case, one A5 page. The code is on it for whoever opened the case, for half an hour;
 * after that it says that it was handed over. Refuses `case-not-found`, `out-of-scope`, `case-about-you`.
 */
export async function printReceipt(
  place: Place,
  who: Person,
  scope: Scope,
  number: string,
  {
    language,
    protect,
    origin,
  }: {
    readonly language: Language;
    readonly protect: ProtectClient;
    /** Address at which whoever prints it has the screens open. */
    readonly origin: string;
  },
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const record = getCase(place, number);
  refuseOutside(scope, record);
  if (isAbout(place, record, who)) throw new Refusal('case-about-you', { number });
  const { ledger, ports } = place;
  const clock = await loadUnitClock(place);
  const today = toLocalToday(place);
  const flow = findFlow(place, record.procedure);
  const zone = clock(record.unit, record.due_rule.limit).time_zone;
  const isFresh =
    record.opened_by === who.id && Date.parse(ports.clock()) - Date.parse(record.opened_at) < AT_DESK_MS;
  const code = makeFollowCode(place.folder, `${record.number} ${record.opened_at}`);
  const isKnown = isFresh && isFollowCode(code, ledger.cases.findFollowDigest(number));
  // What is promised may be another date: then the time the work is measured by is no promise.
  const isTold =
    flow === null || flow.definition.deadline.kind === 'rule' || flow.definition.promise.es.includes('{due}');
  const profile = ledger.findSetting('institution')?.value as { readonly name?: string } | undefined;
  const client = seesClient(place, who, record, today) ? record.client : protect(record.client);
  traceClient(place, who, record, today);
  const papers = flow === null ? [] : listPapers(flow.definition, record.fields, holdsCondition);
  const brought = papers.filter(({ id }) => record.papers.includes(id));
  const promise = findPromise(place, flow, record, clock);
  const paper = composeReceipt({
    language,
    date: today,
    institution: profile?.name ?? '',
    number,
    name: flow?.procedure.name[language] ?? record.procedure,
    unit: record.unit,
    opened: sayMoment(record.opened_at, zone)[language],
    client: client ?? '',
    code: isKnown ? code : null,
    promise: promise.text[language],
    due: isTold ? promise.until[language] : null,
    follow_at: findPublicHost(origin),
    shown: brought.filter(({ form }) => form === 'original').map(({ label }) => label[language]),
    papers: brought.filter(({ form }) => form !== 'original').map(({ label }) => label[language]),
  });
  return {
    name: `${language === 'es' ? 'comprobante' : 'receipt'}-${number}.pdf`,
    bytes: await printPdf(paper),
  };
}
