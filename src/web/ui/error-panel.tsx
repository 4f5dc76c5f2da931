import { Button } from '@mantine/core';
import { Finding } from './finding.tsx';
import { useKitTexts } from './texts.ts';

interface ErrorPanelProps {
  /** A refusal, whose sentence is shown; of anything else a general one. */
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** What went wrong, as the server says it, and the way to try again. */
export function ErrorPanel({ error, onRetry }: ErrorPanelProps) {
  const texts = useKitTexts();
  const { sentence } = (error ?? {}) as { readonly sentence?: unknown };
  return (
    <div role="alert">
      <Finding
        tone="bad"
        action={
          onRetry && (
            <Button variant="default" size="sm" onClick={onRetry}>
              {texts.retry}
            </Button>
          )
        }
      >
        {typeof sentence === 'string' ? sentence : texts.failed}
      </Finding>
    </div>
  );
}
