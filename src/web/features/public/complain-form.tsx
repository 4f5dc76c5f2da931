import { NativeSelect, Radio, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { ApiAnswer } from '../../app/api.ts';
import { callApi } from '../../app/call-api.ts';
import { type Answers, toGiven, useAnswersCheck } from '../../app/use-answers-check.ts';
import { useTexts } from '../../app/words.ts';
import { AskedField } from '../../ui/asked-field.tsx';
import { Finding } from '../../ui/finding.tsx';
import { Form } from '../../ui/form.tsx';
import { useLanguage } from '../../ui/language.ts';
import styles from './public.module.css';
import { PUBLIC_TEXTS } from './texts.ts';
import { usePresent } from './use-present.ts';

type FormAnswer = ApiAnswer<'get /api/public/complaints'>;
type Kind = FormAnswer['kinds'][number];

interface ComplainFormProps {
  readonly form: FormAnswer;
  readonly onReceived: (received: ApiAnswer<'post /api/public/complaints'>) => void;
}

/** First what it is, in one line each; then only what that kind asks. */
export function ComplainForm({ form, onReceived }: ComplainFormProps) {
  const t = useTexts(PUBLIC_TEXTS);
  const language = useLanguage();
  const [procedure, setProcedure] = useState('');
  const [values, setValues] = useState<Answers>({});
  const [unit, setUnit] = useState('');
  const [client, setClient] = useState('');
  const [pressed, setPressed] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const call = usePresent();
  const kind = form.kinds.find((one) => one.procedure === procedure);
  const check = useAnswersCheck({
    form: ['public', procedure],
    answers: values,
    when: procedure !== '',
    ask: (fields, signal) =>
      callApi('post /api/public/complaints/check', { body: { procedure, fields } }, signal),
  });
  const asked = check.data?.asked ?? [];
  const fields = kind?.fields.filter(({ id }) => asked.includes(id)) ?? [];
  const wrong = new Map(check.data?.wrong.map(({ field, text }) => [field, text[language]]));
  const bars = check.data?.bars ?? [];
  const isEmpty = (id: string) => values[id] === undefined || values[id] === null;
  const send = () => {
    if (!kind) return;
    const first = fields.find(({ id, required }) => required && isEmpty(id));
    if (first) {
      setPressed(true);
      place.current
        ?.querySelector<HTMLElement>(`#${CSS.escape(`place-${first.id}`)} :is(input, textarea, select)`)
        ?.focus();
      return;
    }
    const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
    call.mutate(
      {
        procedure,
        unit: orNull(unit),
        client: orNull(client),
        fields: Object.fromEntries(Object.entries(toGiven(values)).filter(([id]) => asked.includes(id))),
      },
      { onSuccess: onReceived },
    );
  };
  return (
    <div className={styles.card} ref={place}>
      <Form
        submit={t('send')}
        onSubmit={send}
        pending={call.isPending}
        refused={call.error ?? check.error}
        disabled={kind === undefined || check.data === undefined || bars.length > 0}
      >
        <Kinds kinds={form.kinds} value={procedure} onChange={setProcedure} />
        {kind && (
          <>
            {fields.map((field) => (
              <div key={`${procedure} ${field.id}`} id={`place-${field.id}`}>
                <AskedField
                  field={field}
                  value={values[field.id]}
                  onChange={(value) => setValues((before) => ({ ...before, [field.id]: value }))}
                  error={
                    isEmpty(field.id)
                      ? pressed && field.required
                        ? t('required')
                        : undefined
                      : wrong.get(field.id)
                  }
                />
              </div>
            ))}
            {form.units.length > 0 && (
              <NativeSelect
                label={t('unit')}
                value={unit}
                onChange={(event) => setUnit(event.currentTarget.value)}
                data={[{ value: '', label: t('unitNone') }, ...form.units]}
              />
            )}
            <TextInput
              label={t('client')}
              description={t('clientHelp')}
              value={client}
              maxLength={60}
              onChange={(event) => setClient(event.currentTarget.value)}
              autoComplete="off"
            />
            <p className={styles.soft}>{t('safe')}</p>
          </>
        )}
        {bars.map(({ code, text }) => (
          <Finding key={code} tone="alert" live>
            {text[language]}
          </Finding>
        ))}
        {[call.failureReason, check.failureReason].some((error) => error?.status === 0) && (
          <Finding tone="alert" live>
            {t('away')}
          </Finding>
        )}
      </Form>
    </div>
  );
}

interface KindsProps {
  readonly kinds: readonly Kind[];
  readonly value: string;
  readonly onChange: (procedure: string) => void;
}

/** The kinds, each with the line that tells it from the others. */
function Kinds({ kinds, value, onChange }: KindsProps) {
  const t = useTexts(PUBLIC_TEXTS);
  const language = useLanguage();
  const twice = (kind: Kind) => kinds.filter((one) => one.kind === kind.kind).length > 1;
  return (
    <Radio.Group label={t('kind')} value={value} onChange={onChange} required size="md">
      <div className={styles.kinds}>
        {kinds.map((one) => (
          <Radio
            key={one.procedure}
            className={styles.kind}
            value={one.procedure}
            label={twice(one) ? one.name[language] : t(one.kind)}
            description={twice(one) ? one.object[language] : t(`${one.kind}What`)}
          />
        ))}
      </div>
    </Radio.Group>
  );
}
