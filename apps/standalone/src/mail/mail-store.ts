import { randomUUID } from 'node:crypto';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { privateFolder, type CaughtMail } from '@plenum/local-servers';

const MAILS_MAX = 10_000; // Several congresses of a small school, every notice a mail: the oldest go first.

/** A caught mail as it is kept and shown. */
export interface KeptMail extends Omit<CaughtMail, 'raw'> {
  readonly id: string;
}

/** Caught mails in a folder: what a reader sees as `.json`, the bytes as `.eml`. */
export class MailStore {
  private constructor(
    private readonly folder: string,
    private readonly mails: KeptMail[],
  ) {}

  /** The mails of a folder, which is made when it is not there. */
  static async open(folder: string): Promise<MailStore> {
    await privateFolder(folder);
    const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
    const mails = await Promise.all(names.map(async (name) => JSON.parse(await readFile(path.join(folder, name), 'utf8')) as KeptMail));
    return new MailStore(
      folder,
      mails.sort((a, b) => a.receivedAt.localeCompare(b.receivedAt)),
    );
  }

  /** Newest first. */
  list(): readonly KeptMail[] {
    return this.mails.toReversed();
  }

  find(id: string): KeptMail | undefined {
    return this.mails.find((mail) => mail.id === id);
  }

  /** The bytes as they arrived. */
  raw(id: string): Promise<Buffer> {
    return readFile(this.#file(id, 'eml'));
  }

  async keep({ raw, ...seen }: CaughtMail): Promise<void> {
    const mail = { id: randomUUID(), ...seen };
    await writeFile(this.#file(mail.id, 'eml'), raw, { mode: 0o600 });
    const unfinished = this.#file(mail.id, 'unfinished');
    await writeFile(unfinished, JSON.stringify(mail), { mode: 0o600 });
    await rename(unfinished, this.#file(mail.id, 'json'));
    this.mails.push(mail);
    while (this.mails.length > MAILS_MAX) await this.#forget(this.mails.shift() as KeptMail);
  }

  async #forget({ id }: KeptMail): Promise<void> {
    await rm(this.#file(id, 'json'), { force: true });
    await rm(this.#file(id, 'eml'), { force: true });
  }

  #file(id: string, kind: string): string {
    return path.join(this.folder, `${id}.${kind}`);
  }
}
