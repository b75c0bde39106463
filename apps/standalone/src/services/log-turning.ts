import { copyFile, rm, stat, truncate } from 'node:fs/promises';

const LOG_BYTES_MAX = 20 * 1024 * 1024; // One older file is kept beside it.
const CHECK_EVERY_MS = 30_000;

/**
 * Begins a log anew when it has grown long, also while a service writes it: what there is goes to `<file>.1`, and the file is
 * emptied under the writer, which appends. A line written in between may be lost; a disk that fills up may not.
 */
export async function turnLog(file: string, bytesMax = LOG_BYTES_MAX): Promise<void> {
  const { size } = await stat(file).catch(() => ({ size: 0 }));
  if (size <= bytesMax) return;
  const older = `${file}.1`;
  // Without room for a copy the older one gives way, so that the disk has room again.
  await copyFile(file, older).catch(() => rm(older, { force: true }));
  await truncate(file);
}

/** Looks at the logs again and again. @returns what ends it */
export function keepLogsShort(files: readonly string[], everyMs = CHECK_EVERY_MS): () => void {
  const timer = setInterval(() => void Promise.all(files.map((file) => turnLog(file).catch(() => undefined))), everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
