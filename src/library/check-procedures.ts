import type { CodeList, Dataset, Problem, Procedure, Process, Sheet } from '../kernel/index.ts';
import { checkProcess } from './check-references.ts';
import { findNearestName } from './nearest-name.ts';
import type { Shelf } from './shelf.ts';
import { toContentProblem } from './source.ts';

interface Named {
  readonly path: string;
  readonly name: string;
  readonly list: 'status' | 'outcome';
}

/** Codes that the states and acts of a case write into its fact. */
function namedCodes({ case: definition }: Procedure): Named[] {
  if (definition === null) return [];
  return [
    ...definition.states.map(
      ({ id, status }): Named => ({ path: `case.states.${id}.status`, name: status, list: 'status' }),
    ),
    ...definition.actions.flatMap(({ id, outcome }): Named[] =>
      outcome === null ? [] : [{ path: `case.actions.${id}.outcome`, name: outcome, list: 'outcome' }],
    ),
  ];
}

/** What a procedure names outside itself: its process, the data set of its facts, their codes. */
export function checkProcedures(
  procedures: Shelf<Procedure>,
  shelves: {
    readonly processes: Shelf<Process>;
    readonly datasets: Shelf<Dataset>;
    readonly codes: Shelf<CodeList>;
  },
  problems: Problem[],
): void {
  for (const [id, procedure] of procedures.items) {
    const at = (path: string) => procedures.fieldPlace(id, path);
    let usable = checkProcess(shelves.processes, procedure.process, at('process'), 'process', problems);
    const path = 'case.dataset';
    if (procedure.case) {
      usable = shelves.datasets.checkName(procedure.case.dataset, at(path), path, problems) && usable;
    }
    for (const named of namedCodes(procedure)) {
      const place = at(named.path);
      const known = shelves.codes.items.get(named.list)?.codes;
      if (known === undefined) {
        usable = shelves.codes.checkName(named.list, place, named.path, problems) && usable;
      } else if (!known.some((code) => code.id === named.name)) {
        const ids = known.map((code) => code.id);
        const params = { value: named.name, list: named.list, codes: ids };
        const hint = findNearestName(named.name, ids);
        problems.push(toContentProblem('code-not-in-list', place, named.path, params, hint));
        usable = false;
      }
    }
    if (!usable) procedures.drop(id);
  }
}

/**
 * Processes whose characterisations name only indicators that are there: an unknown one is told and
 * left out, and the process stays, since indicators lean on it. One that stands on a shelf of
 * examples (`shelved`) is no mistake: it measures the process once somebody takes it over.
 */
export function checkCharacterisations(
  processes: Shelf<Process>,
  {
    sheets,
    shelved,
    broken,
  }: {
    readonly sheets: ReadonlyMap<string, Sheet>;
    readonly shelved: ReadonlySet<string>;
    readonly broken: ReadonlySet<string>;
  },
  problems: Problem[],
): void {
  for (const [id, process] of processes.items) {
    let changed = false;
    const characterisations = process.characterisations.map((version, index) => {
      const kept = version.indicators.filter((name, position) => {
        if (sheets.has(name) || shelved.has(name)) return true;
        const path = `processes.${id}.characterisations[${index}].indicators[${position}]`;
        const code = broken.has(name) ? 'leans-on-broken' : 'unknown-name';
        const hint = broken.has(name) ? undefined : findNearestName(name, sheets.keys());
        const place = processes.fieldPlace(id, path);
        problems.push(toContentProblem(code, place, path, { kind: 'indicator', name }, hint));
        changed = true;
        return false;
      });
      return { ...version, indicators: kept };
    });
    if (changed) processes.items.set(id, { ...process, characterisations });
  }
}
