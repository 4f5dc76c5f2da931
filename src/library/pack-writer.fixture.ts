import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A small pack without mistakes, for tests that add one. */
export const GOOD: Readonly<Record<string, string>> = {
  'pack.yaml': `pack: prueba
version: 1
name: Prueba
licence: CC0-1.0
source: Hecho para probar
`,
  'processes/procesos.yaml': `processes:
  tarjetas:
    name: Tarjetas
  clave:
    name: Entrega de clave
    parent: tarjetas
    aliases: [Sol. clave]
`,
  'codes/estado.yaml': `codes: estado
values:
  abierto:
    label: Abierto
  cerrado:
    label: Cerrado
    aliases: [closed]
`,
  'datasets/tramites.yaml': `dataset: tramites
name: Trámites
key: [numero]
date: inicio
columns:
  numero: {type: text, required: true, label: Número}
  proceso: {type: code, codes: process, label: Proceso}
  estado: {type: code, codes: estado, label: Estado}
  inicio: {type: instant, required: true, label: Inicio, aliases: [Fecha]}
  fin: {type: instant, label: Fin}
  minutos: {type: duration, measured_in: min, label: Minutos}
lookups:
  familia: {label: Familia, from: processes, by: proceso, take: parent}
`,
  'holidays/fiestas.yaml': `holidays: fiestas
source: Inventado
dates:
  2011-05-27: Fiesta
`,
  'calendars/oficina.yaml': `calendar: oficina
time_zone: America/Guayaquil
versions:
  - from: 2011-01-01
    week:
      monday: [09:00-13:00, 14:00-18:00]
    holidays: [fiestas]
  - from: 2012-01-01
    week:
      monday: [00:00-24:00]
    exceptions:
      2012-12-24: [09:00-12:00]
`,
  'schedules/normal.yaml': `schedule: normal
name: Normal
day_min: 420
lunch_min: 30
unproductive_min: 60
`,
  'standard-minutes/tiempos.yaml': `standard_minutes:
  - process: clave
    from: 2011-01-01
    minutes: 6
`,
  'populations/cerrados.yaml': `population: cerrados
name: Trámites cerrados
dataset: tramites
where: estado = 'cerrado'
`,
  'indicators/plazo.yaml': `indicator: plazo
version: 1
name: {es: Plazo, en: Term}
objective: Saber si se cumple
aspect: Oportunidad
process: clave
class: operativo
type: eficacia
frequency: mensual
source: Sistema
supplier: Operaciones
responsible: Jefe
users: Gerencia, cada mes
variables:
  inicio: Hora de inicio
population: cerrados
measure: elapsed(inicio, fin)
measure_unit: h
formula: sum(measure) / sum(limit)
except:
  sin-fin:
    where: fin is empty
    text: Sin hora de fin
standards:
  - from: 2011-01-01
    direction: at-most
    ceiling: 100 %
    limit: 48 h
  - from: 2012-01-01
    direction: at-most
    ceiling: 100 %
    limit: 24 h
    tolerance: 2.5 %
references:
  - name: Otro banco
    value: 24 h
    source: Publicidad vista en su agencia
    date: 2011-05-01
interpretation:
  met: Bien
  not_met: Mal
`,
};

const made: string[] = [];

/** Writes packs as `<root>/<pack>/<file>` in a new folder called `packs` and gives its path. */
export async function writeRoot(
  packs: Readonly<Record<string, Readonly<Record<string, string | Uint8Array>>>>,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'circuito-library-'));
  made.push(folder);
  const root = join(folder, 'packs');
  await mkdir(root);
  for (const [pack, files] of Object.entries(packs)) {
    for (const [path, text] of Object.entries(files)) {
      const file = join(root, pack, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
  }
  return root;
}

export async function removeRoots(): Promise<void> {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true });
}
