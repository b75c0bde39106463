import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { session } from '../api/client.js';
import { signOut } from '../api/sign-out.js';
import { keptTexts } from '../shared/kept-text/kept-on-device.js';
import { isUnused } from '../shared/sealed/paper-steps.js';
import { ownPapers } from '../shared/sealed/vault.js';

/**
 * The way out. Papers of this person do not stay behind on a device that others use; one that is not in the box yet is asked about first,
 * since no other is issued; so are texts that are not sent yet, which go as well. Receipts go without a question: they prove nothing that the board does not hold.
 */
export function useSignOut(): () => Promise<void> {
  const { modal } = App.useApp();
  const { t } = useTranslation('voting');
  const { t: common } = useTranslation();
  return async () => {
    const state = session.state();
    const memberId = state.status === 'signed-in' ? state.member.id : '';
    const papers = await ownPapers.of(memberId).catch(() => []);
    const mayGo = !papers.some(isUnused) || (await modal.confirm({
      title: t('signOut.title'), content: t('signOut.text'), okText: t('signOut.forget'), cancelText: t('signOut.stay'), okButtonProps: { danger: true }, autoFocusButton: 'cancel',
    }));
    if (!mayGo) return;
    const texts = keptTexts.count(memberId);
    const mayErase = texts === 0 || (await modal.confirm({
      title: common('kept.signOut.title'), content: common('kept.signOut.text', { count: texts }), okText: common('kept.signOut.go'), cancelText: common('kept.signOut.stay'), autoFocusButton: 'cancel',
    }));
    if (!mayErase) return;
    await Promise.all(papers.map((paper) => ownPapers.forget(paper)));
    await signOut();
  };
}
