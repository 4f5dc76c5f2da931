import { Progress, Text } from '@mantine/core';
import { printNumber } from '../../sentences/index.ts';
import { ErrorPanel } from './error-panel.tsx';
import { useLanguage } from './language.ts';
import { useKitTexts } from './texts.ts';

interface JobProgressProps {
  /** As `useJob` gives it; undefined before the first word of it. */
  readonly job:
    | {
        readonly state: 'waiting' | 'working' | 'done' | 'refused' | 'failed';
        readonly stage: string | null;
        readonly done: number | null;
        readonly of: number | null;
        readonly refusal: { readonly sentence: string } | null;
        /** The server does not answer about it just now. */
        readonly lost?: boolean;
      }
    | undefined;
  /** What is being done, in words. */
  readonly label: string;
  /** A stage in words; the label alone when absent. */
  readonly say?: (stage: string) => string | undefined;
}

/** How far a long piece of work is; what it was refused for, when it was. */
export function JobProgress({ job, label, say }: JobProgressProps) {
  const texts = useKitTexts();
  const language = useLanguage();
  if (job?.state === 'refused') return <ErrorPanel error={job.refusal} />;
  if (job?.state === 'failed') return <ErrorPanel error={{ sentence: texts.brokeOff }} />;
  if (job?.lost) return <ErrorPanel error={{ sentence: texts.lost }} />;
  const { stage = null, done = null, of = null, state = 'waiting' } = job ?? {};
  const counted = done !== null && of !== null && of > 0;
  const words = [
    texts[state as 'waiting' | 'working' | 'done'],
    stage === null ? undefined : say?.(stage),
    counted ? `${printNumber(done, language)} ${texts.of} ${printNumber(of, language)}` : undefined,
  ].filter((word) => word !== undefined);
  // Of work that is not counted the whole bar moves, so that it is seen to be alive.
  const share = state === 'done' || !counted ? 100 : (done * 100) / of;
  return (
    <div role="status" aria-live="polite">
      <Text size="sm" mb={4}>
        {label}: {words.join(' · ')}
      </Text>
      <Progress.Root size="lg">
        <Progress.Section
          value={share}
          animated={state !== 'done'}
          striped={state !== 'done'}
          aria-label={label}
        />
      </Progress.Root>
    </div>
  );
}
