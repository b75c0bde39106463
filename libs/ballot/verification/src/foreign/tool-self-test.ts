import { gunzipSync } from 'node:zlib';
import { judgeByTool, type ToolBounds, type ToolJudgement } from './belenios-tool.js';
import { SELF_TEST_ARCHIVES, SELF_TEST_ELECTION } from './self-test-archives.js';

/** Each forgery is shown so often: a program that does not wait for its own checks refuses some of the time, by chance. */
const ROUNDS = 3;

/** What is wrong with a program that is not to be believed: it refuses what is right, or accepts a forgery, by its name. */
export type Unfitness = { readonly refuses: 'good'; readonly how: ToolJudgement } | { readonly accepts: string };

/** Shows one archive to a program. */
export type Judge = (archive: Uint8Array) => Promise<ToolJudgement>;

/** An archive of the self-test, as it is. */
export const selfTestArchive = (name: string): Uint8Array =>
  new Uint8Array(gunzipSync(Buffer.from(SELF_TEST_ARCHIVES[name] ?? '', 'base64')));

/** The names of the forgeries. */
export const FORGERIES = Object.keys(SELF_TEST_ARCHIVES).filter((name) => name !== 'good');

/**
 * Whether a program that checks archives does check them: it has to accept a good one and to refuse every forgery, several times over.
 * Null when it is fit.
 */
export async function unfitnessOf(judge: Judge): Promise<Unfitness | null> {
  const how = await judge(selfTestArchive('good'));
  if (how !== 'accepted') return { refuses: 'good', how };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of FORGERIES) if ((await judge(selfTestArchive(name))) === 'accepted') return { accepts: name };
  }
  return null;
}

/** The same for belenios-tool, or whatever stands under that name. */
export const unfitnessOfTool = (program: string, bounds: ToolBounds): Promise<Unfitness | null> =>
  unfitnessOf((archive) => judgeByTool(program, SELF_TEST_ELECTION, [archive], bounds));
