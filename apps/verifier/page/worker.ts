import type { ArchiveVerdict } from '@plenum/ballot-crypto';
import { verifyBundle } from '../src/evidence/verify-bundle.js';
import type { Order, Report } from './orders.js';
import { conclude, verifyPart } from './part.js';

interface WorkerScope {
  onmessage: ((message: { readonly data: Order }) => void) | null;
  postMessage(report: Report): void;
}

const scope = globalThis as unknown as WorkerScope;
const tell = (report: Report): void => scope.postMessage(report);
let heard: (verdict: ArchiveVerdict) => void = () => undefined;

/** The archive inside a bundle is verified by all workers together: this one asks for it, and goes on when it is answered. */
function askForArchive(archive: Uint8Array, sidecar: Uint8Array | undefined): Promise<ArchiveVerdict> {
  const answered = new Promise<ArchiveVerdict>((resolve) => (heard = resolve));
  tell({ kind: 'archive-asked', chosen: { archive, ...(sidecar && { sidecar }) } });
  return answered;
}

async function work(order: Order): Promise<void> {
  if (order.kind === 'archive-verdict') heard(order.verdict);
  if (order.kind === 'conclusion') tell({ kind: 'verdict', verdict: conclude(order.chosen, order.outcomes) });
  if (order.kind === 'bundle') tell({ kind: 'bundle-verdict', verdict: await verifyBundle(order.bundle, askForArchive) });
  if (order.kind === 'papers') {
    const steps = verifyPart(order.chosen, order.part, order.parts);
    let step = steps.next();
    for (; !step.done; step = steps.next()) tell({ kind: 'progress', total: step.value });
    tell(step.value.ok ? { kind: 'outcomes', outcomes: step.value.outcomes } : { kind: 'refusal', refusal: step.value });
  }
}

scope.onmessage = ({ data }) => void work(data).catch((error: unknown) => tell({ kind: 'fault', message: String(error) }));
