import { useTranslation } from 'react-i18next';
import { fetchReplyFile } from '../../shared/files/file-requests.js';
import { FileRows } from '../../shared/files/FileRows.js';
import { FileUpload } from '../../shared/files/FileUpload.js';
import { useAction } from '../../shared/forms/use-action.js';
import { attachEvidence, DESK_CHANGES, removeEvidence, type ReplyDeskView, type Work } from '../../shared/reply-desk/reply-desk-queries.js';
import type { ReplySaving } from './reply-saving.js';

interface ReplyEvidenceProps {
  readonly work: Work;
  readonly desk: ReplyDeskView;
  readonly saving: ReplySaving;
}

/** The evidence of a reply that is written: part of its draft, and sent with it. */
export function ReplyEvidence({ work, desk, saving }: ReplyEvidenceProps) {
  const { t } = useTranslation('files');
  const attach = useAction((file: File) => saving.alongside((version) => attachEvidence(work, file, version)), {
    changes: DESK_CHANGES,
    onRefused: () => true, // Said where the file was chosen.
  });
  const remove = useAction((fileId: string) => saving.alongside((version) => removeEvidence(work, fileId, version)), {
    done: t('removed'),
    changes: DESK_CHANGES,
  });
  const isBusy = attach.isPending || remove.isPending;
  const files = desk.draft?.files ?? [];
  return (
    <>
      <h3 className="text-head">{t('evidence.title')}</h3>
      <p className="quiet small">{t('evidence.hint')}</p>
      {files.length > 0 && (
        <FileRows
          files={files}
          label={t('evidence.title')}
          fetchFile={(id) => fetchReplyFile(work.proposalId, work.handlingId, id)}
          isBusy={isBusy}
          onRemove={(id) => remove.mutate(id)}
        />
      )}
      <FileUpload isAdding={attach.isPending} isBusy={isBusy} onChosen={(file) => attach.mutateAsync(file)} />
    </>
  );
}
