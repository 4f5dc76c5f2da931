import type { ImprovementDecision, Language, Person, Scope } from '../../kernel/index.ts';
import { nameInImprovement } from '../../sentences/index.ts';
import { toLocalToday } from '../local-today.ts';
import { toDayCounter } from './count-days.ts';
import { type Place, seesImprovement } from './reach-improvement.ts';
import { type DecisionChain, tellChain } from './tell-chain.ts';

/** Which decisions are asked for. */
export interface DecisionFilter {
  readonly decision?: ImprovementDecision | undefined;
  /** Local dates, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The register: every decision that somebody may see, the latest first. */
export function listDecisions(
  place: Place,
  who: Person | null,
  scope: Scope,
  { decision, from, to }: DecisionFilter,
): readonly DecisionChain[] {
  const counter = toDayCounter(place, toLocalToday(place));
  return place.ledger.improvements
    .list()
    .filter((record) => seesImprovement(place, who, scope, record))
    .flatMap((record) => record.decisions.map((each) => ({ record, each })))
    .filter(({ each }) => decision === undefined || each.decision === decision)
    .toSorted((a, b) => b.each.id - a.each.id)
    .map(({ record, each }) => tellChain(place, record, counter, each))
    .filter(({ decision: taken }) => {
      const date = taken?.date ?? '';
      return (from === undefined || date >= from) && (to === undefined || date <= to);
    });
}

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  es: [
    'Mejora',
    'Título',
    'Proceso',
    'Agencias',
    'Hecho',
    'Período del hecho',
    'Causas',
    'Decisión',
    'Fecha',
    'Quién decidió',
    'Motivo',
    'Sesión',
    'Acciones',
    'Personal avisado',
    'Clientes avisados',
    'Indicador',
    'Resultado',
    'Cerrada',
    'Quién verificó',
  ],
  en: [
    'Improvement',
    'Title',
    'Process',
    'Branches',
    'Fact',
    'Period of the fact',
    'Causes',
    'Decision',
    'Date',
    'Who decided',
    'Reason',
    'Session',
    'Actions',
    'Staff told',
    'Clients told',
    'Indicator',
    'Result',
    'Closed',
    'Who verified',
  ],
};

/** A cell that no spreadsheet takes for a formula. */
function toCell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function toRow(chain: DecisionChain, language: Language): readonly (string | number | null)[] {
  const { fact, decision, told, proof } = chain;
  const done = language === 'es' ? 'hecha' : 'done';
  const due = language === 'es' ? 'vence' : 'due';
  return [
    chain.improvement,
    chain.title,
    chain.process?.[language] ?? '',
    chain.units?.join(', ') ?? '',
    fact.text[language],
    fact.period,
    chain.causes.join(' | '),
    decision && nameInImprovement('decision', decision.decision, language),
    decision?.date ?? '',
    decision?.by?.name ?? '',
    decision?.reason ?? '',
    decision?.session ?? '',
    chain.actions
      .map(({ text, responsible, due_date, done: at }) => {
        const when = at === null ? `${due} ${due_date}` : `${done} ${at}`;
        return `${text} (${responsible?.name ?? ''}, ${when})`;
      })
      .join(' | '),
    told.staff,
    told.clients,
    proof.indicator?.[language] ?? '',
    proof.sentence?.[language] ?? '',
    proof.closed,
    proof.by?.name ?? '',
  ];
}

/** The register as a CSV that spreadsheets in Spanish open as it is: UTF-8 with its mark, semicolons. */
export function writeDecisionsCsv(chains: readonly DecisionChain[], language: Language): Uint8Array {
  const lines = [HEADS[language], ...chains.map((chain) => toRow(chain, language))];
  const text = lines.map((cells) => cells.map(toCell).join(';')).join('\r\n');
  return new TextEncoder().encode(`\uFEFF${text}\r\n`);
}
