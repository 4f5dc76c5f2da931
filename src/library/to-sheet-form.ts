import type {
  Dataset,
  FormAmount,
  FormCalculation,
  FormCondition,
  FormStandard,
  LocalText,
  Rational,
  Sheet,
  SheetForm,
  Standard,
} from '../kernel/index.ts';
import { multiply, rational } from '../kernel/index.ts';
import { readExpression } from '../language/index.ts';
import { readCalculation, readLimit } from './calculation.ts';
import { readConditions } from './condition.ts';

/** Why a sheet is edited as text: the field that a form cannot hold, and what it says. */
export interface BeyondForm {
  readonly field: string;
  readonly text: string;
}

/** A decimal as a person writes it: its denominator is a product of twos and fives. */
export function printDecimal({ num, den }: Rational): string {
  let places = 0;
  while (10n ** BigInt(places) % den !== 0n) places += 1;
  const sign = num < 0n ? '-' : '';
  const digits = (((num < 0n ? -num : num) * 10n ** BigInt(places)) / den)
    .toString()
    .padStart(places + 1, '0');
  return sign + (places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`);
}

function toAmount(value: Rational | null, unit: string | null | undefined): FormAmount | null {
  if (value === null) return null;
  if (unit === '%') return { number: printDecimal(multiply(value, rational(100n))), unit };
  return { number: printDecimal(value), unit: unit ?? '' };
}

function toPercent(value: Rational | null): string {
  return value === null ? '' : printDecimal(multiply(value, rational(100n)));
}

const NOTHING: LocalText = { es: '', en: '' };

/** Reads texts of a sheet, remembering the first that no form can hold. */
class FormReader {
  beyond: BeyondForm | null = null;

  lose(field: string, text: string): void {
    this.beyond ??= { field, text };
  }

  conditions(field: string, text: string | null): readonly FormCondition[] {
    if (text === null) return [];
    const { tree } = readExpression(text, {});
    const found = tree && readConditions(tree);
    if (!found) this.lose(field, text);
    return found ?? [];
  }

  standard(standard: Standard, index: number, calculation: FormCalculation): FormStandard {
    const at = `standards.${index}`;
    const limit = standard.limit === null ? null : readLimit(standard.limit, calculation);
    if (standard.limit !== null && limit === null) this.lose(`${at}.limit`, standard.limit);
    return {
      from: standard.from,
      where: this.conditions(`${at}.where`, standard.where),
      direction: standard.direction,
      floor: toAmount(standard.floor, standard.floor_unit),
      ceiling: toAmount(standard.ceiling, standard.ceiling_unit),
      limit,
      tolerance: toPercent(standard.tolerance),
      historical_error: toPercent(standard.historical_error),
    };
  }
}

/**
 * A technical sheet as the form that would write it, or what in it no form can hold: then it is
 * edited as text.
 */
export function toSheetForm(
  sheet: Sheet,
  datasets: ReadonlyMap<string, Dataset>,
): { readonly form: SheetForm | null; readonly beyond: BeyondForm | null } {
  const { population } = sheet;
  const calculation = readCalculation({ ...sheet, dataset: population.dataset }, datasets);
  if (calculation === null) return { form: null, beyond: { field: 'formula', text: sheet.formula } };
  const reader = new FormReader();
  const form: SheetForm = {
    id: sheet.id,
    code: sheet.code ?? '',
    name: sheet.name,
    objective: sheet.objective,
    aspect: sheet.aspect,
    process: sheet.process,
    class: sheet.class,
    type: sheet.type,
    frequency: sheet.frequency,
    source: sheet.source,
    supplier: sheet.supplier,
    responsible: sheet.responsible,
    users: sheet.users,
    variables: sheet.variables,
    dataset: population.dataset,
    date: sheet.date ?? '',
    population: population.name,
    scope: reader.conditions('scope', population.scope),
    where: reader.conditions('where', population.where),
    calculation,
    except: sheet.except.map(({ code, where, text }, index) => ({
      code,
      where: reader.conditions(`except.${index}`, where),
      text,
    })),
    standards: sheet.standards.map((standard, index) => reader.standard(standard, index, calculation)),
    interpretation: { ...sheet.interpretation, excess: sheet.interpretation.excess ?? NOTHING },
  };
  return reader.beyond === null ? { form, beyond: null } : { form: null, beyond: reader.beyond };
}
