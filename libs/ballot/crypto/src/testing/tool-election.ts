import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hexHash } from '../group/hashing.js';
import { BeleniosTool } from './belenios-tool.js';

const GROUP = ['--group', 'BELENIOS-2048'];

/** A trustee of an election that the tool makes: its public message, and the file with what it must keep. */
export interface ToolTrustee {
  readonly message: string;
  readonly keyFile: string;
}

/** An election made with belenios-tool in a folder of its own, step by step as its manual has it. */
export class ToolElection {
  readonly folder = mkdtempSync(join(tmpdir(), 'plenum-tool-election-'));
  readonly uuid: string;

  constructor(
    private readonly tool = BeleniosTool.find(),
    uuid?: string,
  ) {
    this.uuid = uuid ?? this.ask('setup', 'generate-token');
    // The tool reads the file even when all trustees are of a threshold group.
    writeFileSync(join(this.folder, 'public_keys.jsons'), '');
  }

  /** Runs a subcommand that must succeed in the folder. */
  ask(...args: readonly string[]): string {
    return this.tool.ask(args, { cwd: this.folder });
  }

  /** The same with standard input. */
  tell(input: string, ...args: readonly string[]): string {
    return this.tool.ask(args, { cwd: this.folder, input });
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8').trim();
  }

  write(name: string, content: string): void {
    writeFileSync(join(this.folder, name), `${content}\n`);
  }

  get archive(): Uint8Array {
    return new Uint8Array(readFileSync(join(this.folder, `${this.uuid}.bel`)));
  }

  /** A trustee who must decrypt. */
  makeTrustee(): ToolTrustee {
    const [name] = this.newFiles('.pubkey', () => this.ask('setup', 'generate-trustee-key', ...GROUP));
    const message = this.read(`${name}.pubkey`);
    appendFileSync(join(this.folder, 'public_keys.jsons'), `${message}\n`);
    return { message, keyFile: `${name}.privkey` };
  }

  /** Round 1 of a ceremony for one trustee. */
  makeCertificate(): ToolTrustee {
    const [name] = this.newFiles('.cert', () => this.ask('setup', 'generate-trustee-key-threshold', ...GROUP, '--step', '1'));
    return { message: this.read(`${name}.cert`), keyFile: `${name}.key` };
  }

  /** A later round of a ceremony, for a trustee with a key file or for the server. */
  round(step: number, threshold: number, keyFile?: string, input = ''): string {
    const key = keyFile === undefined ? [] : ['--key', keyFile];
    const files = ['--certs', 'certs.jsons', ...(step === 4 || step === 6 ? ['--polynomials', 'polynomials.jsons'] : [])];
    const what = ['--step', step.toString(), '--threshold', threshold.toString()];
    return this.tell(input, 'setup', 'generate-trustee-key-threshold', ...GROUP, ...what, ...files, ...key);
  }

  /** Voting codes for voters "id,login,weight"; the order of the codes is that of the voters. */
  makeCodes(voters: readonly string[]): string[] {
    this.write('voters.txt', voters.join('\n'));
    const make = (): string => this.ask('setup', 'generate-credentials', '--uuid', this.uuid, ...GROUP, '--file', 'voters.txt');
    const [name] = this.newFiles('.privcreds', make);
    this.write('public_creds.json', this.read(`${name}.pubcreds`));
    return this.read(`${name}.privcreds`)
      .split('\n')
      .map((line) => line.split(' ')[1]!);
  }

  /** Writes trustees.json, election.json and the archive with its Setup event. */
  open(questions: readonly object[]): void {
    this.write('template.json', JSON.stringify({ description: 'made by the tool', name: '工会换届', questions }));
    this.ask('setup', 'make-trustees');
    this.ask('setup', 'make-election', '--uuid', this.uuid, ...GROUP, '--template', 'template.json');
    this.ask('archive', 'init');
  }

  /** A paper of the tool. */
  seal(code: string, choices: readonly (readonly number[])[]): string {
    this.write('code.txt', code);
    this.write('choices.json', JSON.stringify(choices));
    return this.ask('election', 'generate-ballot', '--privcred', 'code.txt', '--ballot', 'choices.json');
  }

  /** Appends an event; the lines are its data, the last one its payload. */
  add(type: string, ...lines: readonly string[]): void {
    this.tell(lines.map((line) => `${line}\n`).join(''), 'archive', 'add-event', '--type', type);
  }

  cast(...papers: readonly string[]): void {
    for (const paper of papers) this.add('Ballot', paper);
  }

  /** Closes the ballot and adds it up. */
  tally(): void {
    this.add('EndBallots');
    this.add('EncryptedTally', ...this.ask('election', 'compute-encrypted-tally').split('\n'));
  }

  /** A trustee's share; a trustee of a threshold group keeps its decryption key in a second file. */
  share(owner: number, keyFile: string, decryptionKey?: string): void {
    const who = ['--trustee-id', owner.toString()];
    const lines =
      decryptionKey === undefined
        ? this.ask('election', 'decrypt', '--privkey', keyFile, ...who)
        : this.ask('election', 'decrypt-threshold', '--key', keyFile, '--decryption-key', decryptionKey, ...who);
    this.add('PartialDecryption', ...lines.split('\n'));
  }

  /** A share made elsewhere. */
  addShare(owner: number, share: string): void {
    this.add('PartialDecryption', share, JSON.stringify({ owner, payload: hexHash(share) }));
  }

  /** Opens the sum. */
  decide(): void {
    this.add('Result', this.ask('election', 'compute-result'));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Names of the files that end so. */
  list(ending: string): string[] {
    return readdirSync(this.folder).filter((name) => name.endsWith(ending));
  }

  private newFiles(ending: string, work: () => unknown): string[] {
    const before = this.list(ending);
    work();
    return this.list(ending)
      .filter((name) => !before.includes(name))
      .map((name) => name.slice(0, -ending.length));
  }
}
