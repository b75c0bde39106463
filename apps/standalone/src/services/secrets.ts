import { createPublicKey, generateKeyPairSync, randomInt } from 'node:crypto';
import path from 'node:path';

import { keepSecret, privateFolder, type OfBothRoles } from '@plenum/local-servers';

import { SERVICES, type ServiceName } from './service-list.js';

/** What the house keeps to itself: made once, each in a file that only its owner may read. */
export interface Secrets {
  /** The folder of the files, for services that are given a file rather than a value. */
  readonly folder: string;
  /** The passwords of each service's database roles: its own, and that of migrations, which owns the tables. */
  readonly rolePasswords: Readonly<Record<ServiceName, OfBothRoles<string>>>;
  /** The file with the key that signs access tokens (ES256, PEM). */
  readonly signingKeyFile: string;
  /** The file with the key that signs the events of each service (Ed25519, PEM). */
  readonly eventKeyFiles: Readonly<Record<ServiceName, string>>;
  /** The public halves of these keys, as each service is told them. */
  readonly eventPublicKeys: string;
  /** The file with the token of whoever runs this house: it founds organisations. */
  readonly operatorTokenFile: string;
  readonly operatorToken: string;
  /** The file with the key by which push services know this house (ES256, PEM). */
  readonly pushKeyFile: string;
  /** The word in the address of the caught mails. */
  readonly mailSecret: string;
  /** The password of the sample people, easy to type. */
  readonly samplePassword: string;
}

/** Reads the secrets of a data folder; what is not there yet is made. */
export async function keepSecrets(dataFolder: string): Promise<Secrets> {
  const folder = await privateFolder(path.join(dataFolder, 'secrets'));
  const file = (name: string): string => path.join(folder, name);
  const rolePasswords = {} as Record<ServiceName, OfBothRoles<string>>;
  const eventKeyFiles = {} as Record<ServiceName, string>;
  const eventPublicKeys: string[] = [];
  for (const service of SERVICES) {
    rolePasswords[service] = {
      service: await keepSecret(file(`${service}.role-password`)),
      migration: await keepSecret(file(`${service}.owner-password`)),
    };
    eventKeyFiles[service] = file(`${service}.event-key.pem`);
    eventPublicKeys.push(`${service}:${publicHalf(await keepSecret(eventKeyFiles[service], newEventKey))}`);
  }
  await keepSecret(file('signing-key.pem'), newSigningKey);
  await keepSecret(file('push-key.pem'), newSigningKey);
  return {
    folder,
    rolePasswords,
    eventKeyFiles,
    eventPublicKeys: eventPublicKeys.join(' '),
    signingKeyFile: file('signing-key.pem'),
    operatorTokenFile: file('operator-token'),
    operatorToken: await keepSecret(file('operator-token')),
    pushKeyFile: file('push-key.pem'),
    mailSecret: await keepSecret(file('mail-pages')),
    samplePassword: await keepSecret(file('sample-password'), newTypedPassword),
  };
}

const newSigningKey = (): string =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const newEventKey = (): string => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const publicHalf = (pem: string): string => createPublicKey(pem).export({ type: 'spki', format: 'der' }).toString('base64');

const TYPED_LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'; // None that looks like another.
const TYPED_LENGTH = 12;

const newTypedPassword = (): string => Array.from({ length: TYPED_LENGTH }, () => TYPED_LETTERS[randomInt(TYPED_LETTERS.length)]).join('');
