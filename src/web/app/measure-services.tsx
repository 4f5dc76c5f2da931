import { Button, Checkbox, NativeSelect, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { printNumber, printTime } from '../../sentences/index.ts';
import { Finding } from '../ui/finding.tsx';
import { Form } from '../ui/form.tsx';
import { useLanguage } from '../ui/language.ts';
import { Section } from '../ui/section.tsx';
import { type ApiAnswer, useAnswer, useCall } from './api.ts';
import styles from './measure-services.module.css';
import { useMay } from './session.ts';
import { type Texts, useTexts } from './words.ts';

const es = {
  title: '¿Qué plazo tiene cada servicio?',
  what: 'Es lo que falta para el veredicto: escriba el plazo que su institución ofrece a sus {clients}. Valdrá para todos los meses que cargue, y se cambia cuando quiera en la ficha.',
  short: 'Estos servicios están en los datos y nadie mide su plazo: {names}.',
  open: 'Poner su plazo',
  cases: '{n} casos cerrados; la mitad, en {time} o menos',
  case: '1 caso cerrado, en {time}',
  stated: 'según su procedimiento',
  term: 'Plazo de {name}',
  unit: 'Unidad del plazo de {name}',
  termHead: 'Plazo ofrecido',
  h: 'horas de reloj',
  working_h: 'horas laborables',
  working_day: 'días laborables',
  day: 'días de 24 horas',
  min: 'minutos de reloj',
  clockWhat: 'De reloj: cuentan también noches, fines de semana y feriados.',
  workingWhat: 'Solo cuenta el horario de atención, sin feriados.',
  workingDayWhat: 'Cada día laborable son {n} horas de atención; los feriados no cuentan.',
  wrong: 'Un número, como 48 o 1,5',
  go: 'Medir el plazo de estos {n} servicios',
  goOne: 'Medir el plazo de este servicio',
  goNone: 'Medir el plazo',
  blank: 'Sin plazo escrito, por ahora no se miden: {names}.',
  sent: 'Propuesta enviada ({services}): la decide {names}. Cuando la apruebe, se miden.',
};
const TEXTS = {
  es,
  en: {
    title: 'What is the term of each service?',
    what: 'This is what the verdict lacks: write the term your institution offers its {clients}. It will hold for every month you load, and is changed whenever you want on its sheet.',
    short: 'These services are in the data and nobody measures their term: {names}.',
    open: 'Give their term',
    cases: '{n} closed cases; half of them within {time}',
    case: '1 closed case, within {time}',
    stated: 'by its procedure',
    term: 'Term of {name}',
    unit: 'Unit of the term of {name}',
    termHead: 'Promised term',
    h: 'clock hours',
    working_h: 'working hours',
    working_day: 'working days',
    day: 'days of 24 hours',
    min: 'clock minutes',
    clockWhat: 'By the clock: nights, weekends and holidays count too.',
    workingWhat: 'Only opening hours count, without holidays.',
    workingDayWhat: 'Each working day is {n} opening hours; holidays do not count.',
    wrong: 'A number, such as 48 or 1.5',
    go: 'Measure the term of these {n} services',
    goOne: 'Measure the term of this service',
    goNone: 'Measure the term',
    blank: 'Without a term, not measured for now: {names}.',
    sent: 'Proposal sent ({services}): {names} decides it. Once approved, they are measured.',
  },
} satisfies Texts<keyof typeof es>;

type Service = ApiAnswer<'get /api/authoring/services'>['services'][number];
type Made = ApiAnswer<'post /api/authoring/services'>['made'];
type Waiting = ApiAnswer<'post /api/authoring/services'>['waiting'];

const UNITS = ['h', 'working_h', 'working_day', 'day', 'min'] as const;

/** What is told of a service: whether it is to be measured, and its term as typed. */
interface Term {
  readonly on: boolean;
  readonly number: string;
  readonly unit: string;
}

interface MeasureServicesProps {
  /** Shows only their names until they are asked for: where there is something else to see. */
  readonly brief?: boolean;
  readonly onMade?: (made: Made) => void;
}

/**
 * The services of the data whose term nobody measures, each with one number to fill in, and the button
 * that makes all their indicators at once. Nothing where there is none, or for who makes no indicators.
 */
export function MeasureServices({ brief = false, onMade }: MeasureServicesProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const may = useMay('define-indicator');
  const answer = useAnswer('get /api/authoring/services', undefined, { when: may });
  const [isOpen, setOpen] = useState(!brief);
  const [sent, setSent] = useState<Waiting>([]);
  const services = answer.data?.services ?? [];
  if (sent.length > 0) return <Sent waiting={sent} />;
  if (services.length === 0) return null;
  if (!isOpen)
    return (
      <Section
        title={t('title')}
        finding={t('short', { names: services.map(({ name }) => name[language]).join(', ') })}
        actions={
          <Button variant="default" onClick={() => setOpen(true)}>
            {t('open')}
          </Button>
        }
      >
        {null}
      </Section>
    );
  return (
    <Section title={t('title')} finding={t('what')}>
      <TermForm
        services={services}
        dayHours={answer.data?.day_hours ?? null}
        onDone={({ made, waiting }) => {
          setSent(waiting);
          if (waiting.length === 0) onMade?.(made);
        }}
      />
    </Section>
  );
}

/** What waits for somebody else, and for whom. */
function Sent({ waiting }: { readonly waiting: Waiting }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const names = [...new Set(waiting.flatMap(({ deciders }) => deciders))].join(', ');
  return (
    <Finding tone="info" live>
      {t('sent', { services: waiting.map(({ name }) => name[language]).join(', '), names })}
    </Finding>
  );
}

function isTerm(number: string): boolean {
  return /^\d{1,6}(?:[.,]\d{1,4})?$/.test(number.trim()) && /[1-9]/.test(number);
}

interface TermFormProps {
  readonly services: readonly Service[];
  /** Opening hours of a working day; null where days differ. */
  readonly dayHours: string | null;
  readonly onDone: (done: { readonly made: Made; readonly waiting: Waiting }) => void;
}

function TermForm({ services, dayHours, onDone }: TermFormProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const call = useCall('post /api/authoring/services');
  const [told, setTold] = useState<ReadonlyMap<string, Partial<Term>>>(new Map());
  const termOf = ({ id, limit }: Service): Term => ({
    on: true,
    number: limit?.number.replace('.', language === 'es' ? ',' : '.') ?? '',
    unit: limit?.unit ?? 'h',
    ...told.get(id),
  });
  const set = (id: string, part: Partial<Term>) =>
    setTold((before) => new Map([...before, [id, { ...before.get(id), ...part }]]));
  const terms = services.map((service) => ({ service, term: termOf(service) }));
  const chosen = terms.filter(({ term }) => term.on && isTerm(term.number));
  const isWrong = terms.some(({ term }) => term.on && term.number.trim() !== '' && !isTerm(term.number));
  const blank = terms.filter(({ term }) => term.on && term.number.trim() === '');
  const send = () =>
    call.mutate(
      {
        body: {
          services: chosen.map(({ service, term: { number, unit } }) => ({
            service: service.id,
            limit: { number: number.trim(), unit },
          })),
        },
      },
      { onSuccess: (done) => onDone(done) },
    );
  const n = printNumber(chosen.length, language);
  return (
    <Form
      submit={chosen.length === 0 ? t('goNone') : chosen.length === 1 ? t('goOne') : t('go', { n })}
      onSubmit={send}
      pending={call.isPending}
      refused={call.error}
      disabled={chosen.length === 0 || isWrong}
    >
      <ul className={styles.services} aria-label={t('title')}>
        {terms.map(({ service, term }) => (
          <ServiceLine
            key={service.id}
            service={service}
            term={term}
            dayHours={dayHours}
            onChange={(part) => set(service.id, part)}
          />
        ))}
      </ul>
      {chosen.length > 0 && blank.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('blank', { names: blank.map(({ service }) => service.name[language]).join(', ') })}
        </Text>
      )}
    </Form>
  );
}

interface ServiceLineProps {
  readonly service: Service;
  readonly term: Term;
  readonly dayHours: string | null;
  readonly onChange: (part: Partial<Term>) => void;
}

function ServiceLine({ service, term, dayHours, onChange }: ServiceLineProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const name = service.name[language];
  const { limit } = service;
  const time = printTime(service.usual_min ?? 0, language);
  const isStated =
    limit !== null && limit.unit === term.unit && limit.number === term.number.replace(',', '.');
  return (
    <li className={styles.service}>
      <Checkbox
        checked={term.on}
        label={<strong>{name}</strong>}
        description={
          service.closed === 1
            ? t('case', { time })
            : t('cases', { n: printNumber(service.closed, language), time })
        }
        onChange={(event) => onChange({ on: event.currentTarget.checked })}
      />
      <div>
        <div className={styles.term}>
          <TextInput
            aria-label={t('term', { name })}
            placeholder={t('termHead')}
            inputMode="decimal"
            value={term.number}
            disabled={!term.on}
            error={term.on && term.number.trim() !== '' && !isTerm(term.number) ? t('wrong') : undefined}
            onChange={(event) => onChange({ number: event.currentTarget.value })}
          />
          <NativeSelect
            aria-label={t('unit', { name })}
            data={UNITS.filter((unit) => unit !== 'working_day' || dayHours !== null).map((value) => ({
              value,
              label: t(value),
            }))}
            value={term.unit}
            disabled={!term.on}
            onChange={(event) => onChange({ unit: event.currentTarget.value })}
          />
        </div>
        {term.number.trim() !== '' && (
          <Text size="sm" c="dimmed">
            {term.unit === 'working_day'
              ? t('workingDayWhat', { n: printNumber(Number(dayHours), language) })
              : t(term.unit === 'working_h' ? 'workingWhat' : 'clockWhat')}
          </Text>
        )}
        {isStated && (
          <Text size="sm" c="dimmed">
            {t('stated')}
          </Text>
        )}
      </div>
    </li>
  );
}
