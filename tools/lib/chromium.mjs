import { accessSync, constants } from 'node:fs';
import path from 'node:path';

// The shell without a window first: it draws the same pages and computes far less.
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ELSEWHERE = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

/** A Chromium of this machine: `PLENUM_CHROMIUM`, on the PATH, or where macOS keeps applications; undefined when there is none. */
export function findChromium(env = process.env) {
  const onPath = (env.PATH ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [env.PLENUM_CHROMIUM, ...onPath, ...ELSEWHERE].find((file) => file && isExecutable(file));
}

/** A Firefox of this machine: `PLENUM_FIREFOX`, or Debian's; undefined when there is none. */
export const findFirefox = (env = process.env) => [env.PLENUM_FIREFOX, '/usr/bin/firefox-esr'].find((file) => file && isExecutable(file));

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
