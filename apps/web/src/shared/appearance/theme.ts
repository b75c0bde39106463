import { theme, type ThemeConfig } from 'antd';
import type { Scheme } from './appearance.js';

const FONT_SIZE = 15;
const CONTROL_HEIGHT = 34;

/** The names of tokens.css, as the component library's own: one source for both, so that they cannot part. */
const COLOURS = {
  colorPrimary: 'ink',
  colorPrimaryHover: 'ink-hover',
  colorPrimaryActive: 'ink-active',
  colorPrimaryText: 'ink',
  colorPrimaryTextHover: 'ink-hover',
  colorPrimaryTextActive: 'ink-active',
  colorPrimaryBg: 'ink-wash',
  colorPrimaryBgHover: 'ink-wash',
  colorPrimaryBorder: 'info-line',
  colorInfo: 'ink',
  colorInfoBg: 'info-ground',
  colorInfoBorder: 'info-line',
  colorLink: 'ink',
  colorLinkHover: 'ink-hover',
  colorLinkActive: 'ink-active',
  colorError: 'seal',
  colorErrorHover: 'seal-hover',
  colorErrorBg: 'bad-ground',
  colorErrorBgHover: 'bad-ground',
  colorErrorBorder: 'bad-line',
  colorErrorText: 'seal',
  colorSuccess: 'good',
  colorSuccessBg: 'good-ground',
  colorSuccessBorder: 'good-line',
  colorSuccessText: 'good',
  colorWarning: 'warn',
  colorWarningBg: 'warn-ground',
  colorWarningBorder: 'warn-line',
  colorWarningText: 'warn',
  colorBgLayout: 'paper',
  colorBgContainer: 'surface',
  colorBgElevated: 'surface',
  colorText: 'text',
  colorTextSecondary: 'text-quiet',
  colorTextTertiary: 'text-quiet',
  colorTextDescription: 'text-quiet',
  colorTextPlaceholder: 'text-disabled',
  colorTextDisabled: 'text-disabled',
  colorBorder: 'line-strong',
  colorBorderSecondary: 'line',
  colorSplit: 'line',
  controlItemBgActive: 'ink-wash',
  controlItemBgActiveHover: 'ink-wash',
  colorTextLightSolid: 'on-ink',
} as const;

/** The component library's theme, from the same named values as our own pages: read once the scheme is on the root. */
export function themeOf(scheme: Scheme, scale: number, isQuiet: boolean): ThemeConfig {
  const values = getComputedStyle(document.documentElement);
  const named = (name: string): string => values.getPropertyValue(`--${name}`).trim();
  const colours = Object.fromEntries(Object.entries(COLOURS).map(([token, name]) => [token, named(name)]));
  const line = named('line-strong');
  return {
    algorithm: scheme === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      ...colours,
      borderRadius: 8,
      fontSize: FONT_SIZE * scale,
      controlHeight: CONTROL_HEIGHT * scale,
      fontFamily: named('font'),
      ...(isQuiet ? { motion: false } : {}),
    },
    components: {
      Timeline: { dotBg: 'transparent' },
      Card: { paddingLG: 20, colorBorderSecondary: named('line') },
      // Half the library's own: a desk shows twice as many rows.
      Table: {
        cellPaddingBlock: 8,
        cellPaddingBlockMD: 6,
        cellPaddingBlockSM: 4,
        headerBg: named('surface-sunken'),
        rowHoverBg: named('surface-sunken'),
        rowSelectedBg: named('ink-wash'),
        rowSelectedHoverBg: named('ink-wash'),
        borderColor: named('line'),
      },
      Tooltip: { colorTextLightSolid: scheme === 'dark' ? named('text') : '#fff' },
      Switch: { colorTextQuaternary: line, colorTextTertiary: line },
    },
  };
}
