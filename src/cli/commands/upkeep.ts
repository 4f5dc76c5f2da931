import { extname } from 'node:path';
import { printInstant, printNumber, printPeriod, sayProblem } from '../../sentences/index.ts';
import {
  checkPacks,
  listQuarantine,
  rebuildFacts,
  undoImport,
  verifyInstitution,
  writeQuarantine,
} from '../../usecases/index.ts';
import { type Command, EXIT, text } from '../command.ts';
import { printJson, toTable } from '../terminal.ts';
import { say, sayCount } from '../texts.ts';

export const imports: Command = {
  name: 'imports',
  usage: '',
  about: { es: 'lista lo importado', en: 'lists what was imported' },
  options: {},
  args: [0, 0],
  run: ({ terminal, withInstitution }) =>
    withInstitution(async ({ ledger }) => {
      const { language } = terminal;
      const records = ledger.listImports({ include_undone: true });
      if (terminal.json) printJson(terminal, { imports: records });
      else if (records.length === 0) terminal.out(say(language, 'noImports'));
      else {
        const keys = ['read', 'accepted', 'updated', 'quarantined', 'duplicate', 'blank'] as const;
        const header = [
          say(language, 'import'),
          say(language, 'file'),
          say(language, 'date'),
          ...keys.map((key) => say(language, key)),
          '',
        ];
        const rows = records.map((record) => [
          record.id,
          record.file_name,
          printInstant(record.imported_at, language),
          ...keys.map((key) => printNumber(record.counts[key], language)),
          record.undone_at === null ? '' : say(language, 'undone'),
        ]);
        terminal.out(toTable(header, rows, [3, 4, 5, 6, 7, 8]));
      }
      return EXIT.done;
    }),
};

export const undo: Command = {
  name: 'undo',
  usage: '<import> [--reason TEXT]',
  about: { es: 'deshace una importación', en: 'undoes an import' },
  options: { reason: { type: 'string' } },
  args: [1, 1],
  run: ({ terminal, args, options, withInstitution }) =>
    withInstitution(
      async (institution) => {
        const record = await undoImport(institution, args[0]!, text(options, 'reason') ?? '');
        const n = record.counts.accepted + record.counts.updated + record.counts.duplicate;
        if (terminal.json) printJson(terminal, { undone: record });
        else
          terminal.out(
            say(terminal.language, 'undoneNow', {
              id: record.id,
              file: record.file_name,
              n: printNumber(n, terminal.language),
              rows: say(terminal.language, n === 1 ? 'row' : 'rows'),
            }),
          );
        return EXIT.done;
      },
      { sync: false },
    ),
};

export const quarantine: Command = {
  name: 'quarantine',
  usage: '[--out FILE.csv|FILE.xlsx]',
  about: {
    es: 'lista las filas por corregir, o las saca a un archivo',
    en: 'lists the rows to correct, or takes them out to a file',
  },
  options: { out: { type: 'string' } },
  args: [0, 0],
  run: ({ terminal, options, resolve, withInstitution }) =>
    withInstitution(async (institution) => {
      const { language } = terminal;
      const { rows } = listQuarantine(institution);
      const out = text(options, 'out');
      if (out !== null) {
        const path = extname(out) === '' ? `${resolve(out)}.csv` : resolve(out);
        const files = await writeQuarantine(institution, path, (problem) => sayProblem(problem, language));
        if (terminal.json) printJson(terminal, { files });
        else
          for (const { path: file, dataset, rows: n } of files)
            terminal.out(
              `${say(language, 'written')}: ${file} (${dataset}, ${sayCount(language, n, printNumber(n, language), 'row', 'rows')})`,
            );
        return EXIT.done;
      }
      if (terminal.json) {
        printJson(terminal, {
          rows: rows.map((row) => ({
            import: row.import_id,
            dataset: row.dataset,
            file: row.file_name,
            line: row.line,
            column: row.column_name,
            code: row.params['rule'] ?? row.code,
            sentence: sayProblem(row.problem, language),
            cells: row.cells,
          })),
        });
      } else if (rows.length === 0) terminal.out(say(language, 'nothingQuarantined'));
      else
        for (const row of rows)
          terminal.out(`${row.import_id}:${row.ordinal}  ${sayProblem(row.problem, language)}`);
      return rows.length > 0 ? EXIT.findings : EXIT.done;
    }),
};

export const check: Command = {
  name: 'check',
  usage: '[PACK]...',
  about: { es: 'revisa paquetes de indicadores', en: 'checks packs' },
  options: {},
  args: [0, 100],
  run: async ({ terminal, args, folder, resolve }) => {
    const { language } = terminal;
    const { packs, problems } = await checkPacks(folder, args.map(resolve));
    if (terminal.json)
      printJson(terminal, {
        packs,
        problems: problems.map((problem) => ({ ...problem, sentence: sayProblem(problem, language) })),
      });
    else {
      terminal.out(
        `${say(language, 'packs')}: ${packs.map((pack) => `${pack.id} ${pack.version} (${pack.indicators})`).join(', ')}`,
      );
      for (const problem of problems) terminal.out(sayProblem(problem, language));
      if (problems.length === 0) terminal.out(say(language, 'fine'));
    }
    return problems.length > 0 ? EXIT.findings : EXIT.done;
  },
};

export const rebuild: Command = {
  name: 'rebuild',
  usage: '',
  about: {
    es: 'reconstruye los hechos desde los archivos originales',
    en: 'rebuilds the facts from the raw files',
  },
  options: {},
  args: [0, 0],
  run: async ({ terminal, withInstitution, rebuild: rebuildHeld }) => {
    await rebuildHeld?.();
    return withInstitution(async (institution) => {
      const imports = rebuildHeld
        ? institution.ledger.listImports().length
        : await rebuildFacts(institution).then((rebuilt) => {
            rebuilt.institution.facts.close();
            return rebuilt.imports;
          });
      if (terminal.json) printJson(terminal, { imports });
      else
        terminal.out(
          say(terminal.language, 'rebuilt', {
            imports: sayCount(
              terminal.language,
              imports,
              printNumber(imports, terminal.language),
              'importOne',
              'importMany',
            ),
          }),
        );
      return EXIT.done;
    });
  },
};

export const verify: Command = {
  name: 'verify',
  usage: '[--period MONTH]',
  about: {
    es: 'comprueba que nada cambió por fuera y vuelve a calcular los meses cerrados',
    en: 'verifies that nothing changed from outside and makes closed months anew',
  },
  options: { period: { type: 'string' } },
  args: [0, 0],
  run: ({ terminal, options, withInstitution }) =>
    withInstitution(async (institution) => {
      const { language } = terminal;
      const report = await verifyInstitution(institution, { period: text(options, 'period') });
      const counted = (
        n: number,
        ...words: ['rawOne' | 'entryOne' | 'tableOne', 'rawMany' | 'entryMany' | 'tableMany']
      ) => sayCount(language, n, printNumber(n, language), ...words);
      if (terminal.json)
        printJson(terminal, {
          ...report,
          ...Object.fromEntries(
            (['problems', 'notices'] as const).map((name) => [
              name,
              report[name].map((problem) => ({ ...problem, sentence: sayProblem(problem, language) })),
            ]),
          ),
        });
      else {
        for (const problem of report.problems) terminal.out(sayProblem(problem, language));
        for (const { period, version, same, figures } of report.closings)
          terminal.out(
            say(language, same ? 'closingSame' : 'closingOther', {
              period: printPeriod(period, language),
              version: printNumber(version, language),
              n: printNumber(figures, language),
            }),
          );
        for (const notice of report.notices) terminal.out(sayProblem(notice, language));
        if (report.problems.length === 0)
          terminal.out(
            say(language, 'verified', {
              raw: counted(report.raw_files, 'rawOne', 'rawMany'),
              entries: counted(report.ledger_entries, 'entryOne', 'entryMany'),
              datasets: counted(report.facts.length, 'tableOne', 'tableMany'),
            }),
          );
      }
      return report.problems.length > 0 ? EXIT.findings : EXIT.done;
    }),
};
