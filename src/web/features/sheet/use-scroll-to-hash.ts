import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';

/** How long what is above may still grow while it is drawn. */
const SETTLED_MS = 1500;

/**
 * Takes the person to the part of the page that the address names (`#muestra`). The page comes once
 * its answer has, and grows while its charts are drawn: the place is held until it has settled or
 * the person moves.
 */
export function useScrollToHash(): void {
  const hash = useLocation({ select: (location) => location.hash });
  useEffect(() => {
    const id = decodeURIComponent(hash);
    const place = id === '' ? null : document.getElementById(id);
    if (!place) return;
    const go = (): void => place.scrollIntoView({ block: 'start' });
    const grown = new ResizeObserver(go);
    const stop = (): void => grown.disconnect();
    grown.observe(document.body);
    go();
    const end = setTimeout(stop, SETTLED_MS);
    for (const kind of ['wheel', 'touchstart', 'keydown', 'pointerdown'])
      window.addEventListener(kind, stop, { once: true, passive: true });
    return () => {
      clearTimeout(end);
      stop();
      for (const kind of ['wheel', 'touchstart', 'keydown', 'pointerdown'])
        window.removeEventListener(kind, stop);
    };
  }, [hash]);
}
