import { MultiSelect, Textarea, TextInput } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAnswer, useCall } from '../../app/api.ts';
import { useSession } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { DateField } from '../../ui/date-field.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Form } from '../../ui/form.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import type { ProcessAnswer } from './answers.ts';
import styles from './processes.module.css';
import { TEXTS } from './texts.ts';
import { fromDraft, LINE_KEYS, LIST_KEYS, PARTY_KEYS, toDraft, type VersionDraft } from './version-draft.ts';

/** A new version of what a process is, written upon the last one. */
export default function EditScreen() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { id = '' } = useParams({ strict: false });
  const answer = useAnswer('get /api/processes/{id}', { params: { id } });
  const name = answer.data?.name[language];
  return (
    <Page
      title={name === undefined ? t('editTitle') : `${name}: ${t('editTitle').toLowerCase()}`}
      finding={t('editFinding')}
      back={{ to: `/procesos/${id}`, label: name ?? t('back') }}
      narrow
    >
      <LoadingPanel answer={answer} lines={8}>
        {(data) =>
          data.may_edit ? (
            <VersionForm data={data} />
          ) : (
            <EmptyState title={t('editHidden')}>{t('editHiddenWhat')}</EmptyState>
          )
        }
      </LoadingPanel>
    </Page>
  );
}

function VersionForm({ data }: { readonly data: ProcessAnswer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { today } = useSession();
  const navigate = useNavigate();
  // What it was begun from stays, also when the page asks again meanwhile.
  const [basis] = useState(data.versions[0] ?? null);
  const [draft, setDraft] = useState<VersionDraft>(() => toDraft(basis, language, today));
  const choices = useAnswer('get /api/processes/{id}/choices', { params: { id: data.id } });
  const save = useCall('post /api/processes/{id}/characterisation');
  const submit = () =>
    save.mutate(
      { params: { id: data.id }, body: fromDraft(draft, basis, language) },
      { onSuccess: () => void navigate({ to: '/procesos/$id', params: { id: data.id } } as never) },
    );
  const setLine = (key: (typeof LINE_KEYS)[number], text: string) =>
    setDraft({ ...draft, lines: { ...draft.lines, [key]: text } });
  return (
    <Section>
      <Form submit={t('save')} onSubmit={submit} pending={save.isPending} refused={save.error}>
        <p className={styles.note}>
          {t('oneLine')} {t('sameBoth')}
        </p>
        <DateField
          label={t('from')}
          value={draft.from}
          onChange={(from) => setDraft({ ...draft, from })}
          required
        />
        {LINE_KEYS.map((key) => (
          <TextInput
            key={key}
            label={t(key)}
            value={draft.lines[key]}
            onChange={(event) => setLine(key, event.currentTarget.value)}
            required
          />
        ))}
        <Parties part={PARTY_KEYS[0]} draft={draft} onChange={setDraft} />
        {LIST_KEYS.slice(0, 3).map((key) => (
          <List key={key} part={key} draft={draft} onChange={setDraft} />
        ))}
        <Parties part={PARTY_KEYS[1]} draft={draft} onChange={setDraft} />
        {LIST_KEYS.slice(3).map((key) => (
          <List key={key} part={key} draft={draft} onChange={setDraft} />
        ))}
        <MultiSelect
          label={t('names')}
          description={t('namesWhat')}
          data={(choices.data?.indicators ?? []).map(({ id, name }) => ({
            value: id,
            label: name[language],
          }))}
          value={[...draft.indicators]}
          onChange={(indicators) => setDraft({ ...draft, indicators })}
          searchable
        />
      </Form>
    </Section>
  );
}

interface PartProps<K> {
  readonly part: K;
  readonly draft: VersionDraft;
  readonly onChange: (draft: VersionDraft) => void;
}

function List({ part, draft, onChange }: PartProps<(typeof LIST_KEYS)[number]>) {
  const t = useTexts(TEXTS);
  return (
    <Textarea
      label={t(part)}
      value={draft.lists[part]}
      onChange={(event) =>
        onChange({ ...draft, lists: { ...draft.lists, [part]: event.currentTarget.value } })
      }
      autosize
      minRows={2}
    />
  );
}

function Parties({ part, draft, onChange }: PartProps<(typeof PARTY_KEYS)[number]>) {
  const t = useTexts(TEXTS);
  const sides = draft.parties[part];
  return (
    <div className={styles.pair}>
      {(['internal', 'external'] as const).map((side) => (
        <Textarea
          key={side}
          label={`${t(part)}: ${t(side).toLowerCase()}`}
          value={sides[side]}
          onChange={(event) =>
            onChange({
              ...draft,
              parties: { ...draft.parties, [part]: { ...sides, [side]: event.currentTarget.value } },
            })
          }
          autosize
          minRows={2}
        />
      ))}
    </div>
  );
}
