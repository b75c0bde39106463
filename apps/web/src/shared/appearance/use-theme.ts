import type { ThemeConfig } from 'antd';
import { useMemo, useSyncExternalStore } from 'react';
import { TYPE_SCALE, useAppearance } from './appearance.js';
import { themeOf } from './theme.js';

const reducedMotion = window.matchMedia('(prefers-reduced-motion: reduce)');

const subscribe = (onChange: () => void): (() => void) => {
  reducedMotion.addEventListener('change', onChange);
  return () => reducedMotion.removeEventListener('change', onChange);
};

/** Whether this person asked their device for a quiet screen; told anew when they change their mind. */
const useReducedMotion = (): boolean => useSyncExternalStore(subscribe, () => reducedMotion.matches);

/** The component library's theme as this browser wants it, told anew when somebody chooses otherwise. */
export function useTheme(): ThemeConfig {
  const { scheme, typeSize } = useAppearance();
  const isQuiet = useReducedMotion();
  return useMemo(() => themeOf(scheme, TYPE_SCALE[typeSize], isQuiet), [scheme, typeSize, isQuiet]);
}
