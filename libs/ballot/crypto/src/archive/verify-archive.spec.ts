import fc from 'fast-check';
import { BigIntArithmetic } from '../group/bigint-arithmetic.js';
import { utf8 } from '../group/hashing.js';
import { aBallot, type Box, unwrapVerdict } from '../testing/index.js';
import { joined } from './append.js';
import { EVENT_TYPES } from './event.js';
import { readRecords, writeArchiveHeader, writeRecord } from './record.js';
import { type ArchiveOptions, verifyArchive } from './verify-archive.js';

const arithmetic = new BigIntArithmetic({ bits: 8 });
const ballot = aBallot(arithmetic);
const withThreshold = aBallot(arithmetic, { thresholdTrustees: { size: 3, threshold: 2 }, seed: 'circled' });
const papers = [ballot.seal(0, [[1, 0, 0]]), ballot.seal(1, [[0, 1, 0]]), ballot.seal(0, [[0, 1, 0]])] as const;
const verify = (box: Box | Uint8Array, options: Partial<ArchiveOptions> = {}) =>
  verifyArchive(box instanceof Uint8Array ? box : box.bytes, { arithmetic, ...options });
const decided = ballot
  .box()
  .cast(...papers)
  .finish(1);
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('verifyArchive accepts', () => {
  it('an archive in every state, and says what it holds', () => {
    const box = ballot.box();
    const seen = [
      () => box,
      () => box.cast(papers[0], papers[1]),
      () => box.cast(papers[2]),
      () => box.close(),
      () => box.tally(),
      () => box.share(1),
      () => box.decide(),
    ].map((step) => {
      const { state, papers: cast, counted, result, voters, head } = unwrapVerdict(verify(step()));
      expect({ voters, head }).toEqual({ voters: 3, head: box.head });
      return [state, cast, counted, result];
    });
    expect(seen).toEqual([
      ['setup', 0, 0, null],
      ['open', 2, 2, null],
      ['open', 3, 2, null],
      ['closed', 3, 2, null],
      ['tallied', 3, 2, null],
      ['tallied', 3, 2, null],
      ['decided', 3, 2, [[0, 2, 0]]],
    ]);
  });

  it('shares in any order, and more of them than are needed', () => {
    const paper = withThreshold.seal(0, [[0, 0, 1]]);
    for (const owners of [
      [3, 1],
      [2, 3, 1],
      [1, 2],
    ]) {
      expect(
        unwrapVerdict(
          verify(
            withThreshold
              .box()
              .cast(paper)
              .finish(...owners),
          ),
        ),
      ).toMatchObject({ result: [[0, 0, 1]], warnings: [] });
    }
  });

  it('credentials in any order, with a warning: it may be the order of names', () => {
    const roll = JSON.stringify((JSON.parse(ballot.rollText) as string[]).reverse());
    expect(
      unwrapVerdict(
        verify(
          ballot
            .box({ roll })
            .cast(...papers)
            .finish(1),
        ),
      ).warnings,
    ).toEqual(['roll-order']);
    expect(unwrapVerdict(verify(decided)).warnings).toEqual([]);
  });

  it('an election in any spelling, once it is frozen; but no key twice', () => {
    const spaced = JSON.stringify(JSON.parse(ballot.election.text), null, 2).replace('换', '\\u6362');
    expect(unwrapVerdict(verify(ballot.box({ election: spaced })))).toMatchObject({ state: 'setup', election: { name: '换届选举' } });
    const twice = ballot.election.text.replace('"name":', '"name":"another","name":');
    expect(verify(ballot.box({ election: twice }))).toMatchObject({ check: 'election-form', reason: 'a key stands twice' });
  });

  it('an archive that extends an earlier snapshot, or a head that was read aloud', () => {
    const earlier = ballot.box().cast(papers[0]);
    unwrapVerdict(verify(decided, { since: earlier.bytes }));
    unwrapVerdict(verify(decided, { since: earlier.head.hash }));
    unwrapVerdict(verify(decided, { since: decided.bytes }));
    expect(verify(earlier, { since: decided.bytes })).toMatchObject({ check: 'since-extension' });
  });

  it('and reports each paper as it goes', () => {
    const progress = jest.fn();
    verify(ballot.box().cast(...papers), { progress });
    expect(progress.mock.calls).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });
});

describe('verifyArchive refuses what belenios-tool lets pass (BALLOT_PROTOCOL 3)', () => {
  const payloads: Partial<Record<string, (box: Box) => Box>> = {
    Setup: (box) => box.event('Setup', '{}'),
    EndBallots: (box) => box.close(),
    EncryptedTally: (box) => box.tally(),
    PartialDecryption: (box) => box.share(1),
    Result: (box) => box.event('Result', '{"result":[[1,0,0]]}'),
  };
  const strays = [
    ...EVENT_TYPES.filter((type) => type !== 'Ballot').map((type) => [type, payloads[type]!] as const),
    ['Shuffle', (box: Box) => box.event('Shuffle', '{}')] as const,
    ['EndShuffles', (box: Box) => box.event('EndShuffles')] as const,
  ];

  // The worst of them: everything before the stray event is silently dropped from tally and result.
  it.each(strays)('a %s event between two papers', (type, add) => {
    const verdict = verify(add(ballot.box().cast(papers[0])).cast(papers[1]).finish(1));
    const expected: Partial<Record<string, string>> = {
      Setup: 'event-repeated',
      EndBallots: 'event-order',
      Shuffle: 'event-form',
      EndShuffles: 'event-form',
    };
    expect(verdict).toMatchObject({ ok: false, check: expected[type] ?? 'event-missing' });
  });

  it('missing and repeated events', () => {
    expect(verify(ballot.box().cast(papers[0]).tally())).toMatchObject({
      check: 'event-missing',
      reason: 'EncryptedTally before Ballot or EndBallots',
    });
    expect(verify(ballot.box().close().event('Result', '{}'))).toMatchObject({ check: 'event-missing' });
    expect(verify(ballot.box().close().close())).toMatchObject({ check: 'event-repeated' });
    expect(verify(ballot.box().close().tally().share(1).tally())).toMatchObject({ check: 'event-repeated' });
    expect(verify(ballot.box().close().tally().cast(papers[0]))).toMatchObject({ check: 'event-order' });
    expect(verify(ballot.box().finish(1).share(1))).toMatchObject({ check: 'event-order' });
    expect(verify(ballot.box().close().tally().decide('{"result":[[0,0,0]]}'))).toMatchObject({ check: 'event-missing' });
    expect(verify(writeArchiveHeader(1))).toMatchObject({ check: 'event-missing', reason: 'no Setup event' });
  });

  it('dropped and reordered events', () => {
    const records = readRecords(
      ballot
        .box()
        .cast(...papers)
        .close().bytes,
    );
    const archive = (order: readonly number[]): Uint8Array =>
      joined([
        writeArchiveHeader(records.timestampS),
        ...order.map((n) => writeRecord(records.records[n]!.kind, text(records.records[n]!.content), records.timestampS)),
      ]);
    const all = records.records.map((_, n) => n);
    unwrapVerdict(verify(archive(all)));
    expect(verify(archive(all.filter((n) => n !== 5 && n !== 6)))).toMatchObject({ check: 'event-parent' });
    expect(verify(archive([...all.slice(0, 5), 7, 8, 5, 6, ...all.slice(9)]))).toMatchObject({ check: 'event-parent' });
    expect(verify(archive(all.filter((n) => n !== 5)))).toMatchObject({ check: 'event-payload' });
    expect(verify(archive(all.filter((n) => n !== 6)))).toMatchObject({ check: 'event-parent' });
    expect(verify(archive([...all, 5]))).toMatchObject({ check: 'record-unused' });
    expect(verify(archive([5, ...all]))).toMatchObject({ check: 'record-unused' });
  });

  it('a replay that undoes a revote, also when it comes at the very end', () => {
    expect(verify(ballot.box().cast(papers[0], papers[2], papers[0]).finish(1))).toMatchObject({ check: 'paper-repeated', at: 'event 3' });
  });

  it.each([
    '{"result":[[0,"2",0]]}',
    '{"result":[[0,2,0]],"extra":1}',
    '{"result":[[0,2.0,0]]}',
    '{"result": [[0,2,0]]}',
    '{"result":[[0,2]]}',
    '{"result":[[0,2,0],[]]}',
    '{"result":[[0,2,-0]]}',
    '[[0,2,0]]',
  ])('the result spelled %s', (spelled) => {
    expect(
      verify(
        ballot
          .box()
          .cast(...papers)
          .close()
          .tally()
          .share(1)
          .decide(spelled),
      ),
    ).toMatchObject({ check: 'result-form' });
  });

  it('other spellings of tally, share, trustees and roll', () => {
    const tallied = (): Box =>
      ballot
        .box()
        .cast(...papers)
        .close()
        .tally();
    const share = tallied().shareText(1);
    expect(verify(tallied().share(1, share.replace('"decryption_factors":[["', '"decryption_factors":[["0')))).toMatchObject({
      check: 'share-form',
    });
    expect(verify(tallied().event('PartialDecryption', '{"owner":"1","payload":""}'))).toMatchObject({ check: 'share-form' });
    expect(verify(ballot.box({ roll: ballot.rollText.replace(',', ', ') }))).toMatchObject({ check: 'roll-form' });
    expect(verify(ballot.box({ roll: ballot.rollText.replace('",', ',1.0",') }))).toMatchObject({ check: 'roll-form' });
    expect(verify(ballot.box({ trustees: `${ballot.trusteesText} ` }))).toMatchObject({ check: 'trustees-form' });
    expect(verify(ballot.box({ trustees: ballot.trusteesText.replace('Single', 'Double') }))).toMatchObject({ check: 'trustees-form' });
    expect(verify(ballot.box({ trustees: '[]' }))).toMatchObject({ check: 'trustees-form' });
  });
});

describe('the bytes of an archive', () => {
  it('are written again as they were read', () => {
    const { timestampS, records } = readRecords(decided.bytes);
    expect(
      joined([writeArchiveHeader(timestampS), ...records.map(({ kind, content }) => writeRecord(kind, text(content), timestampS))]),
    ).toEqual(decided.bytes);
  });

  it('are all accounted for: one flipped bit anywhere is refused', () => {
    const { bytes } = decided;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), fc.integer({ min: 0, max: 7 }), (at, bit) => {
        const flipped = bytes.slice();
        flipped[at]! ^= 1 << bit;
        expect(verify(flipped).ok).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('may be cut off or anything at all: the answer is a refusal, never a throw', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: decided.bytes.length - 1 }), (length) => {
        expect(verify(decided.bytes.slice(0, length))).toMatchObject({ ok: expect.any(Boolean) });
      }),
      { numRuns: 60 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => expect(verify(bytes).ok).toBe(false)),
      { numRuns: 200 },
    );
    expect(verify(utf8(''))).toMatchObject({ check: 'archive-header' });
  });

  it.each([
    ['another mode', 100, '0000600'],
    ['an owner', 108, '0000001'],
    ['another time', 136, '00000000001'],
    ['a link', 156, '1'],
    ['a link name', 157, 'x'],
    ['the newer tar format', 257, 'ustar'],
    ['size in other digits', 124, '         '],
    ['a directory in the name', 0, '../'],
  ])('refuse %s in a header block', (_, offset, bytes) => {
    const changed = decided.bytes.slice();
    changed.set(utf8(bytes), 1024 + offset);
    expect(verify(changed)).toMatchObject({ check: expect.stringMatching(/^archive-(record|size)$/) });
  });
});
