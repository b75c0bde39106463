import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
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
  const { t: common } = useTranslation();
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
      <div className="versions">
        {(
          [
            ['own', own],
            ['current', current],
          ] as const
        ).map(([name, content]) => (
          <section key={name} aria-label={t(`versions.${name}`)}>
            <h3>{t(`versions.${name}`)}</h3>
            {PARTS.map((part) => (
              <div key={part} className={(own[part] ?? '') === (current[part] ?? '') ? 'quiet' : 'differs'}>
                <strong>{t(part)}</strong>
                <p className="prose">{content[part] || common('none')}</p>
              </div>
            ))}
          </section>
        ))}
      </div>
    </Modal>
  );
}
