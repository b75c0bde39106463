import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  type ArchiveVerdict,
  proofBasesOf,
  type ProofBases,
  type Election,
  makeShare,
  sealPaper,
  sealThreeWay,
  verifyElection,
} from '@plenum/ballot-crypto';
import {
  type Ballot,
  type Figures,
  open,
  pairsOf,
  practiceOf,
  practicePaper,
  type QuestionPair,
  questionsOf,
  type Authority,
  type QuestionSums,
  votesOf,
} from '@plenum/ballot-domain';
import { Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import type { Actor } from '@plenum/service-kit';
import { CountVotes } from '../counting/count-votes.command.js';
import { AddShare } from '../sealed/decryption/add-share.command.js';
import { CastPaper } from '../sealed/casting/cast-paper.command.js';
import { OfferKey } from '../sealed/ceremony/offer-key.command.js';
import { OpenedSums } from '../sealed/decryption/opened-sums.js';
import { Sealing } from '../sealed/board/sealing.js';
import { Verification } from '../sealed/verification/verification.js';
import { BallotChanges } from '../access/ballot-changes.js';
import { BallotRepository } from '../storage/ballot.repository.js';
import { BoardRepository } from '../storage/sealed/board.repository.js';
import { CredentialsRepository } from '../storage/sealed/credentials.repository.js';
import type { PracticeVotes } from '../storage/rehearsals.repository.js';
import { RollRepository } from '../storage/roll.repository.js';
import { SidecarRepository } from '../storage/sealed/sidecar.repository.js';
import { CloseVoting } from '../voting/close-voting.command.js';
import { PracticePeople } from './practice-people.js';

/** What a practice vote stands on: the same commands and the same board as a real one. */
@Injectable()
export class PracticeVote {
  constructor(
    readonly commands: CommandBus,
    readonly ballots: BallotRepository,
    readonly changes: BallotChanges,
    readonly boards: BoardRepository,
    readonly sidecars: SidecarRepository,
    readonly sums: OpenedSums,
    readonly verification: Verification,
    readonly database: Database,
    private readonly rolls: RollRepository,
    private readonly credentials: CredentialsRepository,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /** Makes people who do not exist, gives each a key or a paper, and opens the practice ballot. */
  async open(real: Ballot, practiceId: string, voters: number): Promise<OpenPractice> {
    const people = PracticePeople.forBallot(real, practiceId, voters, this.verification.arithmetic);
    const {
      cast: {
        organisationId,
        voters: memberIds,
        tellers: [teller = ''],
      },
    } = people;
    const director: Actor = { memberId: teller, organisationId };
    const practice = practiceOf(real, people.cast, this.clock.now());
    await this.changes.add({ actor: director, action: 'rehearse', retry: { key: undefined, content: practiceId } }, async () => ({
      ballot: practice,
      events: [],
    }));
    for (const { memberId, publicKey } of people.scrutineers)
      await this.commands.execute(new OfferKey({ memberId, organisationId }, practiceId, publicKey));
    await this.database.transaction(async (tx) => {
      await this.rolls.freeze(tx, practiceId, memberIds);
      for await (const { memberIds: some, credentials } of people.registrations())
        await this.credentials.registerAll(tx, practiceId, some, credentials);
    });
    // Nobody organises a session that does not exist, so the opening is the one step that no command can take.
    await this.changes.update({ ballotId: practiceId, actor: director, action: 'rehearse' }, async (ballot, by, { tx, at }) => {
      const opener: Authority = { ...by, organises: true };
      const registration = await this.sealing.registration(tx, ballot, memberIds);
      const change = open(
        ballot,
        opener,
        { present: await this.rolls.markPresent(tx, practiceId, memberIds), issued: null, sessionIsOpen: true, registration },
        at,
      );
      await this.sealing.open(tx, change.ballot, at);
      return change;
    });
    const board = await this.boards.election(this.database, practiceId, organisationId);
    const read = verifyElection(board?.election ?? '');
    if (!read.ok) throw new Error(`the election of the rehearsal does not read: ${read.reason}`);
    return new OpenPractice(this, people, {
      election: read.election,
      bases: proofBasesOf(this.verification.arithmetic, read.election.publicKey),
      questions: questionsOf(practice),
      pairs: pairsOf(practice),
    });
  }

  /** Milliseconds, for what something takes. */
  now(): number {
    return this.clock.now().getTime();
  }
}

/** What a device needs to seal a paper. */
interface Paper {
  readonly election: Election;
  readonly bases: ProofBases;
  readonly questions: ReturnType<typeof questionsOf>;
  readonly pairs: readonly QuestionPair[];
}

/** The figures of a choice, answer by answer. */
function answersOf({ id: _, ...figures }: Figures): Record<string, number> {
  if (!('counts' in figures)) return figures;
  const { counts, ...others } = figures;
  return { ...counts, ...others };
}

/** What became of a practice ballot. */
export interface PracticeCount {
  readonly archiveAccepted: boolean;
  readonly sumsRight: boolean;
  readonly votes: readonly PracticeVotes[];
}

/** A practice ballot that is open, with the devices of everybody in it. */
export class OpenPractice {
  private readonly expected: number[][];
  private papers = 0;

  constructor(
    private readonly means: PracticeVote,
    private readonly people: PracticePeople,
    private readonly paper: Paper,
  ) {
    this.expected = paper.questions.map(({ answers }) => answers.map(() => 0));
  }

  /** The n-th voter's device seals a paper, and the service takes it. @returns the milliseconds from its arrival to its acknowledgement */
  async cast(n: number): Promise<number> {
    const { id, organisationId } = this.people.cast;
    const secret = this.people.secretOf(n);
    const { election, bases, questions, pairs } = this.paper;
    const marks = practicePaper(questions, pairs, n);
    const sealed =
      pairs.length > 0
        ? sealThreeWay(election, bases, secret, marks, pairs)
        : { ...sealPaper(election, bases, secret, marks), marks: undefined };
    const before = this.means.now();
    await this.means.commands.execute(new CastPaper(organisationId, id, sealed.text, sealed.marks));
    this.papers += 1;
    for (const [nth, answers] of marks.entries()) answers.forEach((mark, answer) => this.expect(nth, answer, mark));
    return this.means.now() - before;
  }

  /** Closes, opens the sums with every scrutineer's share, counts, and looks whether all of it is as it should be. */
  async count(): Promise<PracticeCount> {
    const {
      cast: {
        id,
        organisationId,
        tellers: [teller = ''],
      },
      scrutineers,
    } = this.people;
    const director: Actor = { memberId: teller, organisationId };
    const { commands, ballots, database, sums, verification } = this.means;
    const { version } = await ballots.find(database, id, organisationId);
    await commands.execute(new CloseVoting(director, id, { voters: null, returned: null }, version));
    const { fingerprint, sum } = await verification.sum(await this.archive());
    for (const { memberId, privateKey } of scrutineers) {
      await commands.execute(
        new AddShare({ memberId, organisationId }, id, makeShare(verification.arithmetic, fingerprint, sum.tally, privateKey)),
      );
    }
    // A large box takes longer to open than anybody waits for an answer: so does this.
    while (!(await sums.settle(await ballots.find(database, id, organisationId))));
    await commands.execute(new CountVotes(director, id));
    const practice = await ballots.find(database, id, organisationId);
    const opened = await database.transaction((tx) => sums.sumsOf(tx, practice));
    const last = await this.verified();
    return {
      archiveAccepted: last.ok,
      sumsRight: JSON.stringify(opened.sums) === JSON.stringify(this.expected),
      votes: opened.sums ? this.compared(practice, opened.sums) : [],
    };
  }

  private compared(practice: Ballot, opened: QuestionSums): readonly PracticeVotes[] {
    const [marked, found] = [this.expected, opened].map((sums) => votesOf(practice, sums, this.papers).map(answersOf));
    return practice.choices.map(({ label }, nth) => ({ label, marked: marked?.[nth] ?? {}, opened: found?.[nth] ?? {} }));
  }

  private expect(question: number, answer: number, mark: number): void {
    const sums = this.expected[question];
    if (sums) sums[answer] = (sums[answer] ?? 0) + mark;
  }

  /** What our own strict verifier says of the archive as it is, and of the proofs beside it. */
  private async verified(): Promise<ArchiveVerdict> {
    const { sidecars, database, verification } = this.means;
    return verification.archive(await this.archive(), await sidecars.log(database, this.people.cast.id, this.papers));
  }

  private async archive(): Promise<Buffer> {
    const { boards, database } = this.means;
    const { id } = this.people.cast;
    return boards.archive(database, id, (await boards.end(database, id))?.height ?? 0);
  }
}
