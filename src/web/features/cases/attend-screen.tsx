import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useAnswer } from '../../app/api.ts';
import { useSession } from '../../app/session.ts';
import { useTexts } from '../../app/words.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import type { Openable, Opened, Openables } from './answers.ts';
import { AttendForm } from './attend-form.tsx';
import { ATTEND_TEXTS } from './attend-texts.ts';
import { ChooseProcedure } from './choose-procedure.tsx';
import { DATA_UPDATE } from './data-update.ts';
import { type Draft, findDraft, keepDraft, toNewDraft } from './draft.ts';
import { ReceiptPanel } from './receipt-panel.tsx';

/** *Atender*: the client is here. By which procedure, then one page that reads like it, then the receipt. */
export default function AttendScreen() {
  const t = useTexts(ATTEND_TEXTS);
  const answer = useAnswer('get /api/cases/procedures');
  if (answer.data) return <Attend openables={answer.data} />;
  return (
    <Page title={t('title')}>
      <LoadingPanel answer={answer} lines={6}>
        {() => null}
      </LoadingPanel>
    </Page>
  );
}

interface Place {
  /** By which procedure somebody is attended; none while it is being chosen. */
  readonly procedimiento?: string;
  /** The one that was left for a data update, to go back to. */
  readonly vuelve?: string;
}

function Attend({ openables }: { readonly openables: Openables }) {
  const t = useTexts(ATTEND_TEXTS);
  const language = useLanguage();
  const navigate = useNavigate();
  const { person } = useSession();
  const { procedimiento, vuelve } = useSearch({ strict: false }) as Place;
  const [opened, setOpened] = useState<{ readonly by: string; readonly what: Opened } | null>(null);
  const find = (id: string | undefined) => openables.procedures.find((one) => one.id === id);
  const chosen = find(procedimiento);
  const before = find(vuelve);
  const toOwner = (id: string) => `${person.id} ${id}`;
  const go = (place: Place) => {
    setOpened(null);
    void navigate({
      to: '.',
      search: (now: object) => ({ ...now, procedimiento: undefined, vuelve: undefined, ...place }),
    } as never);
  };
  if (chosen === undefined)
    return <Choose openables={openables} onChoose={(id) => go({ procedimiento: id })} />;
  if (opened?.by === chosen.id)
    return (
      <Page title={t('receiptTitle')} finding={chosen.name[language]} narrow>
        <ReceiptPanel
          opened={opened.what}
          back={before}
          onNext={() => go(before ? { procedimiento: before.id } : {})}
        />
      </Page>
    );
  const park = (draft: Draft) => {
    const { client, unit, channel } = draft;
    if (findDraft(toOwner(DATA_UPDATE)) === undefined)
      keepDraft(toOwner(DATA_UPDATE), toNewDraft({ client, unit, channel }));
    go({ procedimiento: DATA_UPDATE, vuelve: chosen.id });
  };
  const hear = (what: Opened) => {
    const waiting = before && findDraft(toOwner(before.id));
    // Both stay related: the one that waited names the update it made necessary.
    if (before && waiting) keepDraft(toOwner(before.id), { ...waiting, linked_to: what.number });
    setOpened({ by: chosen.id, what });
  };
  return (
    <AttendForm
      key={chosen.id}
      openable={chosen}
      openables={openables}
      owner={toOwner(chosen.id)}
      update={chosen.id === DATA_UPDATE ? undefined : find(DATA_UPDATE)}
      onUpdate={park}
      onOpened={hear}
      onLeft={() => go({})}
    />
  );
}

interface ChooseProps {
  readonly openables: Openables;
  readonly onChoose: (id: Openable['id']) => void;
}

function Choose({ openables, onChoose }: ChooseProps) {
  const t = useTexts(ATTEND_TEXTS);
  return (
    <Page title={t('title')}>
      {openables.procedures.length === 0 ? (
        <EmptyState title={t('noProcedures')}>{t('noProceduresWhat')}</EmptyState>
      ) : (
        <ChooseProcedure procedures={openables.procedures} onChoose={onChoose} />
      )}
    </Page>
  );
}
