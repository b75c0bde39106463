export { aBallot, type BallotPlan, ONE_OF_THREE, type TestBallot } from './a-ballot.js';
export { someTrustees, unwrapVerdict, type TestTrustees } from './some-trustees.js';
export { BeleniosTool, inTemporaryFolder, onlyFile, type ToolRun } from './belenios-tool.js';
export { Box } from './box.js';
export { seededRandomness } from './seeded-randomness.js';
export { ToolElection, type ToolTrustee } from './tool-election.js';
export {
  elementOfOrder,
  type ForgedMarks,
  forgePaper,
  otherSpellings,
  resealed,
  signedSpelling,
  type SmallOrderFactor,
  unsignedText,
} from './forger.js';
