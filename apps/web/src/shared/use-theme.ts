import type { ThemeConfig } from 'antd';
import { useMemo } from 'react';
import { TYPE_SCALE, useAppearance } from './appearance.js';
import { themeOf } from './theme.js';
import { useReducedMotion } from './use-reduced-motion.js';

/** The component library's theme as this browser wants it, told anew when somebody chooses otherwise. */
export function useTheme(): ThemeConfig {
  const { scheme, typeSize } = useAppearance();
  const isQuiet = useReducedMotion();
  return useMemo(() => themeOf(scheme, TYPE_SCALE[typeSize], isQuiet), [scheme, typeSize, isQuiet]);
}
