import { ANSWERS_MAX, QUESTIONS_MAX, TEXT_MAX } from '../form/limits.js';
import { StrictReader } from '../form/strict-reader.js';
import { demand, type Verdict, verdict } from '../form/verdict.js';
import { GROUP_NAME, P } from '../group/belenios-2048.js';
import { shortHash } from '../group/hashing.js';
import { type Randomness, randomBase58, systemRandomness } from '../group/randomness.js';

/** A question whose answers are added up: each marked or not, from `min` to `max` marks in all. */
export interface Question {
  readonly question: string;
  readonly answers: readonly string[];
  readonly min: number;
  readonly max: number;
  /** Whether a paper may be blank here: no mark at all, whatever `min` says, and counted as blank. */
  readonly blank: boolean;
}

/** What an election asks, before its key is known. */
export interface ElectionDraft {
  readonly uuid: string;
  readonly name: string;
  readonly description: string;
  readonly questions: readonly Question[];
  readonly administrator?: string;
  readonly credentialAuthority?: string;
}

/** An election with its key, as read from its frozen text. */
export interface Election extends ElectionDraft {
  readonly publicKey: bigint;
  /** The exact text: any spelling is allowed, but it is frozen. */
  readonly text: string;
  /** b64 of the text: stands in every paper and every proof. */
  readonly fingerprint: string;
}

const UUID = /^[1-9A-HJ-NP-Za-km-z]{14,64}$/;

/** An election id: 14 random base58 digits. It salts the voting codes. */
export const makeElectionId = (random: Randomness = systemRandomness): string => randomBase58(14, random);

/** An election in canonical form (BALLOT_PROTOCOL 2.2). Freeze the text: its bytes are hashed everywhere. */
export function writeElection(draft: ElectionDraft, publicKey: bigint): string {
  return JSON.stringify({
    version: 1,
    description: draft.description,
    name: draft.name,
    group: GROUP_NAME,
    public_key: publicKey.toString(),
    questions: draft.questions.map(({ answers, blank, min, max, question }) => ({ answers, ...(blank && { blank }), min, max, question })),
    uuid: draft.uuid,
    ...(draft.administrator !== undefined && { administrator: draft.administrator }),
    ...(draft.credentialAuthority !== undefined && { credential_authority: draft.credentialAuthority }),
  });
}

/** Reads an election's frozen text, as the voter's device does. */
export function verifyElection(text: string): Verdict<{ readonly election: Election }> {
  return verdict(() => ({ election: readElection(text) }));
}

/**
 * Reads an election. Another group, and questions that are not added up, are fine for Belenios but outside our profile:
 * refused as unsupported. The key is only bounded here; {@link readTrustees} proves it. Throws `RefusalError`.
 */
export function readElection(text: string): Election {
  const place = StrictReader.free(text, 'election-form');
  const fields = place.unordered(
    'version',
    'description',
    'name',
    'group',
    'public_key',
    'questions',
    'uuid',
    'administrator?',
    'credential_authority?',
  );
  fields.version.exactly(1);
  demand(fields.group.text(TEXT_MAX) === GROUP_NAME, 'election-group', 'group', `unsupported: only ${GROUP_NAME}`);
  const publicKey = fields.public_key.decimal();
  demand(publicKey > 1n && publicKey < P, 'election-key', 'public_key', 'not a key');
  const questions = fields.questions.list({ max: QUESTIONS_MAX }).map(readQuestion);
  demand(questions.length > 0, 'election-question', 'questions', 'no question');
  return {
    text,
    fingerprint: shortHash(text),
    uuid: fields.uuid.matching(UUID, 'an election id'),
    name: fields.name.text(TEXT_MAX),
    description: fields.description.text(TEXT_MAX),
    publicKey,
    questions,
    ...(fields.administrator && { administrator: fields.administrator.text(TEXT_MAX) }),
    ...(fields.credential_authority && { credentialAuthority: fields.credential_authority.text(TEXT_MAX) }),
  };
}

function readQuestion(place: StrictReader): Question {
  const isAddedUp = typeof place.value === 'object' && place.value !== null && !Object.prototype.hasOwnProperty.call(place.value, 'type');
  demand(isAddedUp, 'election-question', place.at, 'unsupported: not a question whose answers are added up');
  const fields = place.unordered('answers', 'blank?', 'min', 'max', 'question');
  const answers = fields.answers.list({ max: ANSWERS_MAX }).map((answer) => answer.text(TEXT_MAX));
  const [min, max] = [fields.min.count(ANSWERS_MAX), fields.max.count(ANSWERS_MAX)];
  demand(answers.length > 0, 'election-question', place.at, 'no answer');
  demand(min <= max, 'election-question', place.at, 'min above max');
  const blank = fields.blank?.value ?? false;
  if (typeof blank !== 'boolean') return place.refuse('blank is not true or false');
  return { question: fields.question.text(TEXT_MAX), answers, min, max, blank };
}

/** How many sums a question yields: its answers and, where allowed, the blank papers in front. */
export const cellsOf = ({ answers, blank }: Question): number => answers.length + (blank ? 1 : 0);
