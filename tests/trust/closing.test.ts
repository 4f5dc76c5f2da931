import { createHash } from 'node:crypto';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  closeMonth,
  type Institution,
  measureIndicators,
  rebuildFacts,
  restateMonth,
  syncFacts,
  verifyClosings,
  verifyInstitution,
} from '../../src/usecases/index.ts';
import { bring, openWorld, type OpenWorld } from '../journeys/open-world.ts';

const TODAY = '2011-07-15';
const JUNE = '2011-06';
const ID = 'plazo-debito-automatico';

async function measureOne(institution: Institution, by: readonly string[] = []) {
  const { measurements } = await measureIndicators(institution, {
    period: JUNE,
    indicators: [ID],
    by,
    as_of: null,
  });
  return measurements;
}

const codes = (items: readonly { readonly code: string }[]): string[] => items.map(({ code }) => code);

interface Kept {
  readonly facts: { readonly sources: Record<string, { readonly files: { n: number; digest: string } }> };
}

const sourcesOf = ({ ledger }: Institution): Kept['facts']['sources'] =>
  (ledger.closings.digestsOf(ledger.closings.find(JUNE)!.id) as Kept).facts.sources;

/** The digest of the month's requests, worked out apart: rows as text, one by one, sorted and hashed. */
async function walkRequests({ facts, content }: Institution): Promise<{ n: number; digest: string }> {
  const { columns } = content.catalogue.datasets.get('requests')!;
  const rows = await facts.duck.rows(
    'select * replace (epoch_us(opened_at) as opened_at, epoch_us(closed_at) as closed_at) from requests_rows where _current',
  );
  const hashes = rows
    .filter((row) => String(row['opened_at_local']).startsWith(JUNE))
    .map((row) => {
      const said = columns
        .map(({ name }) => name)
        .sort()
        .map((name) => (row[name] === null ? name : `${name}=${String(row[name])}`));
      return createHash('sha256').update(said.join('\u001f')).digest('hex');
    });
  const digest = createHash('sha256').update(hashes.sort().join('')).digest('hex');
  return { n: hashes.length, digest };
}

/** A late row of the indicator, that took far longer than its limit. */
const LATE =
  'request_id,process,unit,person,client,channel,opened_at,closed_at,status,outcome,handling_min\n' +
  'R9000001,debito-automatico,norte,Ana Mora,C000010,agencia,2011-06-10T09:00:00,2011-06-24T09:00:00,cerrado,,30\n';

describe('a closed month', () => {
  let world: OpenWorld;
  let institution: Institution;
  beforeAll(async () => {
    world = await openWorld('tiny');
    institution = world.institution;
    const outcome = await closeMonth(institution, { period: JUNE, reason: '', today: TODAY });
    expect(outcome).toMatchObject({ version: 1, proposal: null, closing: { kind: 'closed' } });
  });
  afterAll(() => world.close());

  it('keeps a digest of its rows that anybody can work out from them', async () => {
    expect(sourcesOf(institution)['requests/opened_at']?.files).toEqual(await walkRequests(institution));
  });

  it('is refused twice, before it is over, without facts, and where it is no month', async () => {
    const close = (period: string) => closeMonth(institution, { period, reason: '', today: TODAY });
    await expect(close(JUNE)).rejects.toMatchObject({ code: 'closing-done' });
    await expect(close('2011-07')).rejects.toMatchObject({ code: 'closing-not-over' });
    await expect(close('2009-01')).rejects.toMatchObject({ code: 'closing-no-facts' });
    await expect(close('2011-Q2')).rejects.toMatchObject({ code: 'closing-needs-month' });
    const nothing = restateMonth(institution, { period: JUNE, cause: 'x', today: TODAY });
    await expect(nothing).rejects.toMatchObject({ code: 'restate-nothing' });
  });

  it('does not change when a late file comes, says what would, and is restated with old, new and cause', async () => {
    const [before] = await measureOne(institution);
    const file = join(world.folder, 'tarde.csv');
    await writeFile(file, LATE);
    await bring(institution, 'requests', file);
    const [after] = await measureOne(institution);
    expect(after).toMatchObject({ value: before!.value, n: before!.n, verdict: before!.verdict });
    expect(codes(after!.warnings)).toEqual(expect.arrayContaining(['closed', 'closed-differs']));
    expect(after!.sentences.es).toMatch(/con los hechos de hoy sería .* \(n = 21\): falta rectificar el mes/);
    const [north] = await measureOne(institution, ['unit']);
    expect(north).toMatchObject({ dimensions: { unit: 'norte' } });
    expect(codes(north!.warnings)).toContain('closed-differs');

    const quarter = { period: '2011-Q2', indicators: [ID], by: [], as_of: null };
    const [longer] = (await measureIndicators(institution, quarter)).measurements;
    expect([longer!.n, codes(longer!.warnings)]).toEqual([21, expect.arrayContaining(['closed-within'])]);

    const late = await verifyInstitution(institution);
    expect(late.problems).toEqual([]);
    expect(late.closings).toMatchObject([{ period: JUNE, same: true, differ: [], facts: ['requests'] }]);
    expect(codes(late.notices)).toEqual(['closing-late-facts']);

    await expect(restateMonth(institution, { period: JUNE, cause: ' ', today: TODAY })).rejects.toMatchObject(
      { code: 'restate-without-cause' },
    );
    const cause = 'Llegó el lote del 10 de junio';
    const outcome = await restateMonth(institution, { period: JUNE, cause, today: TODAY });
    expect(outcome).toMatchObject({ version: 2, closing: { kind: 'restated', cause } });
    const [change] = institution.ledger.closings.changesOf(outcome.closing!.id) as {
      indicator: string;
      before: { n: number; numerator: string };
      after: { n: number; numerator: string };
    }[];
    expect(change).toMatchObject({ indicator: ID, before: { n: 20 }, after: { n: 21 } });
    expect(change!.before.numerator).toMatch(/^\d+\/\d+$/);
    const [restated] = await measureOne(institution);
    expect(restated).toMatchObject({ n: 21 });
    expect(codes(restated!.warnings)).not.toContain('closed-differs');
    const clean = await verifyClosings(institution, JUNE);
    expect([clean.problems, clean.notices]).toEqual([[], []]);
    expect(clean.closings).toMatchObject([{ version: 2, same: true, today: 0 }]);
  });

  it('has the same digests after its facts are made anew', async () => {
    const { institution: fresh } = await rebuildFacts(institution);
    institution = fresh;
    const clean = await verifyClosings(fresh, null);
    expect([clean.problems, clean.notices]).toEqual([[], []]);
    expect(sourcesOf(fresh)['requests/opened_at']?.files).toEqual(await walkRequests(fresh));
  });

  it('names the facts that changed behind the program, and the definition', async () => {
    await institution.facts.duck.run(
      `update requests_rows set handling_min = handling_min + 1 where request_id = 'R0000001'`,
    );
    const facts = await verifyInstitution(institution);
    expect(codes(facts.problems)).toEqual(['facts-differ', 'closing-facts-changed']);
    expect(facts.problems[1]?.params).toMatchObject({ datasets: ['requests'] });
    await institution.facts.duck.run(
      `update requests_rows set handling_min = handling_min - 1 where request_id = 'R0000001'`,
    );

    const { sheets } = institution.content.catalogue;
    const sheet = sheets.get(ID)!;
    const tampered = new Map(sheets).set(ID, { ...sheet, formula: `${sheet.formula} * 1` });
    const catalogue = { ...institution.content.catalogue, sheets: tampered };
    const other = { ...institution, content: { ...institution.content, catalogue } };
    const definition = await verifyClosings(other, null);
    expect(codes(definition.problems)).toEqual(['closing-definition-changed']);
    expect(definition.closings).toMatchObject([{ same: true, definitions: [ID] }]);
  });

  it('keeps its open facts as they were looked at, though a later month moves the cut', async () => {
    const file = join(world.folder, 'julio.csv');
    const open = LATE.replaceAll(
      '2011-06-10T09:00:00,2011-06-24T09:00:00,cerrado',
      '2011-06-30T09:00:00,,abierto',
    );
    await writeFile(file, open.replaceAll('R9000001', 'R9000003'));
    await bring(institution, 'requests', file);
    await restateMonth(institution, { period: JUNE, cause: 'Una solicitud sigue abierta', today: TODAY });
    const [before] = await measureOne(institution);
    expect(before!.open).toEqual({ count: 1, past_limit: 0 });
    const july = LATE.replaceAll('2011-06-', '2011-07-').replaceAll('R9000001', 'R9000004');
    await writeFile(file, july);
    await bring(institution, 'requests', file);
    const [after] = await measureOne(institution);
    expect(after!.open).toEqual(before!.open);
    const found = await verifyClosings(institution, JUNE);
    expect([found.problems, found.closings[0]?.same]).toEqual([[], true]);
    expect(codes(found.notices)).toEqual(['closing-later-cut']);
    expect(codes(after!.warnings)).toContain('closed-differs');
  });

  it('names the raw files it can no longer be made from', async () => {
    const [record] = institution.ledger.listImports({ dataset: 'requests' });
    const path = join(world.folder, 'raw', record!.raw_sha256.slice(0, 2), record!.raw_sha256);
    const bytes = await readFile(path);
    await appendFile(path, 'x');
    const found = await verifyInstitution(institution);
    expect(codes(found.problems)).toContain('raw-file-altered');
    await writeFile(path, bytes);
  });
});

describe('the same month brought in other files', () => {
  it('has the same digests and figures', async () => {
    const [one, other] = await Promise.all([openWorld('tiny'), openWorld('tiny')]);
    const { institution } = other;
    const [record] = institution.ledger.listImports({ dataset: 'requests' });
    const [header, ...rows] = (await readFile(other.files.get('requests.csv')!, 'utf8')).trim().split('\n');
    institution.ledger.recordUndo(record!.id, 'Viene en dos');
    await syncFacts(institution);
    const half = Math.floor(rows.length / 2);
    for (const [name, part] of [
      ['b.csv', rows.slice(half).toReversed()],
      ['a.csv', rows.slice(0, half)],
    ] as const) {
      const file = join(other.folder, name);
      await writeFile(file, `${[header, ...part].join('\n')}\n`);
      await bring(institution, 'requests', file);
    }
    for (const each of [one.institution, institution])
      await closeMonth(each, { period: JUNE, reason: '', today: TODAY });
    expect(sourcesOf(institution)).toEqual(sourcesOf(one.institution));
    const figures = ({ ledger }: Institution) => ledger.closings.figuresOf(1);
    expect(figures(institution)).toEqual(figures(one.institution));
    await Promise.all([one.close(), other.close()]);
  });
});
