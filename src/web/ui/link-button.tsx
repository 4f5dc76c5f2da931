import { Button, type ButtonProps } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { LinkTo } from './link-to.ts';

interface LinkButtonProps extends ButtonProps {
  readonly to: LinkTo | string;
  readonly children: ReactNode;
}

/** A link that looks like a button, where going somewhere is the next thing to do. */
export function LinkButton({ to, children, ...rest }: LinkButtonProps) {
  const target = typeof to === 'string' ? { to } : to;
  return (
    <Button component={Link} {...(target as { to: string })} {...rest}>
      {children}
    </Button>
  );
}
