import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../shared/text/formats.js';
import { PrintSheet } from '../../shared/page/PrintSheet.js';
import { useMe } from '../../shared/congress/use-me.js';
import type { SignInCode } from './roster-requests.js';

interface CodeSlipsProps {
  readonly codes: readonly SignInCode[];
  readonly onClose: () => void;
}

/** One-time codes as slips to print and cut: they live in this window alone, and closing it, which asks once more, forgets them. */
export function CodeSlips({ codes, onClose }: CodeSlipsProps) {
  const { t } = useTranslation('roster');
  const { modal } = App.useApp();
  const [isPrinted, setPrinted] = useState(false);
  const print = () => (window.print(), setPrinted(true));
  const close = async () => {
    const mayGo =
      isPrinted ||
      (await modal.confirm({
        title: t('codes.unprintedTitle'),
        content: t('codes.unprinted', { count: codes.length }),
        okText: t('codes.forget'),
        okButtonProps: { danger: true },
        cancelText: t('codes.stay'),
        autoFocusButton: 'cancel',
      }));
    if (mayGo) onClose();
  };
  return (
    <Modal
      open
      width={860}
      title={t('codes.title')}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      rootClassName="code-slips"
      footer={[
        <Button key="close" onClick={() => void close()}>
          {t('codes.close')}
        </Button>,
        <Button key="print" type="primary" onClick={print}>
          {t('codes.print')}
        </Button>,
      ]}
    >
      <p className="quiet">{t('codes.intro')}</p>
      <SlipList codes={codes} />
      <PrintSheet>
        <SlipList codes={codes} />
      </PrintSheet>
    </Modal>
  );
}

function SlipList({ codes }: { readonly codes: readonly SignInCode[] }) {
  const { t, i18n } = useTranslation('roster');
  const me = useMe();
  const where = t('codes.where', { url: `${window.location.origin}/first-sign-in` });
  return (
    <ul className="code-slip-list">
      {codes.map(({ memberId, staffNo, name, signInCode, expiresAt }) => (
        <li key={memberId}>
          <strong>{t('codes.slip', { name, staffNo })}</strong>
          {me.data && <span className="quiet small">{t('codes.organisation', { code: me.data.organisation.code })}</span>}
          <span className="quiet small">{t('codes.code')}</span>
          <code>{signInCode}</code>
          <span className="quiet small">{where}</span>
          <span className="quiet small">{t('codes.until', { at: formatInstant(expiresAt, i18n.language) })}</span>
        </li>
      ))}
    </ul>
  );
}
