import {
  type AlertRule,
  ALERT_THRESHOLDS,
  type AlertTells,
  FIGURE_ALERTS,
  type LocalText,
  type Person,
  Refusal,
  type Scope,
} from '../../kernel/index.ts';
import type { AlertRuleDraft } from '../../ledger/index.ts';
import { sayAlertKind } from '../../sentences/index.ts';
import type { Institution } from '../institution.ts';
import { reachIndicators } from '../reach-indicators.ts';

type Place = Pick<Institution, 'ledger' | 'content'>;

/** A rule in force: one that everybody has until it is turned off, or one that somebody wrote. */
export interface AlertRuleInForce {
  /** `not-met` of those that everybody has; the number of one that was written. */
  readonly id: string;
  readonly own: boolean;
  readonly name: LocalText;
  readonly rule: AlertRule;
  readonly tells: AlertTells;
  readonly off: boolean;
  readonly made_by: string | null;
  readonly at: string | null;
}

const OFF_KEY = 'alerts-off';
const OWNERS: AlertTells = { owners: true, roles: [], people: [] };
const about = (kind: AlertRule['kind']): AlertRule => ({
  kind,
  indicators: [],
  by: 'both',
  threshold: null,
});

/** What is told without anybody writing it: each thing to whoever answers for it. */
const STANDING = [
  { id: 'not-met', rule: about('against-standard') },
  { id: 'signal', rule: about('signal') },
  { id: 'action', rule: about('action-overdue') },
  { id: 'still', rule: about('improvement-still') },
  { id: 'case', rule: about('case-deadline') },
] as const;

const sayRule = (rule: AlertRule): LocalText => ({
  es: sayAlertKind(rule, 'es'),
  en: sayAlertKind(rule, 'en'),
});

/** Every rule, those that everybody has first; those turned off are told apart by `off`. */
export function listAlertRules({ ledger }: Pick<Institution, 'ledger'>): readonly AlertRuleInForce[] {
  const off = readOff({ ledger });
  const standing = STANDING.map(({ id, rule }) => ({
    id,
    own: false,
    name: sayRule(rule),
    rule,
    tells: OWNERS,
    off: off.includes(id),
    made_by: null,
    at: null,
  }));
  const own = ledger.alerts.rules().map(({ id, name, rule, tells, made_by, at }) => ({
    id: String(id),
    own: true,
    name: { es: name, en: name },
    rule,
    tells,
    off: false,
    made_by: made_by === null ? null : (ledger.people.find(made_by)?.name ?? made_by),
    at,
  }));
  return [...standing, ...own];
}

function readOff({ ledger }: Pick<Institution, 'ledger'>): readonly string[] {
  return (ledger.findSetting(OFF_KEY)?.value ?? []) as readonly string[];
}

/**
 * Writes a rule in somebody's name, or changes the one of that id. Refuses `alert-rule-unreached` for an
 * indicator beyond reach, `alert-threshold`, `alert-tells-nobody`, `person-not-found`, and of one to change
 * `alert-rule-not-found`, `alert-rule-of-others` where somebody of part of the institution did not write it.
 */
export function saveAlertRule(
  place: Place,
  { who, scope }: { readonly who: Person; readonly scope: Scope },
  draft: AlertRuleDraft,
  id: number | null,
): number {
  const checked = {
    ...draft,
    rule: checkRule(place, scope, draft.rule),
    tells: checkTells(place, draft.tells),
  };
  const { alerts } = place.ledger.as(who.id);
  if (id === null) return alerts.make(checked);
  refuseOthers(place, who, scope, id);
  return alerts.change(id, checked);
}

/** Takes a written rule out; refuses as `saveAlertRule`. */
export function endAlertRule(
  place: Place,
  { who, scope }: { readonly who: Person; readonly scope: Scope },
  id: number,
): void {
  refuseOthers(place, who, scope, id);
  place.ledger.as(who.id).alerts.end(id);
}

/** Turns a rule that everybody has off or on again. Only who plans alerts for all: refuses `out-of-scope`, `alert-rule-not-found`. */
export function switchAlertRule(
  { ledger }: Pick<Institution, 'ledger'>,
  { who, scope }: { readonly who: Person; readonly scope: Scope },
  id: string,
  off: boolean,
): void {
  if (scope.processes !== null || scope.units !== null) throw new Refusal('out-of-scope');
  if (!STANDING.some((each) => each.id === id)) throw new Refusal('alert-rule-not-found');
  const others = readOff({ ledger }).filter((each) => each !== id);
  ledger.as(who.id).changeSetting(OFF_KEY, off ? [...others, id].sort() : others);
}

function refuseOthers({ ledger }: Place, who: Person, scope: Scope, id: number): void {
  const found = ledger.alerts.rules().find((rule) => rule.id === id);
  if (!found) throw new Refusal('alert-rule-not-found');
  if (scope.processes !== null && found.made_by !== who.id) throw new Refusal('alert-rule-of-others');
}

function checkRule({ content }: Place, scope: Scope, rule: AlertRule): AlertRule {
  const isFigure = FIGURE_ALERTS.includes(rule.kind);
  const indicators = isFigure ? [...new Set(rule.indicators)].sort() : [];
  const reached = new Set(reachIndicators(content, scope).map(({ id }) => id));
  const unreached = indicators.find((id) => !reached.has(id));
  if (unreached !== undefined) throw new Refusal('alert-rule-unreached', { indicator: unreached });
  const bounds = ALERT_THRESHOLDS[rule.kind];
  const { threshold } = rule;
  if (bounds && !(threshold !== null && threshold >= bounds.least && threshold <= bounds.most))
    throw new Refusal('alert-threshold', { least: bounds.least, most: bounds.most });
  return {
    kind: rule.kind,
    indicators,
    by: isFigure ? rule.by : 'both',
    threshold: bounds ? threshold : null,
  };
}

function checkTells({ ledger }: Place, { owners, roles, people }: AlertTells): AlertTells {
  const unknown = people.find((id) => ledger.people.find(id)?.state !== 'active');
  if (unknown !== undefined) throw new Refusal('person-not-found', { person: unknown });
  if (!owners && roles.length === 0 && people.length === 0) throw new Refusal('alert-tells-nobody');
  return { owners, roles: [...new Set(roles)].sort(), people: [...new Set(people)].sort() };
}

/** The indicators somebody may write a rule of, by name. */
export function listReachedNames(
  { content }: Pick<Institution, 'content'>,
  scope: Scope,
): readonly { readonly id: string; readonly name: LocalText }[] {
  return reachIndicators(content, scope)
    .map(({ id }) => ({ id, name: content.catalogue.sheets.get(id)?.name ?? { es: id, en: id } }))
    .toSorted((a, b) => a.name.es.localeCompare(b.name.es, 'es'));
}
