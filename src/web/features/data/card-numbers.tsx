import { Button, Group, Stack, Text } from '@mantine/core';
import { useTexts } from '../../app/words.ts';
import { Finding } from '../../ui/finding.tsx';
import { WIZARD_TEXTS } from './texts.ts';
import type { DraftWork } from './use-draft.ts';

interface CardNumbersProps {
  readonly work: DraftWork;
  /** Of the refusal: the places, masked. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly mask: boolean;
  readonly onMask: (mask: boolean) => void;
}

/** The two ways out of a file with card numbers. */
export function CardNumbers({ work, params, mask, onMask }: CardNumbersProps) {
  const t = useTexts(WIZARD_TEXTS);
  const places = Array.isArray(params['places']) ? params['places'].map(String) : [];
  const { headers } = work.seen.cards;
  return (
    <Finding tone="bad">
      <Stack gap="sm">
        <Text fw={600}>{t('cardsTitle')}</Text>
        <Text>{t('cardsPlaces', { places: places.join('; ') })}</Text>
        <Text>{t('cardsWhat')}</Text>
        <Group gap="sm">
          <Button disabled={mask} onClick={() => onMask(true)}>
            {t('cardsMask')}
          </Button>
          {headers.length > 0 && (
            <Button
              variant="default"
              onClick={() =>
                work.change((mapping) => ({
                  ...mapping,
                  not_cards: [...new Set([...(mapping.not_cards ?? []), ...headers])],
                }))
              }
            >
              {t('cardsNot', { names: headers.join(', ') })}
            </Button>
          )}
        </Group>
      </Stack>
    </Finding>
  );
}
