import { Button, Modal, Stack, Text } from '@mantine/core';
import { printNumber, printPeriod } from '../../../sentences/index.ts';
import { useAnswer, useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { Form } from '../../ui/form.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LoadingPanel } from '../../ui/loading-panel.tsx';
import type { Dimension } from './answers.ts';
import { DATA_TEXTS } from './screen-texts.ts';

interface MergeDialogProps {
  readonly of: Dimension;
  readonly from: string;
  readonly to: string;
  readonly onClose: () => void;
}

/** What reading one name as another changes, before it is done. */
export function MergeDialog({ of, from, to, onClose }: MergeDialogProps) {
  const t = useTexts(DATA_TEXTS);
  const language = useLanguage();
  const preview = useAnswer('get /api/spellings/preview', { query: { of, from, to } });
  const merge = useCall('post /api/spellings/merge');
  const n = (value: number) => printNumber(value, language);
  const months = (first: string, last: string) =>
    [...new Set([first, last])].map((month) => printPeriod(month, language)).join(' – ');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('joinTitle', { from, to })}
      centered
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <Form
        submit={t('join')}
        pending={merge.isPending}
        refused={merge.error}
        onSubmit={() => merge.mutate({ body: { of, from, to } }, { onSuccess: onClose })}
        others={
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        }
      >
        <LoadingPanel
          answer={preview}
          isEmpty={({ datasets }) => datasets.every(({ from_rows }) => from_rows === 0)}
          empty={<Text>{t('joinNothing')}</Text>}
        >
          {({ datasets }) => (
            <Stack gap="xs">
              {datasets
                .filter(({ from_rows }) => from_rows > 0)
                .map(({ dataset, name, from_rows, to_rows, first_month, last_month }) => {
                  const values = { dataset: name[language], n: n(from_rows), m: n(to_rows), from, to };
                  return (
                    <Text key={dataset}>
                      {first_month === null || last_month === null
                        ? t('joinRowsUndated', values)
                        : t('joinRows', { ...values, months: months(first_month, last_month) })}
                    </Text>
                  );
                })}
            </Stack>
          )}
        </LoadingPanel>
        <Text c="dimmed">{t('joinWhat')}</Text>
      </Form>
    </Modal>
  );
}
