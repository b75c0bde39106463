import { ELECTION, PROPOSALS_HELD, PLAN, sheetsOf, SIGNERS, VOTERS } from './life-story.js';

describe('the sample congress tells the walkthrough', () => {
  it('eleven proposals with 52 person-times, nobody signing one twice', () => {
    expect(PROPOSALS_HELD).toHaveLength(11);
    expect(PROPOSALS_HELD.reduce((sum, { seconders }) => sum + 1 + seconders, 0)).toBe(52);
    expect(Math.max(...PROPOSALS_HELD.map(({ seconders }) => seconders))).toBeLessThan(SIGNERS.length);
  });

  it('a plan with 48 for, 5 against and 3 abstained, of 57', () => {
    expect([PLAN.votes, VOTERS]).toEqual([{ yes: 48, no: 5, abstain: 3 }, 57]);
  });

  it('sheets that give each of ten candidates their votes, and approve no more than nine', () => {
    const sheets = sheetsOf(ELECTION.approvals, VOTERS);
    for (const [id, votes] of Object.entries(ELECTION.approvals))
      expect([id, sheets.filter(({ marks }) => marks[id] === 'yes').length]).toEqual([id, votes]);
    expect(Math.max(...sheets.map(({ marks }) => Object.values(marks).filter((mark) => mark === 'yes').length))).toBeLessThanOrEqual(
      ELECTION.content.rules.seats,
    );
    expect(sheets.map(({ no }) => no)).toEqual(Array.from({ length: VOTERS }, (_, nth) => nth + 1));
  });
});
