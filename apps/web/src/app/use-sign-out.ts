import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, entrance, session } from '../api/client.js';
import { useConfirm } from '../shared/plain/use-confirm.js';
import { isUnused } from '../shared/sealed/paper-steps.js';
import { ownPapers } from '../shared/sealed/device-store.js';

/**
 * The way out. Papers of this person do not stay behind on a device that others use; one that is not in the box yet is asked about first,
 * since no other is issued. Receipts go without a question: they prove nothing that the board does not hold. Texts that are not sent yet
 * stay, where nobody but their owner reads them.
 * @returns what signs out, and the dialog in which it asks
 */
export function useSignOut(): readonly [leave: () => Promise<void>, dialog: ReactNode] {
  const [ask, dialog] = useConfirm();
  const { t } = useTranslation('voting');
  const leave = async () => {
    const state = session.state();
    const memberId = state.status === 'signed-in' ? state.member.id : '';
    const papers = await ownPapers.entriesOf(memberId).catch(() => []);
    const mayGo =
      !papers.some(isUnused) ||
      (await ask({ title: t('signOut.title'), text: t('signOut.text'), go: t('signOut.forget'), stay: t('signOut.stay'), isDanger: true }));
    if (!mayGo) return;
    await Promise.all(papers.map((paper) => ownPapers.forget(paper)));
    await signOut();
  };
  return [leave, dialog];
}

/** Ends the session here at once, and at the server as far as it can be reached. */
async function signOut(): Promise<void> {
  try {
    await answer(entrance.POST('/api/congress/session/sign-out'));
  } finally {
    session.close('left');
  }
}
