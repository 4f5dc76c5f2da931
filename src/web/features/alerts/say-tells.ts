import type { Rule, Rules } from './answers.ts';

/** Who a rule tells, in words: «Quien responde, Gerencia, Ana Pérez». */
export function sayTells({ tells }: Pick<Rule, 'tells'>, { roles, people }: Rules, owners: string): string {
  const nameOf = (list: readonly { readonly id: string; readonly name: string }[], id: string) =>
    list.find((each) => each.id === id)?.name ?? id;
  return [
    ...(tells.owners ? [owners] : []),
    ...tells.roles.map((id) => nameOf(roles, id)),
    ...tells.people.map((id) => nameOf(people, id)),
  ].join(', ');
}
