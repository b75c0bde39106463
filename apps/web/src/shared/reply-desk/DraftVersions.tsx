import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../page/QueryView.js';
import { formatInstant } from '../text/formats.js';
import { useNameOf } from '../text/use-name-of.js';
import { DraftText } from './DraftText.js';
import { type ReplyDeskView, useDraftVersion, type Work } from './reply-desk-queries.js';
import './reply-desk.css';

type Version = ReplyDeskView['versions'][number];

/** Every version of a draft with who wrote it and when; each can be read. */
export function DraftVersions({ work, versions }: { readonly work: Work; readonly versions: ReplyDeskView['versions'] }) {
  const { t, i18n } = useTranslation('replying');
  const nameOf = useNameOf();
  const [shown, setShown] = useState<Version | null>(null);
  if (versions.length === 0) return null;
  return (
    <>
      <h3 className="text-head">{t('version.title', { count: versions.length })}</h3>
      <ol className="rows desk-rows" aria-label={t('version.title', { count: versions.length })}>
        {versions.map((one) => (
          <li key={`${one.round}.${one.number}`} className="row-facts small">
            <span>{t('version.of', { round: one.round, number: one.number })}</span>
            <span>{nameOf(one.by)}</span>
            <span className="quiet">{formatInstant(one.at, i18n.language)}</span>
            <Button size="small" onClick={() => setShown(one)}>
              {t('version.read')}
            </Button>
          </li>
        ))}
      </ol>
      {shown && <VersionDialog work={work} version={shown} onClose={() => setShown(null)} />}
    </>
  );
}

interface VersionDialogProps {
  readonly work: Work;
  readonly version: Version;
  readonly onClose: () => void;
}

function VersionDialog({ work, version: { round, number }, onClose }: VersionDialogProps) {
  const { t } = useTranslation('replying');
  const draft = useDraftVersion(work, round, number);
  return (
    <Modal open footer={null} title={t('version.of', { round, number })} onCancel={onClose}>
      <QueryView query={draft} lines={6}>
        {(data) => <DraftText draft={data} work={work} />}
      </QueryView>
    </Modal>
  );
}
