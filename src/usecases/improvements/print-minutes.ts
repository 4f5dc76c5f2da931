import type { Language, Person, Scope } from '../../kernel/index.ts';
import { composeMinutes, type MinutesAction, type MinutesDecision, printPdf } from '../../report/index.ts';
import { nameInImprovement, printDate } from '../../sentences/index.ts';
import { toLocalToday } from '../local-today.ts';
import type { Place } from './reach-improvement.ts';
import { type SessionView, showSession } from './show-session.ts';
import type { DecisionChain } from './tell-chain.ts';

function toAction({ text, responsible, due_date }: DecisionChain['actions'][number]): MinutesAction {
  return { text, responsible: responsible?.name ?? '', due_date };
}

function toDecision(chain: DecisionChain, language: Language): MinutesDecision {
  const es = language === 'es';
  const { decision } = chain;
  const name = decision ? nameInImprovement('decision', decision.decision, language) : '';
  const until = decision?.until
    ? `, ${es ? 'hasta el' : 'until'} ${printDate(decision.until, language)}`
    : '';
  return {
    title: chain.title,
    about: [
      `${es ? 'Mejora' : 'Improvement'} ${chain.improvement}`,
      chain.process?.[language] ?? '',
      chain.units?.join(', ') ?? '',
    ]
      .filter((text) => text !== '')
      .join(' · '),
    fact: chain.fact.text[language],
    causes: chain.causes,
    decision: `${name}${until}`,
    reason: decision?.reason ?? '',
    by: decision?.by?.name ?? '',
    relaxed: decision?.relaxed.join(', ') ?? '',
    actions: chain.actions.filter(({ dropped }) => dropped === null).map(toAction),
  };
}

/** What the minutes print of a session. */
function toPending({ pending }: SessionView): readonly MinutesAction[] {
  return pending.map((action) => ({ ...toAction(action), of: action.title, overdue: action.overdue }));
}

/** The minutes of a session (*acta*) as PDF. Refuses `committee-not-found`. */
export async function printMinutes(
  place: Place,
  who: Person,
  scope: Scope,
  id: number,
  language: Language,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const view = showSession(place, who, scope, id, language);
  const profile = place.ledger.findSetting('institution')?.value as { readonly name?: string } | undefined;
  const paper = composeMinutes({
    language,
    printed: toLocalToday(place),
    who: who.name,
    institution: profile?.name ?? '',
    number: view.id,
    date: view.date,
    place: view.place,
    held_by: view.held_by?.name ?? '',
    attendees: view.attendees.map(({ name }) => name),
    notes: view.notes,
    ended: view.ended,
    decisions: view.decided.map((chain) => toDecision(chain, language)),
    pending: toPending(view),
    waiting: view.waiting.map(({ title }) => title),
  });
  return { name: `acta-${view.id}-${view.date}.pdf`, bytes: await printPdf(paper) };
}
