import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../shared/formats.js';
import { useMe } from '../../shared/use-me.js';
import type { SignInCode } from './roster-doors.js';

interface CodeSlipsProps {
  readonly codes: readonly SignInCode[];
  readonly onClose: () => void;
}

/** One-time codes as slips to print and cut: they live in this window alone, and closing it forgets them. */
export function CodeSlips({ codes, onClose }: CodeSlipsProps) {
  const { t, i18n } = useTranslation('roster');
  const me = useMe();
  const where = t('codes.where', { url: `${window.location.origin}/first-sign-in` });
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
        <Button key="close" onClick={onClose}>
          {t('codes.close')}
        </Button>,
        <Button key="print" type="primary" onClick={() => window.print()}>
          {t('codes.print')}
        </Button>,
      ]}
    >
      <p className="quiet code-slips-intro">{t('codes.intro')}</p>
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
    </Modal>
  );
}
