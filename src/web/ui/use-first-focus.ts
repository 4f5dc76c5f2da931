import { type RefObject, useEffect, useRef } from 'react';

/**
 * The part that takes the focus when its screen is shown: after the title of the page took it, so that
 * whoever works by keyboard begins here. Put the ref on the control.
 */
export function useFirstFocus<T extends HTMLElement>(): RefObject<T | null> {
  const part = useRef<T>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() => part.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  return part;
}
