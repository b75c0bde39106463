import type { Receipt } from './receipt.js';

/** Whose it is, and for which ballot: what one person keeps is not offered to the next on the same device. */
export interface DeviceRecordId {
  readonly memberId: string;
  readonly ballotId: string;
}

/** A voter's paper. Never what was marked: once a choice is sealed, nobody can read it back on this device either. */
export interface OwnPaper extends DeviceRecordId {
  /** Signs the paper. Null once it is of no more use. */
  readonly secret: string | null;
  readonly credential: string;
  /** Taken by the code of a printed slip: the device is one on which others vote as well. */
  readonly isSlip?: boolean;
  /** Whether the service knows the credential. */
  readonly isRegistered: boolean;
  /** Sealed and not acknowledged yet: exactly these bytes are sent, again and again. */
  readonly sealed: { readonly paper: string; readonly tracker: string; readonly proofs: string | null } | null;
  readonly receipt: (Receipt & { readonly isGenuine: boolean }) | null;
}

/** A scrutineer's key. */
export interface OwnKey extends DeviceRecordId {
  /** A private key; of a threshold group the seed, from which everything else follows. */
  readonly privateKey: string;
  /** What is offered of a key of the own; empty of a threshold group. */
  readonly publicKey: string;
  /** The last head of the board that this device saw while the voting was open: the closed board must continue it. */
  readonly seenHead: string | null;
  /** Whether the share was given: the key has done its work. */
  readonly isShared: boolean;
}

/** What an officer put into a drawing of lots, until it is revealed. */
export interface OwnLot extends DeviceRecordId {
  /** Of which drawing: a later one needs another. */
  readonly no: number;
  /** 32 random bytes, as hexadecimal digits. */
  readonly contribution: string;
}

/** Records of one kind, by whose they are and for which ballot. */
export interface DeviceStore<T extends DeviceRecordId> {
  find(recordId: DeviceRecordId): Promise<T | null>;
  keep(thing: T): Promise<void>;
  forget(recordId: DeviceRecordId): Promise<void>;
  entriesOf(memberId: string): Promise<readonly T[]>;
}

const NAME = 'plenum';
const VERSION = 2;
const STORES = ['papers', 'keys', 'lots'] as const;
const KEY_PATH = ['memberId', 'ballotId'];

let opening: Promise<IDBDatabase> | null = null;

function openDatabase(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      for (const store of STORES)
        if (!request.result.objectStoreNames.contains(store)) request.result.createObjectStore(store, { keyPath: KEY_PATH });
    };
    request.onsuccess = () => {
      // A newer page of this house wants to add a store: this one lets go, and opens the database anew when it needs it.
      request.result.onversionchange = () => {
        request.result.close();
        opening = null;
      };
      resolve(request.result);
    };
    request.onerror = () => reject(request.error ?? new Error('the store does not open'));
  }).catch((problem: unknown) => {
    opening = null;
    throw problem;
  });
  return opening;
}

/** IndexedDB: kept through reloads and restarts of the browser, on this device and for this site only. */
class IndexedDeviceStore<T extends DeviceRecordId> implements DeviceStore<T> {
  constructor(private readonly name: (typeof STORES)[number]) {}

  async find({ memberId, ballotId }: DeviceRecordId): Promise<T | null> {
    return ((await this.#run('readonly', (store) => store.get([memberId, ballotId]))) as T | undefined) ?? null;
  }

  async keep(thing: T): Promise<void> {
    await this.#run('readwrite', (store) => store.put(thing));
  }

  async forget({ memberId, ballotId }: DeviceRecordId): Promise<void> {
    await this.#run('readwrite', (store) => store.delete([memberId, ballotId]));
  }

  async entriesOf(memberId: string): Promise<readonly T[]> {
    return (await this.#run('readonly', (store) => store.getAll(IDBKeyRange.bound([memberId], [memberId, []])))) as T[];
  }

  /** Done once the transaction is on the disk, not only in memory: a phone that dies in the next second has kept it. */
  async #run(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
    const database = await openDatabase();
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(this.name, mode, { durability: 'strict' });
      const request = work(transaction.objectStore(this.name));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('the store is full'));
    });
  }
}

export const ownPapers: DeviceStore<OwnPaper> = new IndexedDeviceStore<OwnPaper>('papers');
export const ownKeys: DeviceStore<OwnKey> = new IndexedDeviceStore<OwnKey>('keys');
export const ownLots: DeviceStore<OwnLot> = new IndexedDeviceStore<OwnLot>('lots');

/** Asks the browser not to clear what is kept when space gets scarce. A refusal changes nothing else. */
export const askToStay = async (): Promise<void> => void (await navigator.storage?.persist?.().catch(() => false));
