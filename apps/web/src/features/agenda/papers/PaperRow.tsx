import { Button, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PapersView, PaperView } from '../../../shared/congress/papers.js';
import { DownloadButton } from '../../../shared/forms/DownloadButton.js';
import { ReasonButton } from '../../../shared/forms/ReasonButton.js';
import { useAction } from '../../../shared/forms/use-action.js';
import { QueryView } from '../../../shared/page/QueryView.js';
import { StatusTag, type Tone } from '../../../shared/page/StatusTag.js';
import { formatInstant } from '../../../shared/text/formats.js';
import { ACCEPTED, bringVersion, fetchPaper, PAPER_CHANGES, useReaders, withdrawPaper } from './paper-requests.js';

const KIBIBYTE = 1024;
const DIGITS = 12;
const TONES: Readonly<Record<PaperView['state'], Tone>> = { DRAFT: 'waiting', SENT: 'good', WITHDRAWN: 'quiet' };

interface PaperRowProps {
  readonly view: PapersView;
  readonly paper: PaperView;
  /** The title of the item that it belongs to; empty where the item is no longer on the agenda. */
  readonly item: string;
}

/** A paper with its versions, the newest first; for the secretariat, what may be done with it. */
export function PaperRow({ view: { sessionId, version, mayBring, seated }, paper, item }: PaperRowProps) {
  const { t, i18n } = useTranslation('papers');
  const { id, title, state, late, opened, readers, versions, withdrawnFor, allowedActions } = paper;
  const bring = useAction((file: File) => bringVersion(sessionId, id, file, version), { done: t('version.done'), changes: PAPER_CHANGES });
  const withdraw = useAction((reason: string) => withdrawPaper(sessionId, id, reason, version), {
    done: t('withdraw.done'),
    changes: PAPER_CHANGES,
  });
  return (
    <li className="agenda-item">
      <div className="row-facts">
        <span className="row-title">{title}</span>
        {mayBring && <StatusTag tone={TONES[state]}>{t(`state.${state}`)}</StatusTag>}
        {mayBring && late && <StatusTag tone="bad">{t('late')}</StatusTag>}
        {!mayBring && <StatusTag tone={opened ? 'quiet' : 'waiting'}>{t(opened ? 'opened' : 'unopened')}</StatusTag>}
      </div>
      {item !== '' && <div className="quiet small">{t('ofItem', { item })}</div>}
      {withdrawnFor && <p className="quiet">{t('withdraw.because', { reason: withdrawnFor })}</p>}
      <ul className="agenda-versions">
        {[...versions].reverse().map(({ nth, kind, bytes, sha256, sentAt }) => (
          <li key={nth}>
            <DownloadButton
              label={t('fetch', { nth })}
              title={t('fetchOf', { title, nth })}
              fileName={`${title}.${kind}`}
              fetchFile={() => fetchPaper(sessionId, id, nth)}
            />
            <span className="quiet small" title={sha256}>
              {t('facts', { kind, size: Math.max(1, Math.round(bytes / KIBIBYTE)), digest: sha256.slice(0, DIGITS) })}{' '}
              {sentAt ? t('sentAt', { at: formatInstant(sentAt, i18n.language) }) : t('notSent')}
            </span>
          </li>
        ))}
      </ul>
      {readers !== null && <Readers sessionId={sessionId} paper={paper} seated={seated} />}
      {allowedActions.length > 0 && (
        <div className="toolbar">
          {allowedActions.includes('bring-version') && (
            <Upload
              accept={ACCEPTED}
              maxCount={1}
              showUploadList={false}
              disabled={bring.isPending}
              beforeUpload={(file) => (bring.mutate(file), false)}
            >
              <Button size="small" loading={bring.isPending} aria-label={t('version.of', { title })}>
                {t('version.action')}
              </Button>
            </Upload>
          )}
          {allowedActions.includes('withdraw') && (
            <ReasonButton
              size="small"
              label={t('withdraw.action')}
              title={t('withdraw.title', { title })}
              reasonLabel={t('withdraw.reason')}
              isBusy={withdraw.isPending}
              onConfirm={(reason) => withdraw.mutate(reason)}
            />
          )}
        </div>
      )}
    </li>
  );
}

/** How many have opened it, and who has not. */
function Readers({ sessionId, paper, seated }: { readonly sessionId: string; readonly paper: PaperView; readonly seated: number }) {
  const { t } = useTranslation('papers');
  const { t: common } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const readers = useReaders(sessionId, paper.id, isOpen);
  return (
    <div className="not-printed">
      <Button type="link" size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('readers.figures', { opened: paper.readers ?? 0, seated })}
      </Button>
      {isOpen && (
        <QueryView query={readers} lines={1}>
          {({ readers: all }) => {
            const missing = all.filter(({ openedAt }) => openedAt === null).map(({ name }) => name);
            return (
              <p className="small">
                {missing.length === 0 ? t('readers.all') : t('readers.missing', { names: missing.join(common('listSeparator')) })}
              </p>
            );
          }}
        </QueryView>
      )}
    </div>
  );
}
