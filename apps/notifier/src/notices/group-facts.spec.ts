import { NOTICES, type NoticeCode } from '@plenum/contracts';
import { allStaff, delegatesOf, everybodyIn, headsIn, holdersOf, onlyMembers } from './audience.js';
import { isForGroups } from './group-facts.js';

describe('what is said in a group', () => {
  it.each([
    ['congress.session-opened', [everybodyIn('s')], true],
    ['proposals.call-opened', [everybodyIn('s')], true],
    ['ballot.ballot-opened', [delegatesOf('s')], true],
    ['ballot.ballot-opened', [allStaff], true],
    ['ballot.ballot-opened', [headsIn('s')], false],
    ['ballot.ballot-opened', [onlyMembers('m')], false],
    ['ballot.ballot-announced', [], false],
    ['ballot.signatures-due', [everybodyIn('s')], false],
    ['congress.office-assigned', [everybodyIn('s')], false],
    ['ballot.objection-raised', [holdersOf('PRESIDIUM')], false],
  ] as const)('%s told to %j: %s', (code, told, isSaid) => {
    expect(isForGroups(code, told)).toBe(isSaid);
  });

  it('is never of a proposal, whoever is told of it', () => {
    const ofProposals = (Object.keys(NOTICES) as NoticeCode[]).filter((code) => (NOTICES[code] as readonly string[]).includes('subject'));
    expect(ofProposals.length).toBeGreaterThan(50);
    expect(ofProposals.filter((code) => isForGroups(code, [allStaff]))).toEqual([]);
  });
});
