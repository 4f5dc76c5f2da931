import { printInstant } from '../../sentences/index.ts';
import { useLanguage } from './language.ts';
import { toWallClock } from './to-wall-clock.ts';

/** An instant of the system (a session, a deed) on the clock of the institution. */
export function Moment({ at }: { readonly at: string }) {
  const language = useLanguage();
  return <time dateTime={at}>{printInstant(toWallClock(at), language)}</time>;
}
