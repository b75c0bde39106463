import type { Plugin } from 'vite';

/** What draws the icons: those of one colour and those of two. */
const DRAWS_ICONS = /@ant-design\/icons\/es\/components\/AntdIcon(Light)?\.js$/;
const SPOKEN = /role: "img",\s*"aria-label": icon\.name/;

/**
 * Icons stand beside words or inside buttons that have a name: the library reads each out by its English file name all the same
 * ("home 首页"). Here an icon is silent unless it is given a name of its own.
 */
export function quietIcons(): Plugin {
  let isQuiet = false;
  return {
    name: 'quiet-icons',
    apply: 'build',
    transform(code, id) {
      if (!DRAWS_ICONS.test(id)) return undefined;
      if (!SPOKEN.test(code)) this.error('The icons of the component library are drawn differently now: see quiet-icons.ts.');
      isQuiet = true;
      return code.replace(
        SPOKEN,
        'role: restProps["aria-label"] ? "img" : undefined, "aria-hidden": restProps["aria-label"] ? undefined : true',
      );
    },
    buildEnd(error) {
      // A component library that draws them in another file would otherwise read them out again, and nobody would notice.
      if (!error && !isQuiet) this.error('No file draws the icons any more: see quiet-icons.ts.');
    },
  };
}
