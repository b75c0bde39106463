import { StreamableFile } from '@nestjs/common';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook as an answer that browsers keep under its name. */
export const xlsxFile = (name: string, content: Buffer): StreamableFile =>
  new StreamableFile(content, { type: XLSX, length: content.length, disposition: `attachment; filename="${name}"` });
