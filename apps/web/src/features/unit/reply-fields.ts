import dayjs, { type Dayjs } from 'dayjs';
import type { DraftView } from '../../shared/reply-desk/reply-desk-queries.js';
import type { ReplyContent } from './handling.js';
import type { WrittenReply } from './reply-saving.js';

interface PromiseDraft {
  readonly promise?: string;
  readonly dueOn?: Dayjs | null;
}

/** A reply as it is typed. */
export interface ReplyFields extends Omit<ReplyContent, 'promises'> {
  readonly promises?: readonly (PromiseDraft | undefined)[];
}

/** The reply as it is sent. */
export const contentOf = ({ promises = [], basis, ...said }: ReplyFields): ReplyContent => ({
  ...said,
  basis: basis?.trim() || null,
  promises: promises.map((one) => ({
    promise: one?.promise ?? '',
    due: { kind: 'date', date: one?.dueOn?.format('YYYY-MM-DD') ?? '' },
  })),
});

/** What the form says, as a draft of it is kept. */
export const writtenIn = ({ text, resultCategory, channel, basis, promises = [] }: Partial<ReplyFields>): WrittenReply => ({
  text: text ?? '',
  resultCategory: resultCategory ?? null,
  channel: channel ?? null,
  basis: basis ?? null,
  promises: promises.map((one) => ({ promise: one?.promise ?? '', dueOn: one?.dueOn ? one.dueOn.format('YYYY-MM-DD') : null })),
});

/** What a draft says, in the order of {@link writtenIn}: what is saved is compared as it is written. */
export const writtenOf = ({ text, resultCategory, channel, basis, promises }: DraftView): WrittenReply => ({
  text,
  resultCategory,
  channel,
  basis,
  promises: promises.map(({ promise, dueOn }) => ({ promise, dueOn })),
});

/** A draft as the form shows it. */
export const fieldsOf = ({ text, resultCategory, channel, basis, promises }: WrittenReply) => ({
  text,
  resultCategory: resultCategory ?? undefined,
  channel: channel ?? undefined,
  basis: basis ?? undefined,
  promises: promises.map(({ promise, dueOn }) => ({ promise, dueOn: dueOn ? dayjs(dueOn) : null })),
});

/** The draft of nothing: where there is none, the reply goes online unless its writer says otherwise. */
export const NOTHING: WrittenReply = { text: '', resultCategory: null, channel: 'ONLINE', basis: null, promises: [] };
