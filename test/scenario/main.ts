import { allHeard } from '../lib/hearing.js';
import { House } from '../lib/house.js';
import { holdSession } from './ballots.js';
import { countNotices } from './notices.js';
import { followProposals } from './proposals.js';
import { Record } from './record.js';
import { prepareStaff } from './staff.js';

/**
 * One whole congress through public endpoints only, in a house of its own that is thrown away afterwards.
 * Prints each step, then the facts it must end in; exit status 1 when one of them does not hold.
 */
async function runScenario(): Promise<void> {
  const record = new Record((line) => process.stdout.write(`${line}\n`));
  const house = await House.open();
  try {
    record.step('the house is open, every service ready');
    const staff = await prepareStaff(house, record);
    await allHeard(house);
    const papers = await followProposals(staff, record);
    const ballots = await holdSession(staff, record);
    await countNotices(house, staff, { ballots, ...papers }, record);
  } finally {
    await house.close();
  }
  const { passed, failed } = record.conclude();
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  if (failed > 0) process.exitCode = 1;
}

await runScenario().catch((error: unknown) => {
  process.stdout.write(
    `\nThe congress could not be held to its end: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n\n0 passed, 1 failed\n`,
  );
  process.exitCode = 1;
});
