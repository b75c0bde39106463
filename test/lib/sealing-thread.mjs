// Seals papers in a thread of its own: what thousands of devices would do in a hall. Plain JavaScript, on the built libraries, so that
// tests (which run from source) and benches (which are compiled) share it.
import { parentPort, workerData } from 'node:worker_threads';
import { proofBasesOf, sealPaper, verifyElection } from '@plenum/ballot-crypto';
import { serverArithmetic } from '@plenum/ballot-verification';

const read = verifyElection(workerData.election);
if (!read.ok) throw new Error(read.reason);
const bases = proofBasesOf(serverArithmetic({ bits: 10 }), read.election.publicKey);
parentPort.postMessage(workerData.orders.map(({ secret, choices }) => sealPaper(read.election, bases, secret, choices)));
