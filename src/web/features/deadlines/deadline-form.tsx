import {
  Button,
  Checkbox,
  Group,
  Modal,
  NativeSelect,
  NumberInput,
  SimpleGrid,
  Switch,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import type { ApiSent } from '../../app/api.ts';
import { useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Form } from '../../ui/form.tsx';
import { useLanguage } from '../../ui/language.ts';
import type { KindDeadlines, Settled } from './answers.ts';
import { ConfirmationFields } from './confirmation-fields.tsx';
import { TEXTS } from './texts.ts';
import { WhichField } from './which-field.tsx';

type Body = ApiSent<'post /api/deadlines'>['body'];
/** Nothing is offered as a figure while nobody knows one. */
type Draft = Omit<Body, 'amount'> & { readonly amount: number | null };

const COUNTS = [
  'calendar-days',
  'working-days',
  'clock-hours',
  'working-hours',
  'clock-minutes',
  'working-minutes',
] as const satisfies readonly Body['counts'][];

interface DeadlineFormProps {
  /** The kind it is written from; others may be added to it. */
  readonly kind: KindDeadlines;
  readonly kinds: readonly KindDeadlines[];
  readonly onClose: () => void;
  readonly onSaved: (settled: Settled) => void;
}

/** A new one begins by what is known of the kind: who controls it, and whether waits stop it. */
function toDraft(kind: KindDeadlines): Draft {
  const [known] = kind.rules;
  return {
    kinds: [kind.id],
    when: null,
    amount: known?.amount ?? null,
    counts: known?.counts ?? 'calendar-days',
    from: '',
    until: null,
    pauses: known?.pauses ?? false,
    regulator: known?.regulator ?? '',
    source: '',
    confirmed_by: '',
    confirmed: '',
  };
}

/** Lines that cannot be left blank. */
const FILLED = ['from', 'regulator', 'source', 'confirmed_by', 'confirmed'] as const;

const isWhole = (draft: Draft): draft is Body =>
  draft.kinds.length > 0 && draft.amount !== null && FILLED.every((name) => draft[name].trim() !== '');

/** A deadline of the institution's own. */
export function DeadlineForm({ kind, kinds, onClose, onSaved }: DeadlineFormProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const [draft, setDraft] = useState<Draft>(() => toDraft(kind));
  const call = useCall('post /api/deadlines');
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const alone = draft.kinds.length === 1 ? kinds.find(({ id }) => id === draft.kinds[0]) : undefined;
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('writeFor', { kind: kind.name[language] })}
      centered
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <Form
        submit={t('save')}
        onSubmit={() => {
          if (isWhole(draft)) call.mutate({ body: draft }, { onSuccess: onSaved });
        }}
        pending={call.isPending}
        refused={call.error}
        disabled={!isWhole(draft)}
        others={
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        }
      >
        <Checkbox.Group
          label={t('kinds')}
          value={[...draft.kinds]}
          onChange={(chosen) =>
            change({ kinds: kinds.map(({ id }) => id).filter((id) => chosen.includes(id)), when: null })
          }
        >
          <Group gap="md" mt="xs">
            {kinds.map(({ id, name }) => (
              <Checkbox key={id} value={id} label={name[language]} />
            ))}
          </Group>
        </Checkbox.Group>
        {alone && alone.scopes.length > 0 && (
          <WhichField scopes={alone.scopes} value={draft.when} onChange={(when) => change({ when })} />
        )}
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <NumberInput
            label={t('amount')}
            value={draft.amount ?? ''}
            onChange={(amount) => change({ amount: typeof amount === 'number' ? amount : null })}
            min={1}
            max={3650}
            allowDecimal={false}
            allowNegative={false}
            required
          />
          <NativeSelect
            label={t('counts')}
            value={draft.counts}
            onChange={(event) => {
              const counts = COUNTS.find((each) => each === event.currentTarget.value);
              if (counts) change({ counts });
            }}
            data={COUNTS.map((value) => ({ value, label: t(value) }))}
          />
          <DateField
            label={t('from')}
            description={t('fromHelp')}
            value={draft.from}
            onChange={(from) => change({ from })}
            required
          />
          <DateField
            label={t('until')}
            description={' '}
            value={draft.until ?? ''}
            onChange={(until) => change({ until: until === '' ? null : until })}
          />
        </SimpleGrid>
        <Switch
          label={t('pauses')}
          checked={draft.pauses}
          onChange={(event) => change({ pauses: event.currentTarget.checked })}
        />
        <TextInput
          label={t('regulator')}
          description={t('regulatorHelp')}
          value={draft.regulator}
          onChange={(event) => change({ regulator: event.currentTarget.value })}
          maxLength={300}
          required
        />
        <Textarea
          label={t('source')}
          description={t('sourceHelp')}
          value={draft.source}
          onChange={(event) => change({ source: event.currentTarget.value })}
          maxLength={1000}
          autosize
          minRows={2}
          required
        />
        <ConfirmationFields value={draft} onChange={change} />
        <Text size="sm" c="dimmed">
          {t('effect')}
        </Text>
      </Form>
    </Modal>
  );
}
