import { Stack } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { printNumber } from '../../../sentences/index.ts';
import { useAnswer, useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { Finding } from '../../ui/finding.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Page } from '../../ui/page.tsx';
import type { Deadline, Deadlines, Settled } from './answers.ts';
import { ConfirmForm } from './confirm-form.tsx';
import { DeadlineForm } from './deadline-form.tsx';
import { KindSection } from './kind-section.tsx';
import { OthersSection } from './others-section.tsx';
import { TEXTS } from './texts.ts';

type Open =
  | { readonly form: 'write'; readonly kind: string }
  | { readonly form: 'confirm'; readonly rule: Deadline }
  | null;

/** Plazos de respuesta: how long the institution has for each kind of case, and what nobody knows yet. */
export default function DeadlinesScreen() {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const answer = useAnswer('get /api/deadlines');
  const settle = useCall('post /api/deadlines/settle');
  const [open, setOpen] = useState<Open>(null);
  const [told, setTold] = useState<string | null>(null);
  const top = useRef<HTMLDivElement>(null);
  // What was written may be far down the page; what became of the cases is told at its top.
  useEffect(() => {
    if (told !== null) top.current?.scrollIntoView({ block: 'center' });
  }, [told]);
  const say = (now: Settled): string => {
    const [done, left] = [printNumber(now.settled, language), printNumber(now.unknown, language)];
    const changed =
      now.settled === 0 ? t('settledNone') : t(now.settled === 1 ? 'settledOne' : 'settledMany', { n: done });
    const still = now.unknown === 0 ? '' : t(now.unknown === 1 ? 'stillOne' : 'still', { n: left });
    return `${changed}${still}`;
  };
  const close = () => setOpen(null);
  const saved = (now: Settled) => {
    close();
    setTold(`${t('saved')} ${say(now)}`);
  };
  const toForm = ({ kinds }: Deadlines) => {
    if (open?.form === 'confirm') return <ConfirmForm rule={open.rule} onClose={close} onSaved={saved} />;
    const kind = kinds.find(({ id }) => open?.form === 'write' && id === open.kind);
    if (kind === undefined) return null;
    const ruled = kinds.filter(({ known }) => known !== null);
    return <DeadlineForm kind={kind} kinds={ruled} onClose={close} onSaved={saved} />;
  };
  return (
    <Page title={t('title')} finding={answer.data?.sentence[language]}>
      <LoadingPanel answer={answer}>
        {(data) => (
          <Stack gap="lg">
            {told !== null && (
              <div ref={top}>
                <Finding tone="met" live>
                  {told}
                </Finding>
              </div>
            )}
            {data.kinds.map((kind) => (
              <KindSection
                key={kind.id}
                kind={kind}
                mayEdit={data.may_edit}
                onWrite={() => setOpen({ form: 'write', kind: kind.id })}
                onConfirm={(rule) => setOpen({ form: 'confirm', rule })}
                onSettle={() => settle.mutate({}, { onSuccess: (now) => setTold(say(now)) })}
                settling={settle.isPending}
              />
            ))}
            {data.others.length > 0 && <OthersSection rules={data.others} />}
            {toForm(data)}
          </Stack>
        )}
      </LoadingPanel>
    </Page>
  );
}
