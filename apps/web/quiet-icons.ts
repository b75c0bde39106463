import type { Plugin } from 'vite';

const SPOKEN = /role: "img",\s*"aria-label": icon\.name/;

/**
 * Icons stand beside words or inside buttons that have a name: the library reads each out by its English file name all the same
 * ("home 首页"). Here an icon is silent unless it is given a name of its own.
 */
export function quietIcons(): Plugin {
  return {
    name: 'quiet-icons',
    transform(code, id) {
      if (!/@ant-design\/icons\/es\/components\/AntdIcon\.js$/.test(id)) return undefined;
      if (!SPOKEN.test(code)) this.error('The icons of the component library are drawn differently now: see quiet-icons.ts.');
      return code.replace(SPOKEN, 'role: restProps["aria-label"] ? "img" : undefined, "aria-hidden": restProps["aria-label"] ? undefined : true');
    },
  };
}
