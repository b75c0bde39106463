import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { SideBySide } from './signing/SideBySide.js';
import type { ProposalContent } from './writing/proposal-content.js';

const PARTS = ['subject', 'grounds', 'measures', 'category'] as const;

interface TwoVersionsProps {
  readonly own: ProposalContent;
  readonly current: ProposalContent;
  readonly onKeepOwn: () => void;
  readonly onTakeCurrent: () => void;
  readonly onClose: () => void;
}

/** Two texts of one proposal side by side, of which somebody chooses one; nothing is saved until they do. */
export function TwoVersions({ own, current, onKeepOwn, onTakeCurrent, onClose }: TwoVersionsProps) {
  const { t } = useTranslation('proposals');
  return (
    <Modal
      open
      width="min(960px, 96vw)"
      title={t('versions.title')}
      onCancel={onClose}
      footer={[
        <Button key="on" onClick={onClose}>
          {t('versions.goOn')}
        </Button>,
        <Button key="current" onClick={onTakeCurrent}>
          {t('versions.takeCurrent')}
        </Button>,
        <Button key="own" type="primary" onClick={onKeepOwn}>
          {t('versions.keepOwn')}
        </Button>,
      ]}
    >
      <p className="quiet">{t('versions.intro')}</p>
      <SideBySide parts={PARTS} left={{ title: t('versions.own'), text: own }} right={{ title: t('versions.current'), text: current }} />
    </Modal>
  );
}
