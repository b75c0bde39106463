import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(prefers-reduced-motion: reduce)');

const subscribe = (onChange: () => void): (() => void) => {
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
};

/** Whether this person asked their device for a quiet screen; told anew when they change their mind. */
export const useReducedMotion = (): boolean => useSyncExternalStore(subscribe, () => query.matches);
