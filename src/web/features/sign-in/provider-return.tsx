import { Button, Loader, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useCall } from '../../app/api.ts';
import { useTexts } from '../../app/words.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import type { Next } from './next.ts';
import { TEXTS } from './texts.ts';

/** The page the identity provider sends the person back to: hands the address over and goes in. */
export function ProviderReturn({ onNext }: { readonly onNext: (next: Next) => void }) {
  const t = useTexts(TEXTS);
  const navigate = useNavigate();
  const { mutate, error } = useCall('post /api/sign-in/provider/finish', { refresh: false });
  // What came back can be used once; the effect may run twice.
  const sent = useRef(false);
  useEffect(() => {
    if (sent.current) return;
    sent.current = true;
    const go = async (next: Next) => {
      await navigate({ to: '/', replace: true });
      onNext(next);
    };
    mutate({ body: { url: location.href } }, { onSuccess: ({ next }) => void go(next) });
  }, [mutate, navigate, onNext]);
  if (!error) return <Loader aria-label={t('finishing')} />;
  return (
    <Stack>
      <ErrorPanel error={error} />
      <Button variant="default" onClick={() => location.assign('/')}>
        {t('back')}
      </Button>
    </Stack>
  );
}
