import { StreamableFile } from '@nestjs/common';
import type { DocumentFile } from './session-report.query.js';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A file to be kept: with a name in any script, and one in plain letters for programs that know no better (RFC 6266, RFC 8187). */
export function attached(plain: string, type: string, { name, content }: DocumentFile): StreamableFile {
  const disposition = `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
  return new StreamableFile(content, { type, length: content.length, disposition });
}
