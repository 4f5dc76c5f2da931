import { EVERYTHING } from '../../kernel/index.ts';
import { nameInImprovement, printNumber } from '../../sentences/index.ts';
import { listBoard } from '../../usecases/index.ts';
import { type Command, EXIT } from '../command.ts';
import { printJson, toTable } from '../terminal.ts';
import { say } from '../texts.ts';

/** Lists the improvements by stage, what has stood still longest first in each. */
export const improvements: Command = {
  name: 'improvements',
  usage: '',
  about: {
    es: 'lista las mejoras por etapa, con sus días y lo que está detenido',
    en: 'lists the improvements by stage, with their days and what stands still',
  },
  options: {},
  args: [0, 0],
  run: ({ terminal, withInstitution }) =>
    withInstitution(async (institution) => {
      const { language } = terminal;
      const board = listBoard(institution, null, EVERYTHING, {});
      const { columns, postponed, ended } = board;
      const open = columns.flatMap(({ cards }) => cards);
      if (terminal.json) {
        printJson(terminal, { sentence: board.sentence[language], improvements: open, postponed, ended });
        return EXIT.done;
      }
      terminal.out(board.sentence[language]);
      const rows = [...open, ...postponed, ...ended].map((card) => [
        String(card.id),
        card.title,
        nameInImprovement('state', card.state, language),
        nameInImprovement('stage', card.stage, language),
        printNumber(card.days_in_stage, language),
        card.owner?.name ?? '',
        printNumber(card.actions.overdue, language),
      ]);
      const heads = ['improvement', 'state', 'stage', 'daysInStage', 'owner', 'actionsOverdue'] as const;
      if (rows.length > 0) terminal.out(toTable(['', ...heads.map((head) => say(language, head))], rows));
      return open.some(({ still, actions }) => still || actions.overdue > 0) ? EXIT.findings : EXIT.done;
    }),
};
