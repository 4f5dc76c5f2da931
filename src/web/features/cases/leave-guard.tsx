import { Button, Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../../app/words.ts';
import { Form } from '../../ui/form.tsx';
import { ATTEND_TEXTS } from './attend-texts.ts';

const REASONS = ['why-left', 'why-papers', 'why-mistake', 'why-other'] as const;
type Reason = (typeof REASONS)[number];

interface LeaveGuardProps {
  /** Something was written: going away asks first. */
  readonly guarded: boolean;
  /** The person pressed the button that leaves. */
  readonly asked: boolean;
  readonly onStay: () => void;
  /** It is left, with its reason. */
  readonly onLeave: (reason: string) => void;
  /** After leaving by the button. */
  readonly onLeft: () => void;
}

/** Asks why an attention is left, by its button or by going to another screen. */
export function LeaveGuard({ guarded, asked, onStay, onLeave, onLeft }: LeaveGuardProps) {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => guarded && current.pathname !== next.pathname,
    enableBeforeUnload: guarded,
    withResolver: true,
  });
  const blocked = blocker.status === 'blocked';
  if (!asked && !blocked) return null;
  return (
    <LeaveDialog
      onStay={() => {
        onStay();
        if (blocked) blocker.reset();
      }}
      onLeave={(reason) => {
        onLeave(reason);
        onStay();
        if (blocked) blocker.proceed();
        else onLeft();
      }}
    />
  );
}

interface LeaveDialogProps {
  readonly onStay: () => void;
  readonly onLeave: (reason: string) => void;
}

function LeaveDialog({ onStay, onLeave }: LeaveDialogProps) {
  const t = useTexts(ATTEND_TEXTS);
  const [why, setWhy] = useState<Reason>('why-left');
  const [other, setOther] = useState('');
  const isOther = why === 'why-other';
  return (
    <Modal
      opened
      onClose={onStay}
      title={t('leaveTitle')}
      centered
      closeButtonProps={{ 'aria-label': t('leaveStay') }}
    >
      <Form
        submit={t('leave')}
        onSubmit={() => onLeave(isOther ? other.trim() : t(why))}
        disabled={isOther && other.trim().length < 3}
        others={
          <Button variant="default" onClick={onStay}>
            {t('leaveStay')}
          </Button>
        }
      >
        <Text c="dimmed">{t('leaveWhat')}</Text>
        <Radio.Group
          aria-label={t('leaveTitle')}
          value={why}
          onChange={(next) => setWhy(REASONS.find((one) => one === next) ?? 'why-left')}
        >
          <Stack gap="xs">
            {REASONS.map((one) => (
              <Radio key={one} value={one} label={t(one)} data-autofocus={one === 'why-left' || undefined} />
            ))}
          </Stack>
        </Radio.Group>
        {isOther && (
          <TextInput
            label={t('whyOther')}
            value={other}
            maxLength={400}
            onChange={(event) => setOther(event.currentTarget.value)}
          />
        )}
      </Form>
    </Modal>
  );
}
