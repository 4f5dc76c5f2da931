import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  compare,
  type Dataset,
  type FormAmount,
  type LocalText,
  multiply,
  parseDecimal,
  rational,
  Refusal,
  type Sheet,
  type SheetForm,
  toSlug,
} from '../../kernel/index.ts';
import { printDecimal, toPlainNumber } from '../../library/index.ts';
import type { Content, Institution } from '../institution.ts';
import { type KeptSheet, sheetKey } from '../kept-sheet.ts';
import { type DraftBasis, draftIndicator, printForm } from './draft-indicator.ts';
import { findProcessColumn, listServices, type MeasurableService } from './list-services.ts';
import { checkId, ensureOwnPack, findOwnSheet, isRetired, ownFolder, writeWhole } from './own-pack.ts';
import { proposeCode } from './propose-code.ts';
import { findOpenChange, hasOtherDecider, proposeSheetChange } from './propose-sheet-change.ts';
import { findAnnulledColumn, leaveAnnulledOut, startForm } from './start-form.ts';
import { tryFiles } from './try-files.ts';

/** A service and the term each of its cases has. */
export interface ServiceTerm {
  /** Id of its process. */
  readonly service: string;
  readonly limit: FormAmount;
}

export interface MeasuredService {
  readonly id: string;
  readonly name: LocalText;
}

/** An indicator that is measured once somebody else approves it. */
export interface WaitingService extends MeasuredService {
  /** Names of who may approve it. */
  readonly deciders: readonly string[];
}

export interface MeasuredServices {
  readonly made: readonly MeasuredService[];
  readonly waiting: readonly WaitingService[];
}

/** A sheet that is about to be written or proposed. */
interface Made extends MeasuredService {
  readonly path: string;
  readonly text: string;
  readonly sheet: Sheet;
}

const NEW: DraftBasis = { text: null, version: 1, replaces: false };
/** Units a term may be given in, by the clock that counts them. */
const WORKING: readonly string[] = ['working_h', 'working_min'];
const CLOCK: readonly string[] = ['h', 'min', 'day'];
/** Days of attention, written as the working hours they are by the own calendar. */
const WORKING_DAYS = 'working_day';

function toName({ es, en }: LocalText): LocalText {
  return { es: `Plazo: ${es}`, en: `Term: ${en}` };
}

/** An id that no indicator has or had. */
async function findFreeId(
  institution: Institution,
  name: LocalText,
  taken: ReadonlySet<string>,
): Promise<string> {
  const slug = toSlug(name.es || name.en)
    .slice(0, 56)
    .replace(/-$/, '');
  const { sheets } = institution.content.catalogue;
  for (let n = 1; ; n += 1) {
    const id = checkId(n === 1 ? slug : `${slug}-${n}`);
    if (taken.has(id) || sheets.has(id) || (await isRetired(institution.folder, id))) continue;
    if (findOpenChange(institution, id)) continue;
    if ((await findOwnSheet(institution, id)) === null) return id;
  }
}

function checkLimit(
  { name }: Pick<MeasurableService, 'name'>,
  limit: FormAmount,
  dayHours: string | null,
): FormAmount {
  const number = toPlainNumber(limit.number);
  const value = parseDecimal(number);
  const day = parseDecimal(dayHours ?? '');
  if (limit.unit === WORKING_DAYS && value && day) {
    const hours = { number: printDecimal(multiply(value, day)), unit: 'working_h' };
    return checkLimit({ name }, hours, null);
  }
  const isUnit = WORKING.includes(limit.unit) || CLOCK.includes(limit.unit);
  if (!value || compare(value, rational(0n)) <= 0 || !isUnit)
    throw new Refusal('service-term-wrong', { es: name.es, en: name.en, number: limit.number });
  return { number, unit: limit.unit };
}

/** The form of a term, as a person fills it in, for one service. */
function toForm(begun: SheetForm, service: MeasurableService, limit: FormAmount, column: string): SheetForm {
  const { calculation } = begun;
  if (calculation.kind !== 'plazo') throw new Error('a term begins as another kind');
  const { measure } = calculation;
  const isWorking = WORKING.includes(limit.unit);
  const clocked =
    measure.by === 'dates'
      ? { ...measure, clock: isWorking ? ('working' as const) : ('clock' as const) }
      : measure;
  return {
    ...begun,
    name: toName(service.name),
    process: service.id,
    scope: [{ column, test: 'within', values: [service.id] }],
    calculation: { ...calculation, measure: clocked, unit: limit.unit },
    standards: begun.standards.map((standard) => ({ ...standard, limit: { by: 'fixed', amount: limit } })),
  };
}

/** What is counted once annulled facts are left out, in words. */
function nameUnannulled({ es, en }: LocalText): LocalText {
  return { es: `${es}, sin los casos anulados`, en: `${en}, without annulled cases` };
}

/** The form with annulled facts left out, also while there are none: the next file may bring some. */
function withoutAnnulled({ catalogue }: Content, dataset: Dataset, form: SheetForm): SheetForm {
  const column = findAnnulledColumn(dataset, catalogue);
  if (column === undefined) return form;
  return { ...form, population: nameUnannulled(dataset.name), where: [leaveAnnulledOut(column)] };
}

/** The content with sheets that are about to be written, so that the next gets a short code of its own. */
function withDraft(content: Content, sheet: Sheet): Content {
  const sheets = new Map([...content.catalogue.sheets, [sheet.id, sheet]]);
  return { ...content, catalogue: { ...content.catalogue, sheets } };
}

/** Writes every file, or takes away those that were written. */
async function writeAll(made: readonly Made[]): Promise<void> {
  const written: string[] = [];
  try {
    for (const { path, text } of made) {
      await writeWhole(path, text, { fresh: true });
      written.push(path);
    }
  } catch (error) {
    await Promise.all(written.map((path) => rm(path, { force: true })));
    throw error;
  }
}

/**
 * Makes an indicator of the term of each of these services at once, as the form of a `plazo` would one
 * by one: mean time over mean limit, from the month of the oldest fact on, annulled facts left out. Where somebody else may approve a
 * new indicator it is proposed, and measured once approved. All of them or none. Refuses
 * a service that is not in the rows or is measured already (`service-not-measurable`), and a term that
 * is not a number above zero in a unit of time (`service-term-wrong`).
 *
 * The content is to be read again by whoever holds it open.
 *
 * @param input.today local date
 */
export async function measureServices(
  institution: Institution,
  input: { readonly services: readonly ServiceTerm[]; readonly today: string },
): Promise<MeasuredServices> {
  const { folder, ledger } = institution;
  const { services, dataset, day_hours } = await listServices(institution);
  const proposed = await startForm(institution, { kind: 'plazo', dataset, today: input.today });
  const declared = institution.content.catalogue.datasets.get(proposed.dataset);
  const begun = declared ? withoutAnnulled(institution.content, declared, proposed) : proposed;
  const column = (declared && findProcessColumn(declared)) ?? '';
  let content = institution.content;
  const made: Made[] = [];
  for (const { service: asked, limit } of input.services) {
    const service = services.find(({ id }) => id === asked);
    if (!service) throw toUnmeasurable(content, asked);
    const form = toForm(begun, service, checkLimit(service, limit, day_hours), column);
    const id = await findFreeId(institution, form.name, new Set(made.map((each) => each.id)));
    const named: SheetForm = { ...form, id, code: proposeCode(form.name.es, content.catalogue) };
    const { sheet, problems } = draftIndicator(content, { form: named }, NEW);
    if (sheet === null || problems.some(({ problem }) => problem.severity === 'error'))
      throw new Refusal('service-term-wrong', { ...service.name, number: limit.number });
    content = withDraft(content, sheet);
    const text = printForm(named, NEW, institution.content.catalogue);
    const path = join(ownFolder(folder), 'indicators', `${id}.yaml`);
    made.push({ id, name: named.name, path, text, sheet });
  }
  await ensureOwnPack(folder);
  const overlay = new Map(made.map(({ path, text }) => [path, new TextEncoder().encode(text)]));
  const { broken } = await tryFiles(institution, overlay);
  if (broken[0]) throw new Refusal('indicator-needed', { file: broken[0].where.file ?? '' });
  const isWaited = ({ sheet }: Made) => hasOtherDecider(institution, 'change-indicator', sheet, input.today);
  const [waited, free] = [made.filter(isWaited), made.filter((each) => !isWaited(each))];
  await writeAll(free);
  for (const { id, text } of free) {
    const kept: KeptSheet = { version: 1, reason: '', by: ledger.actor, text };
    ledger.changeSetting(sheetKey(id), kept);
  }
  const done = [...free];
  const waiting: WaitingService[] = [];
  for (const each of waited) {
    const { applied, deciders } = await propose(institution, each, input.today);
    if (applied) done.push(each);
    else waiting.push({ id: each.id, name: each.name, deciders });
  }
  return { made: done.map(({ id, name }) => ({ id, name })), waiting };
}

function propose(institution: Institution, { text, sheet: after }: Made, today: string) {
  const change = { kind: 'change-indicator' as const, before: null, after, text, base: '', version: 1 };
  return proposeSheetChange(institution, { ...change, reason: '' }, today);
}

function toUnmeasurable({ catalogue }: Content, id: string): Refusal {
  const name = catalogue.processes.get(id)?.name ?? { es: id, en: id };
  return new Refusal('service-not-measurable', { es: name.es, en: name.en });
}
