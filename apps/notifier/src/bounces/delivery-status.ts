import type { BounceReason } from '@plenum/contracts';
import { type ParsedMail, simpleParser } from 'mailparser';
import { reasonOfCode } from '../mailing/smtp-answer.js';

/** What a notification says of a letter of ours that was taken first and could not be delivered after all. */
export interface LateBounce {
  readonly letterId: string;
  readonly reason: BounceReason;
}

const FAILED = /^Action:\s*failed\s*$/im;
const STATUS = /^Status:\s*(5\.\d{1,3}\.\d{1,3})\b/im;
const OUR_ID = /^Message-ID:\s*<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@([\w.-]+)>/im;

/**
 * Reads a delivery status notification (RFC 3464) that a mail of ours failed for good; null for everything else: other mails, delays,
 * successes, and notifications of mails that others sent. What the notification says of it is not believed beyond that.
 */
export async function readLateBounce(source: Buffer, domain: string): Promise<LateBounce | null> {
  const mail = await parsed(source);
  if (mail === null) return null;
  const { headers, attachments } = mail;
  const type = headers.get('content-type') as { readonly value: string; readonly params: Readonly<Record<string, string>> } | undefined;
  if (type?.value !== 'multipart/report' || type.params['report-type']?.toLowerCase() !== 'delivery-status') return null;
  const said = attachments.find(({ contentType }) => contentType === 'message/delivery-status')?.content.toString('utf8') ?? '';
  const status = STATUS.exec(said)?.[1];
  if (!FAILED.test(said) || status === undefined) return null;
  // The mail that came back, or its head alone, is a part of it; the notification's own head comes before all parts.
  const parts = source.toString('latin1').replace(/^[\s\S]*?\r?\n\r?\n/, '');
  const [, letterId, ofDomain] = OUR_ID.exec(parts) ?? [];
  if (letterId === undefined || ofDomain?.toLowerCase() !== domain.toLowerCase()) return null;
  return { letterId, reason: reasonOfCode(status) };
}

/** Null of what no program can read, as a mail of a thousand parts: whoever wrote it must not keep the mails behind it from being read. */
const parsed = (source: Buffer): Promise<ParsedMail | null> =>
  simpleParser(source, { keepDeliveryStatus: true, skipHtmlToText: true, skipTextToHtml: true }).catch(() => null);
