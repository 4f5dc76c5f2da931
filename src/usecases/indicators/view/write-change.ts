import {
  type Language,
  type Measurement,
  parseInstant,
  printInstant,
  type Sheet,
} from '../../../kernel/index.ts';
import { printDate, printNumber, printPeriod, showFigure } from '../../../sentences/index.ts';
import type { Institution } from '../../institution.ts';
import type { FigureChange } from '../read-figure-changes.ts';
import { VIEW_WORDS } from './words.ts';

/** «12 casos de junio de 2011 que estaban abiertos se cerraron con el archivo …; el resultado pasó de 104 % a 110 %.» */
export function writeChange(
  institution: Institution,
  change: FigureChange,
  measurement: Measurement,
  sheet: Sheet,
  period: string,
  language: Language,
): string {
  const words = VIEW_WORDS[language];
  const zone = institution.content.catalogue.settings.default_zone;
  const at = parseInstant(change.at, zone);
  const date = printDate((at === undefined ? change.at : printInstant(at, zone)).slice(0, 10), language);
  const cause =
    change.file === null
      ? words.caused[change.cause === 'import' ? 'content' : change.cause](date)
      : words.caused.import(change.file, date);
  const print = (value: number | null) =>
    value === null
      ? words.noResult.toLowerCase()
      : (showFigure({ ...measurement, value }, sheet, language)?.text ?? '');
  const [from, to] = [print(change.before.value), print(change.after.value)];
  const closed = change.closed ?? 0;
  const first =
    closed > 0
      ? words.closed(printNumber(closed, language), closed === 1, printPeriod(period, language), cause)
      : words.changed(cause);
  const cases = (n: number) => printNumber(n, language);
  const parts = [
    first,
    from === to ? words.stayed(to) : words.moved(from, to),
    ...(change.before.n === change.after.n
      ? []
      : [words.cases(cases(change.before.n), cases(change.after.n))]),
  ];
  return `${words.afterCut}: ${parts.join('; ')}.`;
}
