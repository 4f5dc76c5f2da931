import { Button, Group, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { ErrorPanel } from './error-panel.tsx';

interface FormProps {
  readonly submit: string;
  readonly onSubmit: () => void;
  readonly pending?: boolean;
  /** What the server refused it for, shown above the buttons. */
  readonly refused?: unknown;
  readonly disabled?: boolean;
  /** Other buttons, beside the one that sends. */
  readonly others?: ReactNode;
  /** Red, for what cannot be undone. */
  readonly danger?: boolean;
  readonly children: ReactNode;
}

/** Fields one under another, the refusal where it is read, and the button that sends. Enter sends. */
export function Form(props: FormProps) {
  const { submit, onSubmit, pending, refused, disabled, others, danger, children } = props;
  const send = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    onSubmit();
  };
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="md">
        {children}
        {refused !== undefined && refused !== null && <ErrorPanel error={refused} />}
        <Group gap="sm">
          <Button type="submit" loading={pending} disabled={disabled} color={danger ? 'red' : undefined}>
            {submit}
          </Button>
          {others}
        </Group>
      </Stack>
    </form>
  );
}
