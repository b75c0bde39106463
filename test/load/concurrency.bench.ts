import { crowd } from './lib/crowd.js';
import { note, printFigures } from './lib/figures.js';

// A committee and a congress at work on the same proposals at once: how much they get done, and that nothing of it is lost.
const SIZE = { reviewers: 40, delegates: 200, proposals: 500, seconds: 120 };

note(`${SIZE.reviewers} reviewers and ${SIZE.delegates} delegates on ${SIZE.proposals} proposals for ${SIZE.seconds} s`);
const { made, refused, faults } = await crowd(SIZE);
const counted = (what: Readonly<Record<string, number>>, said: string) =>
  Object.entries(what).map(([name, count]) => ({ name: `${name}, ${said}`, median: count, min: count, max: count, unit: 'changes' }));
printFigures([
  ...counted(made, 'made'),
  ...counted(refused, 'refused'),
  ...counted({ 'lost updates, numbers with a gap or a double, faults': faults.length }, 'found'),
]);
for (const fault of faults) note(`FAULT: ${fault}`);
if (faults.length > 0) process.exitCode = 1;
