import { randomUUID } from 'node:crypto';
import { probe } from '@plenum/test-kit';
import { Stage } from '../testing/stage.js';

const stage = new Stage();

/** The lines of `/metrics` about a way. */
async function toldOf(way: string): Promise<readonly string[]> {
  const text = await (await fetch(`${await stage.app.getUrl()}/metrics`)).text();
  return text.split('\n').filter((line) => line.startsWith('plenum_') && line.includes(`way="${way}"`));
}
const value = (lines: readonly string[], name: string): number =>
  Number(
    lines
      .find((line) => line.startsWith(name))
      ?.split(' ')
      .at(-1) ?? Number.NaN,
  );

describe('the figures of each way', () => {
  it('tell what was sent by mail, what was tried again and what waits, without a name or an address', async () => {
    const [lead, invited] = [await stage.person({ seat: 'DELEGATE' }), await stage.person()];
    stage.mailbox.refuseNext(1);
    const proposal = { organisationId: stage.organisationId, sessionId: stage.sessionId, proposalId: randomUUID(), docketNo: null };
    await stage.hear('proposals.seconder-invited.v1', { ...proposal, subject: 'CANARY', leadProposerId: lead.id, memberId: invited.id });
    const waiting = await toldOf('mail');
    expect(value(waiting, 'plenum_waiting{')).toBe(1);
    expect(value(waiting, 'plenum_waiting_seconds{')).toBeLessThan(60); // It has only just become due, or is to be tried again in a while.
    stage.setClock(new Date(Date.now() + 120_000));
    await probe('it is tried again', async () => value(await toldOf('mail'), 'plenum_sent_total{way="mail",became="tried-again"') === 1);
    stage.setClock(new Date(Date.now() + 3_600_000));
    await probe('it is sent', async () => value(await toldOf('mail'), 'plenum_sent_total{way="mail",became="sent"') === 1);
    const lines = await toldOf('mail');
    expect(value(lines, 'plenum_waiting{')).toBeNaN();
    expect(lines.join()).not.toMatch(/CANARY|example\.test/);
  });
});
