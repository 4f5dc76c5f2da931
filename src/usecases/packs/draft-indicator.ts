import {
  type FormAmount,
  type LocalText,
  type Population,
  type Problem,
  type Sheet,
  type SheetForm,
  toProblem,
} from '../../kernel/index.ts';
import { type CheckedIndicator, checkSheet } from '../../language/index.ts';
import {
  type Catalogue,
  editSheet,
  printSheet,
  readDraft,
  SHEET_KEYS,
  type SheetFields,
  toSheetFields,
  toSheetForm,
} from '../../library/index.ts';
import type { Content } from '../institution.ts';
import { checkLimits, type FormProblem } from './check-form.ts';

/** What a person is writing: a form, or the text of the file itself. */
export type DraftInput = { readonly form: SheetForm } | { readonly text: string };

/** The file a draft begins from, and what it becomes of it. */
export interface DraftBasis {
  /** Text that is there already, or null for a new file. */
  readonly text: string | null;
  readonly version: number;
  readonly replaces: boolean;
}

/** What a person is writing, read and checked beside everything else, without being written anywhere. */
export interface Draft {
  readonly text: string;
  readonly sheet: Sheet | null;
  readonly indicator: CheckedIndicator | null;
  readonly problems: readonly FormProblem[];
}

const DOTS: LocalText = { es: '…', en: '…' };

function orDots(text: LocalText): LocalText {
  return text.es.trim() === '' && text.en.trim() === '' ? DOTS : text;
}

/** A form whose texts are still to be written, so that its figure can be seen before they are. */
function fillTexts(form: SheetForm): SheetForm {
  const { interpretation } = form;
  return {
    ...form,
    id: form.id === '' ? 'borrador' : form.id,
    name: orDots(form.name),
    objective: orDots(form.objective),
    aspect: orDots(form.aspect),
    source: orDots(form.source),
    supplier: orDots(form.supplier),
    responsible: orDots(form.responsible),
    users: orDots(form.users),
    variables:
      form.variables.length === 0
        ? [{ name: 'x', text: DOTS }]
        : form.variables.map(({ name, text }) => ({ name, text: orDots(text) })),
    except: form.except.map((item) => ({ ...item, text: orDots(item.text) })),
    interpretation: {
      met: orDots(interpretation.met),
      not_met: orDots(interpretation.not_met),
      excess: interpretation.excess,
    },
  };
}

/** The population of a sheet when it has a name of its own; one that stands in the sheet has none. */
function findNamed(sheet: Sheet | null, catalogue: Catalogue): Population | null {
  if (sheet === null || sheet.population.id === sheet.id) return null;
  return catalogue.populations.get(sheet.population.id) ?? null;
}

/** The text that a form makes of a file, or of nothing: only what the form changes is written anew. */
export function printForm(form: SheetForm, basis: DraftBasis, catalogue: Catalogue): string {
  const { version, replaces, text } = basis;
  const before = text === null ? null : readDraft(text, 'x.yaml', '', catalogue).sheet;
  const named = findNamed(before, catalogue);
  const context = { datasets: catalogue.datasets, version, named, replaces };
  const fields = toSheetFields(form, context);
  const old = before && toSheetForm(before, catalogue.datasets).form;
  if (text === null || before === null || !old) return printSheet(fields);
  const was = toSheetFields(old, { ...context, version: before.version, replaces: /^replaces:/m.test(text) });
  return editSheet(text, fields, changedKeys(was, fields));
}

/** Keys of a sheet that two sets of fields say differently. */
export function changedKeys(before: SheetFields, after: SheetFields): readonly string[] {
  return SHEET_KEYS.filter(
    (key) => key !== 'references' && JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
}

/** The field of the form where a problem of the file can be mended. */
export function toField(path: string, form: SheetForm | null): string {
  if (form === null) return path;
  const standard = /^standards\[(\d+)\](?:\.(\w+))?/.exec(path);
  if (standard) return `standards.${standard[1]}.${standard[2] ?? 'from'}`;
  const except = /^except\.([^.]+)(?:\.(\w+))?/.exec(path);
  if (except) {
    const index = form.except.findIndex(({ code }) => code === except[1]);
    return `except.${Math.max(0, index)}${except[2] === 'text' ? '.text' : ''}`;
  }
  if (path === 'population.scope') return 'scope';
  if (path === 'population.where') return 'where';
  if (path.startsWith('population')) return 'dataset';
  if (path === 'measure') return 'calculation.measure';
  if (path === 'measure_unit') return 'calculation.unit';
  if (path === 'formula') return 'calculation';
  if (path === 'indicator') return 'name';
  return path;
}

/** A hint that is an amount goes straight into its field. */
function toFix({ hint }: Problem, field: string): FormAmount | null {
  if (!/^standards\.\d+\.(?:limit|floor|ceiling)$/.test(field)) return null;
  const [, number = '', unit = ''] = /^([\d.]+)\s*([\w%]*)$/.exec(hint ?? '') ?? [];
  return number === '' ? null : { number, unit };
}

export function toFormProblem(problem: Problem, form: SheetForm | null): FormProblem {
  const field = toField(problem.where.path ?? '', form);
  return { field, problem, fix: form === null ? null : toFix(problem, field) };
}

/** Reads and checks what a person is writing against everything the institution has. */
export function draftIndicator(content: Content, input: DraftInput, basis: DraftBasis): Draft {
  const { catalogue } = content;
  const form = 'form' in input ? input.form : null;
  const text = 'form' in input ? printForm(fillTexts(input.form), basis, catalogue) : input.text;
  const id = form?.id || 'borrador';
  const { sheet, problems } = readDraft(text, 'form' in input ? `${id}.yaml` : '', 'propio', catalogue);
  const checked = sheet && checkSheet(sheet, catalogue);
  const own = form === null ? [] : checkLimits(form, catalogue);
  const said = new Set(own.map(({ field }) => field));
  const found = [...problems, ...(checked?.problems ?? [])]
    .filter(({ code }) => code !== 'missing-language' && code !== 'file-name-differs')
    .map((problem) => toFormProblem(problem, form))
    .filter(({ field }) => !said.has(field));
  const indicator = own.length > 0 ? null : (checked?.indicator ?? null);
  return { text, sheet, indicator, problems: [...own, ...found, ...tellSharedCode(form, sheet, catalogue)] };
}

/** A short code that another indicator has already would be taken for it. */
function tellSharedCode(form: SheetForm | null, sheet: Sheet | null, catalogue: Catalogue): FormProblem[] {
  const code = form?.code.trim() ?? sheet?.code ?? '';
  const other = [...catalogue.sheets.values()].find((each) => each.code === code && each.id !== sheet?.id);
  if (code === '' || !other) return [];
  const params = { code, es: other.name.es, en: other.name.en };
  return [{ field: 'code', problem: toProblem('form-code-taken', { path: 'code' }, params), fix: null }];
}
