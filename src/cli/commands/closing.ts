import type { Language } from '../../kernel/index.ts';
import { printNumber, printPeriod } from '../../sentences/index.ts';
import {
  closeMonth,
  type ClosingOutcome,
  type FigureChange,
  type Institution,
  listChanges,
  namePart,
  restateMonth,
  toLocalToday,
} from '../../usecases/index.ts';
import { type Command, EXIT, getText, text } from '../command.ts';
import { printJson, type Terminal, toTable } from '../terminal.ts';
import { say } from '../texts.ts';

/** Changes printed; the rest are in the screen, and in `--json`. */
const MOST_PRINTED = 20;

function printOutcome(terminal: Terminal, institution: Institution, outcome: ClosingOutcome): void {
  const changes = outcome.closing === null ? [] : listChanges(institution, outcome.closing.id);
  if (terminal.json) {
    printJson(terminal, { ...outcome, changes });
    return;
  }
  const { language } = terminal;
  const said = {
    period: capitalise(printPeriod(outcome.period, language)),
    version: printNumber(outcome.version, language),
    n: printNumber(outcome.changed, language),
  };
  terminal.out(say(language, outcome.version === 1 ? 'closedNow' : 'restatedNow', said));
  if (changes.length === 0) return;
  terminal.out('');
  terminal.out(
    toTable(
      [say(language, 'indicator'), say(language, 'part'), say(language, 'before'), say(language, 'after')],
      changes
        .slice(0, MOST_PRINTED)
        .map((change) => [
          nameOf(institution, change.indicator, language),
          namePart(institution.content, change.indicator, change.dimensions)?.[language] ??
            say(language, 'whole'),
          sayFigure(change.before, language),
          sayFigure(change.after, language),
        ]),
    ),
  );
}

function capitalise(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function nameOf({ content }: Institution, id: string, language: Language): string {
  return content.catalogue.sheets.get(id)?.name[language] ?? id;
}

function sayFigure(figure: FigureChange['before'], language: Language): string {
  if (figure === null) return '';
  return `${figure.text?.[language] ?? ''} (n = ${printNumber(figure.n, language)})`.trim();
}

export const close: Command = {
  name: 'close',
  usage: '--period 2011-06',
  about: {
    es: 'cierra un mes: sus cifras quedan como están, aunque después lleguen hechos',
    en: 'closes a month: its figures stay as they are, whatever facts come later',
  },
  options: { period: { type: 'string' }, cause: { type: 'string' } },
  args: [0, 0],
  run: ({ terminal, options, withInstitution }) =>
    withInstitution(async (institution) => {
      const outcome = await closeMonth(institution, {
        period: getText(options, 'period', '2011-06'),
        reason: text(options, 'cause') ?? '',
        today: toLocalToday(institution),
      });
      printOutcome(terminal, institution, outcome);
      return EXIT.done;
    }),
};

export const restate: Command = {
  name: 'restate',
  usage: '--period 2011-06 --cause TEXT',
  about: {
    es: 'rectifica un mes cerrado: una versión más, con lo que cada cifra era y es, y por qué',
    en: 'restates a closed month: one more version, with what each figure was and is, and why',
  },
  options: { period: { type: 'string' }, cause: { type: 'string' } },
  args: [0, 0],
  run: ({ terminal, options, withInstitution }) =>
    withInstitution(async (institution) => {
      const outcome = await restateMonth(institution, {
        period: getText(options, 'period', '2011-06'),
        cause: getText(options, 'cause', '…'),
        today: toLocalToday(institution),
      });
      printOutcome(terminal, institution, outcome);
      return EXIT.done;
    }),
};
