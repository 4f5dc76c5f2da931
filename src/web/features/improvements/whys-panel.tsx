import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { Form } from '../../ui/form.tsx';
import type { Cause, Whole } from './answers.ts';
import { CauseLine } from './cause-line.tsx';
import styles from './improvements.module.css';
import { TEXTS } from './texts.ts';

/** One why under another, down to the one that can be removed. */
export function WhysPanel({ whole }: { readonly whole: Whole }) {
  const t = useTexts(TEXTS);
  const causes = whole.causes.filter(({ method }) => method === 'five-whys');
  return (
    <>
      {causes.length === 0 && <p className={styles.soft}>{t('causesNone')}</p>}
      <Whys whole={whole} causes={causes} parent={null} />
      {whole.leave.work.may && <AddWhy whole={whole} parent={null} label={t('whyFirst')} />}
    </>
  );
}

interface WhysProps {
  readonly whole: Whole;
  readonly causes: readonly Cause[];
  readonly parent: number | null;
}

function Whys({ whole, causes, parent }: WhysProps) {
  const t = useTexts(TEXTS);
  const [asked, setAsked] = useState<number | null>(null);
  const own = causes.filter((cause) => cause.parent === parent);
  if (own.length === 0) return null;
  return (
    <ol className={styles.whys}>
      {own.map((cause) => (
        <li key={cause.id}>
          <CauseLine whole={whole} cause={cause}>
            <Button
              size="compact-xs"
              variant="default"
              aria-expanded={asked === cause.id}
              aria-label={`${t('askWhy')}: ${cause.text}`}
              onClick={() => setAsked(asked === cause.id ? null : cause.id)}
            >
              {t('askWhy')}
            </Button>
          </CauseLine>
          {asked === cause.id && (
            <AddWhy whole={whole} parent={cause.id} label={t('why')} onDone={() => setAsked(null)} />
          )}
          <Whys whole={whole} causes={causes} parent={cause.id} />
        </li>
      ))}
    </ol>
  );
}

interface AddWhyProps {
  readonly whole: Whole;
  readonly parent: number | null;
  readonly label: string;
  readonly onDone?: () => void;
}

function AddWhy({ whole, parent, label, onDone }: AddWhyProps) {
  const t = useTexts(TEXTS);
  const [text, setText] = useState('');
  const call = useCall('post /api/improvements/{id}/causes');
  const body = {
    method: 'five-whys' as const,
    branch: null,
    parent,
    text: text.trim(),
    known: null,
    count: null,
    root: false,
  };
  const done = () => {
    setText('');
    onDone?.();
  };
  return (
    <Form
      submit={t('addIt')}
      pending={call.isPending}
      refused={call.error}
      disabled={text.trim() === ''}
      onSubmit={() => call.mutate({ params: { id: String(whole.id) }, body }, { onSuccess: done })}
    >
      <TextInput
        label={label}
        maxLength={500}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </Form>
  );
}
