import { useTranslation } from 'react-i18next';
import { fetchReplyFile } from '../files/file-requests.js';
import { FileRows } from '../files/FileRows.js';
import { Facts } from '../page/Facts.js';
import { formatDate, formatInstant } from '../text/formats.js';
import { useNameOf } from '../text/use-name-of.js';
import { useTextOr } from '../text/use-text-or.js';
import type { DraftView, Work } from './reply-desk-queries.js';

interface DraftTextProps {
  readonly draft: DraftView;
  readonly work: Work;
}

/** A version of a draft as it reads, with who wrote it and when. */
export function DraftText({ draft, work }: DraftTextProps) {
  const { t, i18n } = useTranslation('replying');
  const { t: words } = useTranslation('proposals');
  const nameOf = useNameOf();
  const textOr = useTextOr();
  const { number, by, at, text, resultCategory, channel, basis, promises, files } = draft;
  return (
    <>
      <p className="quiet small">{t('version.by', { number, name: nameOf(by), instant: formatInstant(at, i18n.language) })}</p>
      <p className="prose">{text || t('draft.empty')}</p>
      <Facts
        facts={[
          ...(resultCategory
            ? [{ name: t('draft.result'), value: textOr(`proposals:reply.category.${resultCategory}`, resultCategory) }]
            : []),
          ...(channel ? [{ name: t('draft.channel'), value: words(`reply.channel.${channel}`) }] : []),
          ...(basis ? [{ name: t('draft.basis'), value: basis, isLong: true }] : []),
          ...promises.map(({ promise, dueOn }) => ({
            name: t('draft.promise'),
            value: dueOn ? t('draft.promised', { promise, date: formatDate(dueOn, i18n.language) }) : promise,
            isLong: true,
          })),
        ]}
      />
      {files.length > 0 && (
        <FileRows files={files} label={t('draft.files')} fetchFile={(id) => fetchReplyFile(work.proposalId, work.handlingId, id)} />
      )}
    </>
  );
}
