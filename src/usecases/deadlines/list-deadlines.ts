import {
  CASE_KINDS,
  type CaseKind,
  type DeadlineCount,
  type DeadlineRule,
  type LocalText,
  type Scope,
  toLimit,
} from '../../kernel/index.ts';
import { sayFinding } from '../../sentences/index.ts';
import type { Institution } from '../institution.ts';
import { toLocalToday } from '../local-today.ts';
import { type Bound, binds, findBound, listInForce } from './in-force.ts';
import { KIND_NAMES, nameKinds } from './kind-names.ts';
import { type DeadlineScope, listRuled, listScopes, nameScope } from './list-scopes.ts';

type Place = Pick<Institution, 'content' | 'ledger' | 'ports'>;

/** A rule as a screen shows it. */
export interface ShownDeadline {
  readonly id: string;
  readonly name: LocalText;
  readonly kinds: readonly CaseKind[];
  /** Which cases of the kind; null for all those no other rule is for. */
  readonly when: LocalText | null;
  readonly amount: number;
  readonly counts: DeadlineCount;
  readonly pauses: boolean;
  readonly regulator: string;
  readonly source: LocalText;
  readonly from: string;
  readonly until: string | null;
  /** Written by the institution, not shipped with the program. */
  readonly own: boolean;
  readonly confirmed: string | null;
  readonly confirmed_by: string | null;
}

/** A kind of case with what is known of its deadline today. */
export interface KindDeadlines {
  readonly id: CaseKind;
  readonly name: LocalText;
  /** False where a case received today would have no deadline; null where every procedure sets its own. */
  readonly known: boolean | null;
  /** Open cases within reach that have no deadline. */
  readonly waiting: number;
  readonly rules: readonly ShownDeadline[];
  /** Procedures of the kind that set a deadline of their own. */
  readonly own: readonly {
    readonly name: LocalText;
    readonly amount: number;
    readonly counts: DeadlineCount;
  }[];
  readonly scopes: readonly DeadlineScope[];
}

/** The deadlines of an institution. */
export interface DeadlineList {
  readonly sentence: LocalText;
  readonly country: string | null;
  readonly institution: string | null;
  /** Those without a known deadline first. */
  readonly kinds: readonly KindDeadlines[];
  /** Rules of this institution that hold no more, or not yet. */
  readonly others: readonly ShownDeadline[];
  readonly may_edit: boolean;
}

function showRule(place: Place, rule: DeadlineRule): ShownDeadline {
  const { pack, country: _, institutions: __, when, ...shown } = rule;
  return {
    ...shown,
    when: when === null ? null : (nameScope(place, rule.kinds, when) ?? rule.name),
    own: pack === 'propio',
  };
}

function showKind(place: Place, kind: CaseKind, bound: Bound, scope: Scope): KindDeadlines {
  const { catalogue } = place.content;
  const inForce = listInForce(catalogue.deadlines.values(), kind, bound, toLocalToday(place));
  const filter = { kind, without_due: 'unknown', units: scope.units, processes: scope.processes } as const;
  const own = [...catalogue.procedures.values()].flatMap(({ name, case: definition }) => {
    const limit = definition?.kind === kind ? toLimit(definition.deadline) : null;
    return limit === null ? [] : [{ name, amount: limit.amount, counts: limit.counts }];
  });
  const isRuled = listRuled(place, kind).length > 0 || own.length === 0;
  return {
    id: kind,
    name: KIND_NAMES[kind],
    known: isRuled ? inForce.some(({ when }) => when === null) : null,
    waiting: place.ledger.cases.list(filter, { limit: 0 }).of,
    rules: inForce.map((rule) => showRule(place, rule)),
    own,
    scopes: listScopes(place, kind),
  };
}

function toSentence(kinds: readonly KindDeadlines[]): LocalText {
  const unknown = kinds.filter(({ known }) => known === false).map(({ id }) => id);
  const shown = new Map(kinds.flatMap(({ rules }) => rules).map((rule) => [rule.id, rule]));
  const unconfirmed = [...shown.values()].filter(({ confirmed }) => confirmed === null).length;
  const waiting = kinds.reduce((sum, kind) => sum + kind.waiting, 0);
  return sayFinding('deadline-page', {
    unknown_es: nameKinds(unknown, 'es'),
    unknown_en: nameKinds(unknown, 'en'),
    unconfirmed,
    waiting,
  });
}

/**
 * The deadlines by which the institution answers each kind of case received today, with their source and
 * whether somebody confirmed them. Kinds nobody knows a deadline for come first, those with most open
 * cases within reach that have none on top.
 *
 * @param may_edit whether who asks may write them
 */
export function listDeadlines(place: Place, scope: Scope, may_edit: boolean): DeadlineList {
  const bound = findBound(place.ledger);
  const kinds = CASE_KINDS.filter((kind) => kind !== 'solicitud' || listRuled(place, kind).length > 0)
    .map((kind) => showKind(place, kind, bound, scope))
    .sort((a, b) => Number(a.known ?? true) - Number(b.known ?? true) || b.waiting - a.waiting);
  const held = new Set(kinds.flatMap(({ rules }) => rules.map(({ id }) => id)));
  const others = [...place.content.catalogue.deadlines.values()].filter(
    (rule) => binds(rule, bound) && !held.has(rule.id),
  );
  return {
    sentence: toSentence(kinds),
    ...bound,
    kinds,
    others: others.map((rule) => showRule(place, rule)).sort((a, b) => (a.from > b.from ? -1 : 1)),
    may_edit,
  };
}
