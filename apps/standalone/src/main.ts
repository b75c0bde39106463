import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { mailAddress } from './front-door/mail-pages.js';
import { openHouse, type House } from './house.js';
import { loadLife } from './sample/life/sample-life.js';
import { loadSample } from './sample/sample-congress.js';
import { startSummary } from './sample/sign-ins.js';
import { readConfig } from './standalone.config.js';

const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
const root = path.resolve(fileURLToPath(import.meta.url), '..', '..', '..', '..');

/** A reader that has gone away (`npm start | head`) is no reason to fall over. */
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);
const tell = (line: string): void => void process.stdout.write(`${line}\n`);

/** Asked at the entrance, as everybody does: the house may have been founded at an earlier start. */
async function isFounded(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/api/congress/house`);
  return !answer.ok || ((await answer.json()) as { founded: boolean }).founded;
}

const ending = new AbortController();
let house: House | undefined;
let exitCode = 0;
for (const [signal, code] of Object.entries(EXIT_CODES)) {
  process.on(signal, () => {
    exitCode = code;
    ending.abort();
  });
}

try {
  const startedAt = performance.now();
  const config = readConfig(process.env, root);
  tell(`Plenum starts; its data is in ${config.dataFolder}`);
  house = await openHouse({ config, root, tell, signal: ending.signal });
  const sample = config.isSampleWanted ? await loadSample({ house, config, root, tell, signal: ending.signal }) : undefined;
  const operatorToken = (await isFounded(house.url)) ? undefined : house.secrets.operatorToken;
  tell(
    startSummary({
      url: house.url,
      mailsAt: config.smtpUrl === undefined ? mailAddress(house.secrets.mailSecret) : undefined,
      sample,
      operatorToken,
      operatorTokenFile: house.secrets.operatorTokenFile,
      seconds: (performance.now() - startedAt) / 1000,
    }),
  );
  const options = { house, config, root, tell, signal: ending.signal };
  if (sample)
    void loadLife(options, sample).then(
      (isNew) => isNew && tell('The sample congress has a past and a present: results, proposals, votes.'),
      (error: Error) => ending.signal.aborted || tell(`The sample congress is not complete: ${error.message}`),
    );
  if (!ending.signal.aborted) await new Promise((resolve) => ending.signal.addEventListener('abort', resolve));
} catch (error) {
  if (!ending.signal.aborted) {
    exitCode = 1;
    process.stderr.write(`Plenum did not start: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}
if (ending.signal.aborted) tell('Plenum ends.');
await house?.close().catch((error: Error) => process.stderr.write(`Plenum did not end cleanly: ${error.message}\n`));
process.exit(exitCode);
