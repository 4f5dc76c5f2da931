import { Stack, Text } from '@mantine/core';
import { printDate } from '../../../sentences/index.ts';
import { useTexts } from '../../app/words.ts';
import { useLanguage } from '../../ui/language.ts';
import { TEXTS } from './texts.ts';

interface SourceCellProps {
  readonly source: {
    readonly import: string;
    readonly file: string;
    readonly imported_at: string;
    readonly by: string | null;
  } | null;
}

/** The file and import a row came with, and when. */
export function SourceCell({ source }: SourceCellProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  if (source === null) return <Text size="sm">{t('fromFacts')}</Text>;
  return (
    <Stack gap={0}>
      <Text size="sm" component="span">
        {source.file}
      </Text>
      <Text size="xs" c="dimmed" component="span">
        {[
          ...(source.by === null ? [] : [source.by]),
          printDate(source.imported_at.slice(0, 10), language),
          source.import,
        ].join(' · ')}
      </Text>
    </Stack>
  );
}
