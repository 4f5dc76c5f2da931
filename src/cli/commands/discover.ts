import { access } from 'node:fs/promises';
import { join } from 'node:path';
import {
  printLapse,
  printNumber,
  printPercent,
  sayDeviation,
  sayDeviationCost,
  sayLog,
} from '../../sentences/index.ts';
import { type Discovered, discoverLog, type LogAnalysis } from '../../usecases/index.ts';
import { type Command, EXIT, getText, text } from '../command.ts';
import { printJson, style, type Terminal, toTable, wrap } from '../terminal.ts';
import { say } from '../texts.ts';

/** Rows of each table shown to a person; `--json` gives them all. */
const SHOWN = 15;

function printTable(terminal: Terminal, title: string, table: string): void {
  terminal.out(`\n${style(terminal, 'bold', title)}`);
  terminal.out(table);
}

function printGraph(terminal: Terminal, analysis: LogAnalysis): void {
  const { language } = terminal;
  const lapse = (seconds: number) => printLapse(seconds, language);
  const times = [say(language, 'halfUpTo'), say(language, 'nineUpTo')];
  printTable(
    terminal,
    say(language, 'follows'),
    toTable(
      [say(language, 'from'), say(language, 'to'), say(language, 'times'), ...times],
      analysis.edges
        .slice(0, SHOWN)
        .map(({ from, to, n, median_s, p90_s }) => [
          from,
          to,
          printNumber(n, language),
          lapse(median_s),
          lapse(p90_s),
        ]),
      [2, 3, 4],
    ),
  );
  printTable(
    terminal,
    say(language, 'ways'),
    analysis.paths
      .slice(0, 5)
      .map(({ n, share, path, median_s }) =>
        wrap(
          `${printNumber(n, language)} (${printPercent(share, language)}, ${lapse(median_s)}): ${path.join(' → ')}`,
          terminal.width,
          '  ',
        ),
      )
      .join('\n'),
  );
}

function printAnalysis(terminal: Terminal, analysis: LogAnalysis): void {
  const { language } = terminal;
  for (const sentence of sayLog(analysis)) terminal.out(wrap(sentence[language], terminal.width, ''));
  printGraph(terminal, analysis);
  const { conformance } = analysis;
  if (conformance === null) return;
  terminal.out(`\n${style(terminal, 'bold', say(language, 'conformance'))}`);
  for (const deviation of conformance.deviations.slice(0, SHOWN)) {
    terminal.out(wrap(`· ${sayDeviation(deviation, conformance.cases)[language]}`, terminal.width, '  '));
    const cost = sayDeviationCost(deviation);
    if (cost) terminal.out(style(terminal, 'dim', wrap(cost[language], terminal.width, '    ')));
  }
  if (conformance.deviations.length > 0)
    terminal.out(`\n${wrap(say(language, 'comparison'), terminal.width, '')}`);
}

/** What a program is given: the graph, and the conformance where a procedure was asked for. */
function toJson({ cases, events, variants, edges, conformance }: Discovered) {
  return {
    cases,
    events,
    variants,
    edges: edges.map(({ from, to, n, median_s }) => ({ from, to, count: n, median_s })),
    ...(conformance === null ? {} : { conformance }),
  };
}

export const discover: Command = {
  name: 'discover',
  usage: '--log FILE [--map FILE] [--procedure ID]',
  about: {
    es: 'muestra qué sigue a qué en un registro de eventos, y en qué se aparta del procedimiento',
    en: 'shows what follows what in an event log, and where it departs from the procedure',
  },
  options: { log: { type: 'string' }, map: { type: 'string' }, procedure: { type: 'string' } },
  args: [0, 0],
  run: async ({ terminal, options, resolve, folder }) => {
    const map = text(options, 'map');
    const packs = join(folder, 'packs');
    const own = await access(packs).then(
      () => [packs],
      () => [],
    );
    const discovered = await discoverLog({
      file: resolve(getText(options, 'log', 'registro.xes.gz')),
      map: map === null ? null : resolve(map),
      procedure: text(options, 'procedure'),
      packs: own,
      graph_only: terminal.json,
    });
    if (terminal.json) printJson(terminal, toJson(discovered));
    else if (discovered.analysis) printAnalysis(terminal, discovered.analysis);
    return EXIT.done;
  },
};
