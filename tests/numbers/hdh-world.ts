import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeHdhWorld } from '../../seed/index.ts';
import { syncFacts } from '../../src/usecases/index.ts';
import { importAll, type LoadedWorld, makeFolder, openReady, PORTS } from './world.ts';

/** Makes the own pack of an institution that works with microcredit and without cards. */
export function writeMicrofinancePack(data: string): void {
  const own = join(data, 'packs', 'propio');
  mkdirSync(own, { recursive: true });
  const lines = [
    'pack: propio',
    'version: 1',
    'name: {es: Contenido propio, en: Own content}',
    'licence: propia',
    'source: {es: La institución, en: The institution}',
    'requires: [base, microcredito]',
    'leaves_out: [tarjetas-de-credito]',
  ];
  writeFileSync(join(own, 'pack.yaml'), `${lines.join('\n')}\n`);
}

/**
 * The microfinance world written and imported: two agencies to which the application came on
 * 1 March 2021 and, unless left out, one to which it did not. March 2020 to August 2021.
 */
export async function loadHdhWorld(options: { readonly comparison?: boolean } = {}): Promise<LoadedWorld> {
  const { folder, remove } = makeFolder();
  const [files, data] = [join(folder, 'files'), join(folder, 'data')];
  writeMicrofinancePack(data);
  const written = writeHdhWorld(files, options);
  const institution = await openReady(data, { ...PORTS, clock: () => '2021-09-15T12:00:00Z' });
  await importAll(institution, written.files);
  await syncFacts(institution);
  return {
    institution,
    files,
    close: () => {
      institution.close();
      remove();
    },
  };
}
