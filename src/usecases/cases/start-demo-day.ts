import { addDays, type FieldValues, type Person, type Role, toScope } from '../../kernel/index.ts';
import { toLocalToday } from '../local-today.ts';
import { actOnCase } from './act-on-case.ts';
import { checkCase } from './check-case.ts';
import { getFlow, type Place } from './definition.ts';
import { openCase, openPublicCase } from './open-case.ts';

/** A case of the invented day: what is asked, and what is done with it. */
interface Work {
  readonly procedure: string;
  readonly client: string;
  readonly fields: FieldValues;
  readonly acts: readonly (readonly [by: Role, action: string, fields: FieldValues])[];
}

/** Days to the payment due date of the next statement. */
const NEXT_STATEMENT = 20;

const HOLDER = { data_match: 'si', requester: 'titular' } as const;
const SENT = ['executive', 'enviar-respaldos', {}] as const;
const RECEIVED = ['technician', 'recibir-respaldos', {}] as const;

function listWork(payment_due: string): readonly Work[] {
  const debit = {
    ...HOLDER,
    signature_equal: true,
    main_holder: true,
    account_holder: true,
    payment_due,
  };
  const loan = {
    ...HOLDER,
    identity: 'cedula',
    main_holder: true,
    available_limit: 2500,
    amount: 1200,
    term: 12,
  };
  const update = { requester: 'titular', identity: 'cedula', changes: ['direccion'] };
  const pin = { ...HOLDER, signature_system: true, signature_card: true };
  const missing = { missing: 'La planilla de luz es de hace más de tres meses.' };
  return [
    { procedure: 'debito-automatico', client: 'C-90101', fields: debit, acts: [] },
    { procedure: 'debito-automatico', client: 'C-90102', fields: debit, acts: [SENT] },
    {
      procedure: 'debito-automatico',
      client: 'C-90103',
      fields: debit,
      acts: [SENT, RECEIVED, ['technician', 'ingresar', {}]],
    },
    { procedure: 'prestamo-inmediato', client: 'C-90104', fields: loan, acts: [SENT, RECEIVED] },
    {
      procedure: 'actualizacion-datos',
      client: 'C-90105',
      fields: update,
      acts: [SENT, ['technician', 'devolver', missing]],
    },
    { procedure: 'entrega-pin', client: 'C-90106', fields: pin, acts: [] },
  ];
}

const COMPLAINT: FieldValues = {
  complained_process: 'tarjetas-de-credito',
  service: 'debito-automatico',
  category: 'pago-no-aplicado',
  operation: 'nacional',
  description: 'Pedí el débito automático el mes pasado y la tarjeta salió impaga.',
  contact: '099 000 0000',
};

/** The person of the demo with a role. */
function findPerson({ ledger }: Place, role: Role, today: string): Person | undefined {
  const found = ledger.people.findByLogin(`demo-${role}`);
  return found && ledger.people.person(found.id, today);
}

/**
 * Gives a demo folder some cases of today, so that its board has a day to show: at a desk, in the card
 * area, waiting for the night and for the client, and one complaint. Nothing where cases were worked
 * already, outside a demo, and where a procedure is not in the packs.
 */
export async function startDemoDay(place: Place): Promise<void> {
  const { ledger, content } = place;
  if (ledger.findSetting('demo')?.value !== true || ledger.cases.lastEvent() > 0) return;
  const today = toLocalToday(place);
  const executive = findPerson(place, 'executive', today);
  const unit = (executive && toScope(executive, 'work-cases', today)?.units?.[0]) ?? null;
  if (executive === undefined || unit === null) return;
  for (const [index, work] of listWork(addDays(today, NEXT_STATEMENT)).entries()) {
    if (!content.catalogue.procedures.get(work.procedure)?.case) continue;
    await startWork(place, { work, key: `demo-day-${index}`, executive, unit, today });
  }
  const procedure = 'reclamo';
  if (content.catalogue.procedures.get(procedure)?.case)
    await openPublicCase(place, {
      key: 'demo-day-reclamo',
      procedure,
      unit,
      client: 'C-90107',
      fields: COMPLAINT,
    });
}

async function startWork(
  place: Place,
  given: {
    readonly work: Work;
    readonly key: string;
    readonly executive: Person;
    readonly unit: string;
    readonly today: string;
  },
): Promise<void> {
  const { work, key, executive, unit, today } = given;
  const { procedure, client, fields } = work;
  const { definition } = getFlow(place, procedure);
  const { papers } = await checkCase(place, procedure, fields, unit);
  const steps = definition.steps.map((id) => ({ id, at: '' }));
  const core = { attendance: null, core_number: null, linked_to: null, channel: 'ventanilla' };
  const input = { ...core, key, procedure, unit, client, fields, papers, steps };
  const scope = toScope(executive, 'work-cases', today)!;
  const { number } = await openCase(place, executive, scope, input);
  for (const [index, [by, action, written]] of work.acts.entries()) {
    const who = findPerson(place, by, today);
    const reach = who === undefined ? null : toScope(who, 'work-cases', today);
    if (who === undefined || reach === null) return;
    const seen = place.ledger.cases.eventsOf(number).at(-1)?.id ?? 0;
    await actOnCase(place, who, reach, number, {
      key: `${key}-${index}`,
      action,
      seen,
      fields: written,
      note: null,
    });
  }
}
