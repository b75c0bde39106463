import { UploadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../../api/shapes.js';
import { DownloadButton } from '../../../shared/forms/DownloadButton.js';
import { useAction } from '../../../shared/forms/use-action.js';
import { useRetryKey } from '../../../shared/forms/use-retry-key.js';
import { QueryView } from '../../../shared/page/QueryView.js';
import { Section } from '../../../shared/page/Section.js';
import { PROPOSAL_CHANGES } from '../../../shared/proposal/queries.js';
import { useProblemText } from '../../../shared/text/use-problem-text.js';
import { ACCEPTED, attachFile, attachmentsQuery, fetchAttachment, removeAttachment } from './attachments.js';

const KIBIBYTE = 1024;
const DIGITS = 12;

/** The files of a proposal. Its lead changes them while the text may be changed, and is told first how many signatures that costs. */
export function Attachments({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation('signing');
  const { modal } = App.useApp();
  const problemText = useProblemText();
  const [refusal, setRefusal] = useState<{ readonly name: string; readonly text: string } | null>(null);
  const files = useQuery(attachmentsQuery(proposal.id));
  const mayChange = proposal.allowedActions.includes('revise');
  const version = Math.max(proposal.version, files.data?.version ?? 0);
  const keyOf = useRetryKey();
  const attach = useAction(
    (file: File) => attachFile(proposal.id, file, version, keyOf([proposal.id, version, file.name, file.size, file.lastModified])),
    {
      done: t('files.added'),
      changes: PROPOSAL_CHANGES,
    },
  );
  const remove = useAction((attachmentId: string) => removeAttachment(proposal.id, attachmentId, version), {
    done: t('files.removed'),
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
  const bring = async (file: File): Promise<void> => {
    setRefusal(null);
    if (await mayGo()) await attach.mutateAsync(file).catch((error: unknown) => setRefusal({ name: file.name, text: problemText(error) }));
  };
  if (!mayChange && files.data?.items.length === 0) return null;
  const isBusy = attach.isPending || remove.isPending;
  return (
    <Section title={t('files.title')}>
      <QueryView query={files} lines={2}>
        {({ items }) => (
          <ul className="rows">
            {items.map(({ id, name, bytes, sha256 }) => (
              <li key={id} className="attachment">
                <span>
                  {name}
                  <span className="quiet small" title={sha256}>
                    {t('files.facts', { size: Math.max(1, Math.round(bytes / KIBIBYTE)), digest: sha256.slice(0, DIGITS) })}
                  </span>
                </span>
                <DownloadButton
                  label={t('files.fetch')}
                  title={t('files.fetchName', { name })}
                  fileName={name}
                  fetchFile={() => fetchAttachment(proposal.id, id)}
                />
                {mayChange && (
                  <Button
                    disabled={isBusy}
                    aria-label={t('files.removeName', { name })}
                    onClick={() => void mayGo().then((isGoing) => isGoing && remove.mutate(id))}
                  >
                    {t('files.remove')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </QueryView>
      {mayChange && (
        <>
          <p className="quiet">{t('files.limits')}</p>
          <Upload
            accept={ACCEPTED}
            maxCount={1}
            showUploadList={false}
            disabled={isBusy}
            beforeUpload={(file) => (void bring(file), false)}
          >
            <Button icon={<UploadOutlined />} loading={attach.isPending}>
              {t(attach.isPending ? 'files.adding' : 'files.add')}
            </Button>
          </Upload>
          {refusal && <Alert type="error" showIcon title={t('files.refused', { name: refusal.name })} description={refusal.text} />}
        </>
      )}
    </Section>
  );
}
