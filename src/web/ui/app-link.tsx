import { Anchor, type AnchorProps } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { LinkTo } from './link-to.ts';

interface AppLinkProps extends Omit<AnchorProps, 'component'> {
  readonly to: LinkTo | string;
  readonly children: ReactNode;
}

/** A link inside the app; period and unit go along by themselves. */
export function AppLink({ to, children, ...rest }: AppLinkProps) {
  const target = typeof to === 'string' ? { to } : to;
  return (
    <Anchor component={Link} {...(target as { to: string })} {...rest}>
      {children}
    </Anchor>
  );
}
