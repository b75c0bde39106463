import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CommitmentView } from '../../shared/commitments/commitment-queries.js';
import { fetchCommitmentFile } from '../../shared/files/file-requests.js';
import { FileRows } from '../../shared/files/FileRows.js';
import { FileUpload } from '../../shared/files/FileUpload.js';
import { useAction } from '../../shared/forms/use-action.js';
import { attachEvidence, evidenceOf, removeEvidence } from './ledger-requests.js';

/** What the unit attached for its report on a promise; it goes in with it. */
export function CommitmentEvidence({ commitment: { id, version } }: { readonly commitment: CommitmentView }) {
  const { t } = useTranslation('files');
  const key = ['commitments', 'one', id, 'evidence'] as const;
  const evidence = useQuery({ queryKey: key, queryFn: () => evidenceOf(id) });
  const attach = useAction((file: File) => attachEvidence(id, file, version), {
    done: t('added'),
    changes: [key],
    onRefused: () => true, // Said where the file was chosen.
  });
  const remove = useAction((fileId: string) => removeEvidence(id, fileId, version), { done: t('removed'), changes: [key] });
  const isBusy = attach.isPending || remove.isPending;
  const files = evidence.data?.files ?? [];
  return (
    <>
      <h3 className="text-head">{t('evidence.title')}</h3>
      <p className="quiet small">{t('evidence.hintOfPromise')}</p>
      {files.length > 0 && (
        <FileRows
          files={files}
          label={t('evidence.title')}
          fetchFile={(fileId) => fetchCommitmentFile(id, fileId)}
          isBusy={isBusy}
          onRemove={(fileId) => remove.mutate(fileId)}
        />
      )}
      <FileUpload isAdding={attach.isPending} isBusy={isBusy} onChosen={(file) => attach.mutateAsync(file)} />
    </>
  );
}
