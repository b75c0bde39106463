/**
 * Why a notice asks for nothing any more: time or a decision ended it, it is done (by the reader or by somebody else), it was called off or
 * taken back by whoever asked, or it is no longer the reader's to do.
 */
export const NOTICE_ENDS = ['ended', 'done', 'done-by-another', 'called-off', 'taken-back', 'not-yours'] as const;
export type NoticeEnd = (typeof NOTICE_ENDS)[number];
