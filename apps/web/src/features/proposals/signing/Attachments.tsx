import { useQuery } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../../api/shapes.js';
import { FileRows } from '../../../shared/files/FileRows.js';
import { FileUpload } from '../../../shared/files/FileUpload.js';
import { useAction } from '../../../shared/forms/use-action.js';
import { useRetryKey } from '../../../shared/forms/use-retry-key.js';
import { QueryView } from '../../../shared/page/QueryView.js';
import { Section } from '../../../shared/page/Section.js';
import { PROPOSAL_CHANGES } from '../../../shared/proposal/queries.js';
import { attachFile, attachmentsQuery, fetchAttachment, removeAttachment } from './attachments.js';

/** The files of a proposal. Its lead changes them while the text may be changed, and is told first how many signatures that costs. */
export function Attachments({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation('signing');
  const { t: words } = useTranslation('files');
  const { modal } = App.useApp();
  const files = useQuery(attachmentsQuery(proposal.id));
  const mayChange = proposal.allowedActions.includes('revise');
  const version = Math.max(proposal.version, files.data?.version ?? 0);
  const keyOf = useRetryKey();
  const attach = useAction(
    (file: File) => attachFile(proposal.id, file, version, keyOf([proposal.id, version, file.name, file.size, file.lastModified])),
    {
      done: words('added'),
      changes: PROPOSAL_CHANGES,
    },
  );
  const remove = useAction((attachmentId: string) => removeAttachment(proposal.id, attachmentId, version), {
    done: words('removed'),
    changes: PROPOSAL_CHANGES,
  });
  const signed = proposal.signatures.filter(({ state }) => state === 'SIGNED').length;
  const mayGo = async (): Promise<boolean> =>
    signed === 0 ||
    (await modal.confirm({
      title: t('files.asksAgain', { count: signed }),
      okText: t('files.go', { count: signed }),
      autoFocusButton: 'cancel',
    }));
  if (!mayChange && files.data?.items.length === 0) return null;
  const isBusy = attach.isPending || remove.isPending;
  return (
    <Section title={t('files.title')}>
      <QueryView query={files} lines={2}>
        {({ items }) => (
          <FileRows
            files={items}
            fetchFile={(id) => fetchAttachment(proposal.id, id)}
            isBusy={isBusy}
            onRemove={mayChange ? (id) => void mayGo().then((isGoing) => isGoing && remove.mutate(id)) : undefined}
          />
        )}
      </QueryView>
      {mayChange && (
        <FileUpload
          isAdding={attach.isPending}
          isBusy={isBusy}
          onChosen={async (file) => {
            if (await mayGo()) await attach.mutateAsync(file);
          }}
        />
      )}
    </Section>
  );
}
