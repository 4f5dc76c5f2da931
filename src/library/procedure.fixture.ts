import { GOOD } from './pack-writer.fixture.ts';

/** The small good pack with a procedure worked at the desk, deadlines and what its processes are. */
export const WORKED: Readonly<Record<string, string>> = {
  ...GOOD,
  'codes/status.yaml': `codes: status
values:
  abierto: {label: Abierto}
  cerrado: {label: Cerrado}
`,
  'codes/outcome.yaml': `codes: outcome
values:
  aprobado: {label: Aprobado}
`,
  'datasets/requests.yaml': (GOOD['datasets/tramites.yaml'] ?? '').replace('tramites', 'requests'),
  'processes/procesos.yaml': `processes:
  tarjetas:
    name: Tarjetas
    band: productivo
  clave:
    name: Entrega de clave
    parent: tarjetas
    aliases: [Sol. clave]
    mixed: true
    characterisations:
      - from: 2010-01-01
        responsible: Jefe de tarjetas
        objective: Dar la clave
        starts: El cliente la pide
        ends: El cliente la tiene
        suppliers: {external: [Cliente]}
        indicators: [plazo]
      - from: 2011-01-01
        responsible: Jefe de canales
        objective: Dar la clave
        starts: El cliente la pide
        ends: El cliente la tiene
`,
  'procedures/clave.yaml': `procedure: clave
process: clave
version: 2
from: 2011-01-01
name: {es: Entrega de clave, en: PIN delivery}
type: Operativo
object: Entregar la clave al cliente
starts: El cliente la pide
ends: El cliente la tiene
areas: [Agencia, Tarjetas]
policies: [Solo al titular]
actors:
  cliente: {name: Cliente}
  ejecutivo: {name: Ejecutivo, area: Agencia, role: executive}
  lote: {name: Proceso nocturno}
nodes:
  - start: pide
    actor: cliente
    name: Pide la clave
  - step: informa
    actor: ejecutivo
    name: Informa los requisitos
    text: Dice qué papeles hacen falta
    activities: [Requisitos]
  - decision: completo
    actor: ejecutivo
    name: ¿Papeles completos?
    branches:
      - {name: Sí, next: entrega}
      - {name: No, next: informa}
  - step: entrega
    actor: ejecutivo
    name: Entrega el sobre
    text: Entrega el sobre cerrado
  - end: listo
    actor: cliente
    name: Clave entregada
case:
  kind: solicitud
  dataset: requests
  prefix: P
  fields:
    requester:
      type: choice
      label: Quién la pide
      required: true
      choices: {titular: Titular, tercero: {label: Un tercero, group: Otros}}
    letter: {type: boolean, label: Trae carta, when: requester = 'tercero'}
    amount: {type: money, label: Valor}
  papers:
    cedula: {label: Cédula, form: original}
    carta: {label: Carta, form: firmado, when: letter}
  bars:
    - code: tercero
      when: requester = 'tercero'
      text: La clave no se entrega a terceros.
  steps: [informa]
  initial: registrado
  states:
    registrado: {name: Registrado, status: abierto, clock: runs, actor: ejecutivo}
    espera: {name: Por completar, status: abierto, clock: waits, waits_for: el cliente, actor: ejecutivo}
    pendiente: {name: Pendiente, status: abierto, clock: runs, actor: lote}
    cerrado: {name: Cerrado, status: cerrado, clock: stopped, final: true}
  actions:
    pedir: {name: Pedir papeles, by: [executive], from: [registrado], to: espera}
    recibir: {name: Recibir papeles, by: [executive], from: [espera], to: registrado}
    entregar:
      name: Entregar
      by: [executive]
      from: [registrado]
      to: pendiente
      steps: [entrega]
      fields:
        answer: {type: long-text, label: Respuesta, client_sees: true}
      bars:
        - {code: mucho, when: amount > 100 and answer is not empty, text: Es mucho}
    activar: {name: Activar, by: [batch, technician], from: [pendiente], to: cerrado, outcome: aprobado}
  deadline: {minutes: 6}
  promise: Estará lista el {due}; la pide {requester}.
  batch: {at: '22:00', from: pendiente, action: activar, name: Lote de claves}
`,
  'deadlines/pais.yaml': `deadlines:
  todos:
    name: Quince días
    kinds: [reclamo, solicitud]
    country: EC
    regulator: Superintendencia
    institutions: [banco]
    from: 2005-01-01
    limit: {calendar-days: 15}
    source: Codificación, por confirmar
  tercero:
    name: Sesenta días
    kinds: [solicitud]
    country: EC
    regulator: Superintendencia
    when: requester = 'tercero'
    from: 2005-01-01
    until: 2030-12-31
    limit: {calendar-days: 60}
    pauses: true
    source: Codificación, por confirmar
    confirmed: 2026-01-10
`,
};
