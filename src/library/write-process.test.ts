import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Characterisation } from '../kernel/index.ts';
import { loadCatalogue } from './load-catalogue.ts';
import { removeRoots, writeRoot } from './pack-writer.fixture.ts';
import { WORKED } from './procedure.fixture.ts';
import { writeCharacterisation } from './write-process.ts';

afterAll(removeRoots);

const text = (es: string, en = es) => ({ es, en });
const VERSION: Characterisation = {
  from: '2012-03-01',
  responsible: text('Jefa de canales', 'Head of channels'),
  objective: text('Dar la clave: sin demora'),
  starts: text('El cliente la pide'),
  ends: text('El cliente la tiene'),
  suppliers: { internal: [text('Sistemas', 'IT')], external: [] },
  inputs: [text('Solicitud', 'Request')],
  activities: [],
  outputs: [],
  clients: { internal: [], external: [] },
  documents: [],
  norms: [],
  resources: [],
  indicators: ['plazo'],
};
const OWN = `pack: propio
version: 1
name: Propio
licence: CC0-1.0
source: Propio
requires: [prueba]
`;
const COMMENTED = (WORKED['processes/procesos.yaml'] ?? '').replace(
  '    aliases: [Sol. clave]\n',
  '    # como la llama el sistema\n    aliases: [Sol. clave]\n',
);

async function openPacks(own: Readonly<Record<string, string>> = {}) {
  const ours = { ...WORKED, 'processes/procesos.yaml': COMMENTED };
  const root = await writeRoot({ prueba: ours, propio: { 'pack.yaml': OWN, ...own } });
  const folder = join(root, 'propio');
  const load = async () => await loadCatalogue([root]);
  return { root, folder, load };
}

describe('a new version of what a process is', () => {
  it('of ours goes into a copy that takes its place, and ours stays as it was', async () => {
    const { root, folder, load } = await openPacks();
    const before = (await load()).catalogue;
    const file = await writeCharacterisation(before, folder, 'clave', VERSION);
    expect(file).toBe('processes/clave.yaml');
    const { catalogue, problems } = await load();
    expect(problems).toEqual([]);
    const process = catalogue.processes.get('clave')!;
    expect(process).toEqual({
      ...before.processes.get('clave')!,
      pack: 'propio',
      characterisations: [...before.processes.get('clave')!.characterisations, VERSION],
    });
    expect(await readFile(join(root, 'prueba/processes/procesos.yaml'), 'utf8')).toBe(COMMENTED);
    const written = await readFile(join(folder, file), 'utf8');
    expect(written).toContain('# como la llama el sistema');
    expect(written).toContain('responsible: {es: Jefa de canales, en: Head of channels}');
    expect(await readdir(join(folder, 'processes'))).toEqual(['clave.yaml']);
  });

  it('of one of its own goes where it stands, with the comments and the others as they were', async () => {
    const own = `# los nuestros
processes:
  otro:
    name: Otro   # por ahora
  propio-uno:
    name: Uno
`;
    const { folder, load } = await openPacks({ 'processes/mios.yaml': own });
    const first = await writeCharacterisation((await load()).catalogue, folder, 'propio-uno', VERSION);
    expect(first).toBe('processes/mios.yaml');
    await writeCharacterisation((await load()).catalogue, folder, 'propio-uno', {
      ...VERSION,
      from: '2011-01-01',
    });
    const again = { ...VERSION, from: '2012-03-01', objective: text('Otro objetivo') };
    await writeCharacterisation((await load()).catalogue, folder, 'propio-uno', again);
    const { catalogue, problems } = await load();
    expect(problems).toEqual([]);
    expect(catalogue.processes.get('propio-uno')?.characterisations).toEqual([
      { ...VERSION, from: '2011-01-01' },
      again,
    ]);
    const written = await readFile(join(folder, first), 'utf8');
    expect(written).toContain('# los nuestros');
    expect(written).toContain('# por ahora');
    expect(catalogue.processes.get('otro')?.characterisations).toEqual([]);
  });

  it('is written a second time into the copy', async () => {
    const { folder, load } = await openPacks();
    await writeCharacterisation((await load()).catalogue, folder, 'clave', VERSION);
    const later = { ...VERSION, from: '2013-01-01', indicators: [] };
    await writeCharacterisation((await load()).catalogue, folder, 'clave', later);
    const { catalogue, problems } = await load();
    expect(problems).toEqual([]);
    const dates = catalogue.processes.get('clave')?.characterisations.map(({ from }) => from);
    expect(dates).toEqual(['2010-01-01', '2011-01-01', '2012-03-01', '2013-01-01']);
  });
});
