import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { COMMITMENT_CHANGES, type CommitmentView } from '../../shared/commitments/commitment-queries.js';
import { ReasonButton } from '../../shared/forms/ReasonButton.js';
import { useAction } from '../../shared/forms/use-action.js';
import { Section } from '../../shared/page/Section.js';
import { acceptReport, returnReport } from './ledger-requests.js';
import { CarryForm } from './CarryForm.js';
import { NoteForm } from './NoteForm.js';
import { ReportForm } from './ReportForm.js';

/** What the reader can do: the committee decides on a report or carries on, the unit reports, both note progress. */
export function CommitmentActs({ commitment }: { readonly commitment: CommitmentView }) {
  const { t } = useTranslation('ledger');
  const { allowedActions: allowed } = commitment;
  return (
    <>
      {(allowed.includes('accept') || allowed.includes('return')) && <Deciding commitment={commitment} />}
      {allowed.includes('report') && (
        <Section title={t('report.title')}>
          <ReportForm commitment={commitment} />
        </Section>
      )}
      {allowed.includes('note') && (
        <Section title={t('note.title')}>
          <NoteForm commitment={commitment} />
        </Section>
      )}
      {allowed.includes('carry') && (
        <Section title={t('carry.title')}>
          <CarryForm commitment={commitment} />
        </Section>
      )}
    </>
  );
}

function Deciding({ commitment: { id, version, steps, allowedActions } }: { readonly commitment: CommitmentView }) {
  const { t } = useTranslation('ledger');
  const accept = useAction(() => acceptReport(id, version), { done: t('accept.done'), changes: COMMITMENT_CHANGES });
  const sendBack = useAction((reason: string) => returnReport(id, { reason, version }), {
    done: t('return.done'),
    changes: COMMITMENT_CHANGES,
  });
  const reported = [...steps].reverse().find(({ kind }) => kind === 'REPORT')?.settlement ?? 'DONE';
  return (
    <Section title={t('accept.title')}>
      <p className="quiet">{t(`accept.hint_${reported}`)}</p>
      <div className="toolbar">
        {allowedActions.includes('accept') ? (
          <Button type="primary" loading={accept.isPending} onClick={() => accept.mutate()}>
            {t(`accept.as_${reported}`)}
          </Button>
        ) : (
          <span className="quiet small">{t('accept.own')}</span>
        )}
        <ReasonButton
          label={t('return.submit')}
          title={t('return.title')}
          reasonLabel={t('reason')}
          isBusy={sendBack.isPending}
          onConfirm={(reason) => sendBack.mutate(reason)}
        />
      </div>
    </Section>
  );
}
