import { Button, Group, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { printNumber } from '../../../sentences/index.ts';
import { useAnswer } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Page } from '../../ui/page.tsx';
import { useAddress } from '../../ui/use-address.ts';
import { TEXTS } from './texts.ts';

const PAGE = '50';
const TYPING_MS = 300;

/** What each person did, in words; filters and page are in the address. */
export default function TrailScreen() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const [person, setPerson] = useAddress('persona');
  const [kind, setKind] = useAddress('hecho');
  const [from, setFrom] = useAddress('desde');
  const [until, setUntil] = useAddress('hasta');
  const [object, setObject] = useAddress('busca');
  const [before, setBefore] = useAddress('antes');
  const [sought] = useDebouncedValue(object, TYPING_MS);
  const given = (text: string) => (text === '' ? undefined : text);
  const query = {
    person: given(person),
    kind: given(kind),
    from: given(from),
    until: given(until),
    object: given(sought),
    before: given(before),
    limit: PAGE,
  };
  const answer = useAnswer('get /api/audit/trail', { query }, { keep: true });
  const next = answer.data?.next ?? null;
  // Another filter begins again at the latest.
  const filter = (set: (value: string | undefined) => void) => (value: string | null) => {
    set(value ?? undefined);
    setBefore(undefined);
  };
  return (
    <Page title={t('trailTitle')} finding={t('trailFinding')}>
      <Group align="flex-end" gap="sm">
        <Select
          label={t('person')}
          placeholder={t('anybody')}
          clearable
          searchable
          value={person === '' ? null : person}
          data={(answer.data?.people ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={filter(setPerson)}
        />
        <Select
          label={t('kind')}
          placeholder={t('any')}
          clearable
          searchable
          value={kind === '' ? null : kind}
          data={(answer.data?.kinds ?? []).map((one) => ({ value: one.kind, label: one.name }))}
          onChange={filter(setKind)}
        />
        <DateField label={t('from')} value={from} onChange={filter(setFrom)} />
        <DateField label={t('until')} value={until} onChange={filter(setUntil)} />
        <TextInput
          label={t('object')}
          w="18rem"
          placeholder={t('objectHelp')}
          value={object}
          onChange={(event) => filter(setObject)(event.currentTarget.value)}
        />
      </Group>
      <LoadingPanel
        answer={answer}
        lines={8}
        isEmpty={({ deeds }) => deeds.length === 0}
        empty={<EmptyState title={t('trailNone')}>{t('trailNoneWhat')}</EmptyState>}
      >
        {({ deeds }) => (
          <DataTable
            label={t('trailTitle')}
            rows={deeds}
            rowKey={({ seq }) => String(seq)}
            columns={[
              { id: 'what', head: t('what'), cell: ({ sentence }) => sentence },
              { id: 'when', head: t('when'), cell: ({ at }) => <Moment at={at} /> },
              {
                id: 'seq',
                head: t('link'),
                align: 'right',
                cell: ({ seq, digest }) => <span title={digest}>{printNumber(seq, language)}</span>,
              },
            ]}
          />
        )}
      </LoadingPanel>
      <Group justify="flex-end">
        {before !== '' && (
          <Button variant="default" onClick={() => setBefore(undefined)}>
            {t('newest')}
          </Button>
        )}
        {next !== null && (
          <Button variant="default" onClick={() => setBefore(String(next))}>
            {t('older')}
          </Button>
        )}
      </Group>
    </Page>
  );
}
