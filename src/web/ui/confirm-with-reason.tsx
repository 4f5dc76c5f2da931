import { Button, Modal, Text, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Form } from './form.tsx';
import { useKitTexts } from './texts.ts';

interface ConfirmWithReasonProps {
  readonly title: string;
  /** What will happen. */
  readonly children?: ReactNode;
  /** The verb of the button: «Deshacer la importación». */
  readonly confirm: string;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
  readonly pending?: boolean;
  readonly refused?: unknown;
  readonly danger?: boolean;
}

/** Asks once more, and why; mount it while it is to be seen. */
export function ConfirmWithReason(props: ConfirmWithReasonProps) {
  const { title, children, confirm, onConfirm, onClose, pending, refused, danger } = props;
  const texts = useKitTexts();
  const [reason, setReason] = useState('');
  return (
    <Modal opened onClose={onClose} title={title} centered closeButtonProps={{ 'aria-label': texts.cancel }}>
      <Form
        submit={confirm}
        onSubmit={() => onConfirm(reason.trim())}
        pending={pending}
        refused={refused}
        danger={danger}
        disabled={reason.trim().length < 3}
        others={
          <Button variant="default" onClick={onClose}>
            {texts.cancel}
          </Button>
        }
      >
        {children !== undefined && <Text component="div">{children}</Text>}
        <Textarea
          label={texts.reason}
          description={texts.reasonHelp}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          required
          autosize
          minRows={2}
          data-autofocus
        />
      </Form>
    </Modal>
  );
}
