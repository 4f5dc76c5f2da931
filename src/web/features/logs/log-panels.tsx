import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { printLapse, printNumber } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import { Tile, Tiles } from '../../ui/tile.tsx';
import { UrlTabs } from '../../ui/url-tabs.tsx';
import type { LogAnswer } from './answers.ts';
import { ConformancePanel } from './conformance-panel.tsx';
import { FollowsPanel } from './follows-panel.tsx';
import { HandoversPanel } from './handovers-panel.tsx';
import { TEXTS } from './texts.ts';
import { WaitsPanel } from './waits-panel.tsx';
import { WaysPanel } from './ways-panel.tsx';

interface LogPanelsProps {
  readonly data: LogAnswer;
  /** Where activities are told to be steps, for whoever may. */
  readonly steps?: ReactNode;
}

/** Everything that is seen of a log: figures, sentences, and its views. */
export function LogPanels({ data, steps }: LogPanelsProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const views = [
    { id: 'cumplimiento', label: t('conformance'), panel: <ConformancePanel data={data} /> },
    { id: 'sigue', label: t('follows'), panel: <FollowsPanel data={data} /> },
    { id: 'caminos', label: t('ways'), panel: <WaysPanel data={data} /> },
    { id: 'esperas', label: t('waits'), panel: <WaitsPanel data={data} /> },
    { id: 'manos', label: t('people'), panel: <HandoversPanel data={data} /> },
    ...(steps === undefined ? [] : [{ id: 'pasos', label: t('steps'), panel: steps }]),
  ];
  return (
    <Stack gap="lg">
      <LogTiles data={data} />
      <Stack gap={4}>
        {data.sentences.slice(1).map((sentence) => (
          <Text key={sentence.es}>{sentence[language]}</Text>
        ))}
      </Stack>
      <UrlTabs label={t('views')} tabs={views} />
    </Stack>
  );
}

function LogTiles({ data }: { readonly data: LogAnswer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { cases, conformance, variants, lasts } = data;
  return (
    <Tiles>
      <Tile label={t('tileCases')} value={printNumber(cases, language)} />
      {conformance && (
        <Tile
          label={t('tileConform')}
          value={printNumber(conformance.conform, language)}
          note={t('tileOf', { n: printNumber(cases, language) })}
        />
      )}
      <Tile label={t('tileWays')} value={printNumber(variants, language)} />
      {lasts && (
        <Tile
          label={t('tileLasts')}
          value={printLapse(lasts.median_s, language)}
          note={t('tileLastsNote', { time: printLapse(lasts.p90_s, language) })}
        />
      )}
    </Tiles>
  );
}
