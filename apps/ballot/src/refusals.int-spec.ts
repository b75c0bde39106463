import { hexHash } from '@plenum/ballot-crypto';
import { type BallotHouse, ballotHouse, Meeting, type Person } from './testing/ballot-house.js';
import { BallotSteps, ELECTION_RULES, RESOLUTION_RULES } from './testing/ballot-steps.js';
import { MixedVote } from './testing/mixed-steps.js';
import { said, SEALED_RESOLUTION_RULES, SealedVote } from './testing/sealed-steps.js';

jest.setTimeout(120_000); // Sealing and checking papers in one thread, beside whatever else the machine does.

const YES = [[1, 0, 0]];
const NO = [[0, 1, 0]];

/** The house with ballots in every state that somebody could try to misuse. */
interface Scene {
  readonly house: BallotHouse;
  readonly meeting: Meeting;
  /** Where every delegate has a paper and the first has voted. */
  readonly open: SealedVote;
  /** Where every delegate has a paper and nothing is open. */
  readonly named: SealedVote;
  /** Where the first of two delegates has voted, and the box is closed. */
  readonly closed: SealedVote;
  /** Where the result stands. */
  readonly opened: SealedVote;
}

/** One wrong doing. `try` does it by HTTP; `untouched` is the ballot that must be as it was before. */
interface Row {
  readonly what: string;
  readonly code: string;
  readonly check?: string;
  readonly try: (scene: Scene) => Promise<{ readonly status: number; readonly body: unknown }>;
  readonly untouched?: (scene: Scene) => SealedVote;
}

const first = ({ meeting }: Scene): Person => meeting.delegates[0] as Person;
const second = ({ meeting }: Scene): Person => meeting.delegates[1] as Person;
const chief = ({ scrutineers }: SealedVote): Person => scrutineers[0] as Person;
const draft = (scene: Scene, kind: 'resolution' | 'election', rules?: object) => BallotSteps.draft(scene.house, scene.meeting, kind, rules);

/**
 * Every refusal that a voter, an organiser or an officer must meet, with its own code. Also asked elsewhere, in passing; here they are
 * found together.
 */
const ROWS: readonly Row[] = [
  {
    what: 'votes a second time where one vote is all',
    code: '409 ballot.already-voted',
    try: async (scene) => scene.open.cast(first(scene), await scene.open.seal(first(scene), NO)),
    untouched: ({ open }) => open,
  },
  {
    what: 'votes with a credential that was never issued',
    code: '403 ballot.credential-off-roll',
    try: async ({ open, meeting }) => open.cast(meeting.organiser, await open.seal(meeting.organiser, YES)),
    untouched: ({ open }) => open,
  },
  {
    what: "votes with another's credential, without the secret of it",
    code: '403 ballot.credential-not-held',
    try: async (scene) => {
      const { credential } = JSON.parse(await scene.open.seal(second(scene), YES)) as { credential: string };
      return scene.open.cast(first(scene), await scene.open.sealUnder(first(scene), credential, NO));
    },
    untouched: ({ open }) => open,
  },
  {
    what: "receives a paper under another's credential",
    code: '409 ballot.credential-taken',
    try: async ({ house, meeting }) => {
      const vote = await SealedVote.named(house, meeting, 'resolution');
      const [one, two] = meeting.delegates as [Person, Person];
      return vote.post(two, 'credentials', { publicCredential: await vote.register(one) });
    },
  },
  {
    what: 'takes a sheet of paper besides the electronic paper',
    code: '409 ballot.has-credential',
    try: async ({ house, meeting }) => {
      const { vote, desk } = await MixedVote.ready(house, meeting);
      const [voter] = meeting.delegates as [Person];
      await vote.register(voter);
      return vote.post(desk, 'issued-papers', { memberId: voter.id });
    },
  },
  {
    what: 'draws a voting code besides a sheet of paper',
    code: '409 ballot.has-paper',
    try: async ({ house, meeting }) => {
      const mixed = await MixedVote.ready(house, meeting);
      const [voter] = meeting.delegates as [Person];
      await mixed.prepareSlips(1);
      await mixed.at('issued-papers', voter);
      return mixed.vote.post(mixed.codesDesk, 'slips/drawn', { memberId: voter.id });
    },
  },
  {
    what: 'registers a device besides a voting code',
    code: '409 ballot.has-slip',
    try: async ({ house, meeting }) => {
      const mixed = await MixedVote.ready(house, meeting);
      const [voter] = meeting.delegates as [Person];
      await mixed.prepareSlips(1);
      await mixed.at('slips/drawn', voter);
      return mixed.vote.post(voter, 'credentials', { publicCredential: '5' });
    },
  },
  {
    what: 'votes before the opening',
    code: '409 ballot.not-open',
    try: async (scene) => scene.named.cast(first(scene), await scene.open.seal(first(scene), YES)),
    untouched: ({ named }) => named,
  },
  {
    what: 'votes after the closing',
    code: '409 ballot.voting-closed',
    try: async (scene) => scene.closed.cast(second(scene), await scene.closed.seal(second(scene), YES)),
    untouched: ({ closed }) => closed,
  },
  {
    what: 'votes without having signed in to the system',
    code: '401 unauthenticated',
    try: async (scene) => scene.open.cast(null, await scene.open.seal(second(scene), YES)),
    untouched: ({ open }) => open,
  },
  {
    what: 'asks for a paper without having signed in to the sitting',
    code: '409 ballot.not-present',
    try: async ({ house }) => {
      const meeting = await Meeting.of(house, { delegates: 3, present: 2 });
      const vote = await SealedVote.named(house, meeting, 'resolution');
      return vote.post(meeting.delegates[2] as Person, 'credentials', { publicCredential: '5' });
    },
  },
  {
    what: 'votes in another organisation',
    code: '404 ballot.not-found',
    try: async (scene) =>
      scene.open.cast((await Meeting.of(scene.house)).delegates[0] as Person, await scene.open.seal(second(scene), YES)),
    untouched: ({ open }) => open,
  },
  {
    what: 'votes with a paper of another ballot',
    code: '422 ballot.paper-refused',
    check: 'paper-election',
    try: async (scene) => {
      const other = JSON.parse(await scene.closed.seal(second(scene), YES)) as { credential: string };
      const own = JSON.parse(await scene.open.seal(second(scene), YES)) as { credential: string };
      return scene.open.cast(second(scene), JSON.stringify({ ...other, credential: own.credential }));
    },
    untouched: ({ open }) => open,
  },
  {
    what: 'opens without a quorum',
    code: '409 ballot.no-quorum',
    try: async ({ house }) =>
      (await BallotSteps.draft(house, await Meeting.of(house, { delegates: 6, present: 3 }), 'resolution'))
        .named()
        .then((plan) => plan.post(plan.meeting.organiser, 'opening', {})),
  },
  {
    what: 'names a scrutineer who is a candidate',
    code: '409 ballot.officer-is-candidate',
    try: async (scene) => {
      const { house, meeting } = scene;
      const candidates = [
        { id: 'c1', label: 'One', memberId: meeting.scrutineers[0].id },
        { id: 'c2', label: 'Two' },
      ];
      const election = await BallotSteps.draftOf(house, meeting, { kind: 'election', channel: 'paper', rules: ELECTION_RULES, candidates });
      await election.accepted(meeting.organiser, 'adoption');
      await election.accepted(meeting.organiser, 'roll');
      return election.post(meeting.organiser, 'officers', meeting.officers);
    },
  },
  {
    what: 'opens with too few candidates',
    code: '409 ballot.too-few-candidates',
    try: async (scene) => {
      const election = await draft(scene, 'election', { ...ELECTION_RULES, seats: 2 });
      return (await election.named()).post(scene.meeting.organiser, 'opening', {});
    },
  },
  {
    what: 'tells hands that do not add up',
    code: '422 ballot.hands-unequal',
    try: async (scene) => {
      const plan = await (await draft(scene, 'resolution')).opened();
      await plan.accepted(scene.meeting.organiser, 'closing', { voters: 4 });
      return plan.post(scene.meeting.tellers[0], 'hands-count', { items: [{ id: 'plan', yes: 4, no: 1, abstain: 0 }] });
    },
  },
  {
    what: 'declares a vote whose figures do not add up, so that it was never counted',
    code: '409 ballot.wrong-state',
    try: async (scene) => {
      const plan = await (await draft(scene, 'resolution', RESOLUTION_RULES)).opened();
      await plan.accepted(scene.meeting.organiser, 'closing', { voters: 4 });
      await plan.post(scene.meeting.tellers[0], 'hands-count', { items: [{ id: 'plan', yes: 4, no: 1, abstain: 0 }] });
      return plan.post(scene.meeting.organiser, 'declaration');
    },
  },
  {
    what: 'declares with one signature',
    code: '409 ballot.signatures-missing',
    try: async (scene) => {
      const plan = await (await draft(scene, 'resolution')).tallied();
      await plan.accepted(scene.meeting.scrutineers[0], 'signatures', {});
      return plan.post(scene.meeting.organiser, 'declaration');
    },
  },
  {
    what: 'adds a share made with a wrong key',
    code: '422 ballot.share-refused',
    check: 'share-proof',
    try: async ({ closed }) => closed.post(chief(closed), 'shares', { share: await closed.shareOf(chief(closed), closed.scrutineers[1]) }),
    untouched: ({ closed }) => closed,
  },
  {
    what: 'adds a share to a result that stands',
    code: '409 ballot.result-stands',
    try: async ({ opened }) => opened.post(chief(opened), 'shares', { share: await opened.shareOf(chief(opened)) }),
    untouched: ({ opened }) => opened,
  },
];

describe('nobody', () => {
  const theHouse = ballotHouse();
  let scene: Scene;

  beforeAll(async () => {
    const house = theHouse();
    const meeting = await Meeting.of(house, { delegates: 6 });
    const [one] = meeting.delegates as [Person];
    const begun = async () => (await SealedVote.named(house, meeting, 'resolution', SEALED_RESOLUTION_RULES)).opened();
    const [open, closed, opened] = [await begun(), await begun(), await begun()];
    for (const vote of [open, closed, opened]) await vote.vote(one, YES);
    for (const vote of [closed, opened]) await vote.accepted(meeting.organiser, 'closing', {});
    for (const scrutineer of opened.scrutineers) await opened.share(scrutineer);
    const named = await SealedVote.named(house, meeting, 'resolution');
    scene = { house, meeting, open, closed, opened, named };
  }, 120_000);

  /** Everything that the ballot is, by what its tables say. */
  const kept = async ({ id }: SealedVote): Promise<string> => {
    const rows = await scene.house.database.query<{ said: string }>(
      `
        SELECT b::text || COALESCE((SELECT string_agg(e.hash, ',' ORDER BY e.height) FROM board_events e WHERE e.ballot_id = b.id),
          '') AS said
        FROM ballots b
        WHERE id = $1
      `,
      [id],
    );
    return hexHash(JSON.stringify(rows));
  };

  it.each(ROWS.map((row) => [row.what, row.code, row] as const))('%s: %s', async (_what, code, { check, untouched, try: attempt }) => {
    const before = untouched && (await kept(untouched(scene)));
    const answer = await attempt(scene);
    expect([said(answer), (answer.body as { details?: { check?: string } }).details?.check]).toEqual([code, check]);
    if (untouched) expect(await kept(untouched(scene))).toBe(before);
  });

  it('is told by one code what another refusal means', () => {
    const meanings = ROWS.map(({ code, check }) => `${code} ${check ?? ''}`);
    expect(meanings.filter((meaning, nth) => meanings.indexOf(meaning) !== nth)).toEqual([]);
  });
});
