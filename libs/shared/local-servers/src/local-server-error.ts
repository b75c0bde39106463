/** Why a server of this machine did not come up; each has one remedy. */
export type LocalServerTrouble = 'port-taken' | 'disk-full' | 'missing-program' | 'not-permitted' | 'failed';

/** A server that could not be started: `message` is one line that says what to do. */
export class LocalServerError extends Error {
  constructor(
    readonly trouble: LocalServerTrouble,
    message: string,
  ) {
    super(message);
    this.name = 'LocalServerError';
  }
}

/** The same trouble told in one line, from what the operating system or a server's log says. */
export function troubleFrom(said: string, what: string, where: string): LocalServerError {
  if (/ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/.test(said)) return diskFull(where);
  if (/EADDRINUSE|Address already in use/.test(said)) {
    return new LocalServerError('port-taken', `${what} cannot listen: its port is taken by another program.`);
  }
  if (/EACCES|EPERM|EROFS|Permission denied|Read-only file system/.test(said)) {
    return new LocalServerError('not-permitted', `${what} may not write to ${where}: give this user the folder, or choose another.`);
  }
  const reason = said.trim().split('\n').at(-1)?.trim() || 'no reason given';
  return new LocalServerError('failed', `${what} did not start: ${reason} (its log is in ${where}).`);
}

/** The disk under a folder has no room left. */
export const diskFull = (folder: string): LocalServerError =>
  new LocalServerError('disk-full', `The disk that holds ${folder} is full: free some space, or choose another folder.`);
