import { Button, NativeSelect, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { printNumber } from '../../../sentences/index.ts';
import { useAnswer, useDownload } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import { Section } from '../../ui/section.tsx';
import { useAddress } from '../../ui/use-address.ts';
import { FactsTable } from './facts-table.tsx';
import type { SheetAnswer } from './sheet-answer.ts';
import styles from './sheet.module.css';
import { TEXTS } from './texts.ts';
import { useAsked } from './use-asked.ts';

const SIZES = ['10', '25', '50', '100'] as const;

/** A random sample that anybody repeats with its seed; seed and size stay in the address. */
export function SampleSection({ view }: { readonly view: SheetAnswer }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { params, query } = useAsked();
  const [drawn, setDrawn] = useAddress('muestra');
  const [, setSeedAddress] = useAddress('semilla');
  const [seedInAddress] = useAddress('semilla');
  const [seed, setSeed] = useState(seedInAddress);
  const [size, setSize] = useState<string>(drawn === '' ? '25' : drawn);
  const isDrawn = drawn !== '';
  const asked = { ...query, n: drawn, seed: seedInAddress === '' ? undefined : seedInAddress };
  const answer = useAnswer(
    'get /api/indicators/{id}/sample',
    { params, query: asked },
    { when: isDrawn, keep: true },
  );
  const book = useDownload('get /api/indicators/{id}/sample/xlsx');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSeedAddress(seed);
    setDrawn(size);
  };
  return (
    <Section
      title={t('sample')}
      finding={t('sampleWhat')}
      actions={
        isDrawn &&
        view.may.export_rows && (
          <Button
            variant="default"
            size="sm"
            leftSection={<Icon name="download" size={16} />}
            loading={book.isPending}
            onClick={() => book.mutate({ params, query: asked })}
          >
            {t('sampleXlsx')}
          </Button>
        )
      }
    >
      <form className={styles.controls} onSubmit={submit}>
        <NativeSelect
          label={t('howMany')}
          value={size}
          onChange={(event) => setSize(event.currentTarget.value)}
          data={[...SIZES]}
        />
        <TextInput
          className={styles.grow}
          label={t('seed')}
          placeholder={t('seedHint')}
          maxLength={100}
          value={seed}
          onChange={(event) => setSeed(event.currentTarget.value)}
        />
        <Button type="submit" variant="default">
          {t('draw')}
        </Button>
      </form>
      {isDrawn && (
        <LoadingPanel answer={answer}>
          {(data) => (
            <>
              <Text mb="sm">
                {t('drawn', {
                  n: printNumber(data.rows.length, language),
                  total: printNumber(data.total, language),
                  seed: data.seed,
                })}
              </Text>
              {data.rows.length > 0 && <FactsTable page={data} />}
            </>
          )}
        </LoadingPanel>
      )}
    </Section>
  );
}
