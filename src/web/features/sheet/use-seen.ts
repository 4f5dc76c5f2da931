import { useEffect, useRef, useState } from 'react';

/** Turns true when the place comes near the window, and stays: what is below is asked for when it is wanted. */
export function useSeen<T extends HTMLElement>() {
  const ref = useRef<T>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const place = ref.current;
    if (place === null || seen) return undefined;
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
      },
      { rootMargin: '300px' },
    );
    watch.observe(place);
    return () => watch.disconnect();
  }, [seen]);
  return { ref, seen } as const;
}
