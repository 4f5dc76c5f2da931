import { EVERYTHING, Refusal } from '../../kernel/index.ts';
import { printNumber, printPercent } from '../../sentences/index.ts';
import { type CriticalityView, viewCriticality } from '../../usecases/index.ts';
import { type Command, EXIT, getText, type Options, text, wholeNumber } from '../command.ts';
import { printJson, toTable } from '../terminal.ts';
import { say } from '../texts.ts';

/** Services chosen where nobody says how many: as the method of the product has it. */
const USUAL = 5;

/** How many are critical, by the options; refuses both ways at once. */
function readRule(options: Options): CriticalityView['rule'] {
  const count = wholeNumber(options, 'count');
  const coverage = text(options, 'coverage');
  if (count !== null && coverage !== null) throw new Refusal('critical-count-or-coverage');
  if (coverage === null) return { kind: 'count', count: count ?? USUAL };
  const share = Number(coverage.replace(',', '.'));
  if (!(share > 0 && share <= 1))
    throw new Refusal('option-unreadable', { option: 'coverage', value: coverage, values: ['0.74', '0.8'] });
  return { kind: 'coverage', share };
}

export const critical: Command = {
  name: 'critical',
  usage: '--period 2011-01..2011-05 [--family PROCESS] [--count 5 | --coverage 0.8] [--unit U]',
  about: {
    es: 'los procesos críticos: la familia con más reclamos y sus servicios por volumen',
    en: 'the critical processes: the family with most complaints and its services by volume',
  },
  options: {
    period: { type: 'string' },
    family: { type: 'string' },
    count: { type: 'string' },
    coverage: { type: 'string' },
    unit: { type: 'string' },
  },
  args: [0, 0],
  run: ({ terminal, options, withInstitution }) =>
    withInstitution(async (institution) => {
      const view = await viewCriticality(institution, {
        period: getText(options, 'period', '2011-01..2011-05'),
        family: text(options, 'family'),
        unit: text(options, 'unit'),
        rule: readRule(options),
        scope: EVERYTHING,
      });
      if (terminal.json) {
        printJson(terminal, view);
        return EXIT.done;
      }
      const { language } = terminal;
      const percent = (share: number | null) => (share === null ? '' : printPercent(share, language, 1));
      const mark = ({ chosen, left_out }: CriticalityView['ranking'][number]) =>
        chosen ? say(language, 'critical') : left_out === null ? '' : say(language, `left-${left_out}`);
      terminal.out(
        toTable(
          [say(language, 'family'), say(language, 'complaints'), say(language, 'meanShare')],
          view.families.map(({ name, n, mean }) => [name[language], printNumber(n, language), percent(mean)]),
        ),
      );
      terminal.out('');
      terminal.out(
        toTable(
          [
            say(language, 'service'),
            say(language, 'volume'),
            say(language, 'share'),
            say(language, 'cumulative'),
            say(language, 'complaints'),
            '',
          ],
          view.ranking.map((service) => [
            service.name[language],
            printNumber(service.volume, language),
            percent(service.share),
            percent(service.cumulative),
            service.complaints === null ? '' : printNumber(service.complaints, language),
            mark(service),
          ]),
        ),
      );
      terminal.out('');
      for (const line of [view.sentence, view.stability?.sentence, view.follow?.sentence, ...view.notes])
        if (line) terminal.out(line[language]);
      return EXIT.done;
    }),
};
