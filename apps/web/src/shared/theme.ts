import type { ThemeConfig } from 'antd';

/** Ink teal on paper, the seal's red kept for the brand and for danger. Grey text is dark enough to be read on a phone outdoors (WCAG AA). */
export const THEME: ThemeConfig = {
  token: {
    colorPrimary: '#1b5e6b',
    colorInfo: '#1b5e6b',
    colorError: '#b23a2e',
    colorSuccess: '#2f7a46',
    colorWarning: '#9a6200',
    colorLink: '#1b5e6b',
    colorLinkHover: '#134650',
    colorLinkActive: '#0f3840',
    colorPrimaryHover: '#24707f',
    colorPrimaryActive: '#134650',
    colorBgLayout: '#f5f4f0',
    // The grounds that the library derives from dark colours are muddy: these are given.
    colorInfoBg: '#eaf2f3',
    colorInfoBorder: '#c4dcdf',
    colorSuccessBg: '#edf6ef',
    colorSuccessBorder: '#bcdcc5',
    colorWarningBg: '#fdf5e4',
    colorWarningBorder: '#eed9a8',
    colorErrorBg: '#fbeeec',
    colorErrorBorder: '#eac2bc',
    colorTextSecondary: 'rgba(0, 0, 0, 0.68)',
    colorTextTertiary: 'rgba(0, 0, 0, 0.6)',
    colorTextDescription: 'rgba(0, 0, 0, 0.62)',
    colorTextPlaceholder: 'rgba(0, 0, 0, 0.56)',
    borderRadius: 8,
    fontSize: 15,
    fontFamily:
      "-apple-system, BlinkMacSystemFont, 'Segoe UI', 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif",
  },
  components: { Timeline: { dotBg: 'transparent' }, Card: { paddingLG: 20 } },
};

/** The same for who asked for less motion: nothing slides, unfolds or fades. */
export const QUIET_THEME: ThemeConfig = { ...THEME, token: { ...THEME.token, motion: false } };
