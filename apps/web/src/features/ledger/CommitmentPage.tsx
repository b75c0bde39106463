import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { type CommitmentView, useCommitment } from '../../shared/commitments/commitment-queries.js';
import { CommitmentTag } from '../../shared/commitments/CommitmentTag.js';
import { fetchCommitmentFile } from '../../shared/files/file-requests.js';
import { FileRows } from '../../shared/files/FileRows.js';
import { Facts } from '../../shared/page/Facts.js';
import { Page } from '../../shared/page/Page.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { Section } from '../../shared/page/Section.js';
import { DueDate } from '../../shared/proposal/DueDate.js';
import { formatDate, formatInstant } from '../../shared/text/formats.js';
import { useTextOr } from '../../shared/text/use-text-or.js';
import { useNameOf } from '../../shared/text/use-name-of.js';
import { CommitmentActs } from './CommitmentActs.js';
import './ledger.css';

/** One promise: what was said, by when, what happened to it, and what the reader can do now. */
export function CommitmentPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('ledger');
  const commitment = useCommitment(id);
  return (
    <Page title={t('one')} back="/ledger">
      <QueryView query={commitment} lines={8}>
        {(data) => <Commitment commitment={data} />}
      </QueryView>
    </Page>
  );
}

function Commitment({ commitment }: { readonly commitment: CommitmentView }) {
  const { t, i18n } = useTranslation('ledger');
  const nameOf = useNameOf();
  const { proposal, promise, unit, dueOn, firstDueOn, state, origin, madeBy, madeAt } = commitment;
  const isSettled = state === 'DONE' || state === 'EXPLAINED';
  return (
    <>
      <Card className="section">
        <CommitmentTag commitment={commitment} />
        <p className="prose">{promise}</p>
        <Facts
          facts={[
            { name: t('unit'), value: nameOf(unit) },
            { name: t('dueOn'), value: <DueDate date={dueOn} isMet={isSettled} /> },
            ...(firstDueOn === dueOn ? [] : [{ name: t('firstDueOn'), value: formatDate(firstDueOn, i18n.language) }]),
            { name: t('made'), value: t(`origin.${origin}`, { name: nameOf(madeBy), instant: formatInstant(madeAt, i18n.language) }) },
            { name: t('proposal'), value: <Link to={`/proposals/${proposal.id}`}>{proposal.subject}</Link>, isLong: true },
          ]}
        />
      </Card>
      <CommitmentActs key={commitment.version} commitment={commitment} />
      <Section title={t('steps.title')}>
        <Steps id={commitment.id} steps={commitment.steps} />
      </Section>
    </>
  );
}

function Steps({ id, steps }: Pick<CommitmentView, 'id' | 'steps'>) {
  const { t: ofFiles } = useTranslation('files');
  const { t, i18n } = useTranslation('ledger');
  const textOr = useTextOr();
  const nameOf = useNameOf();
  if (steps.length === 0) return <p className="quiet">{t('steps.none')}</p>;
  return (
    <ol className="rows ledger-steps">
      {[...steps].reverse().map(({ kind, settlement, text, link, files, dueOn, by, at }) => (
        <li key={`${at}-${kind}`}>
          <div className="row-facts small">
            <strong>{textOr(`ledger:steps.${kind}_${settlement}`, t(`steps.${kind}`))}</strong>
            {dueOn && <span>{t('steps.until', { date: formatDate(dueOn, i18n.language) })}</span>}
            <span className="quiet">{t('steps.by', { name: nameOf(by), instant: formatInstant(at, i18n.language) })}</span>
          </div>
          {text && <p className="prose">{text}</p>}
          {link && (
            <a href={link} target="_blank" rel="noopener noreferrer">
              {link}
            </a>
          )}
          {files.length > 0 && (
            <FileRows files={files} label={ofFiles('evidence.title')} fetchFile={(fileId) => fetchCommitmentFile(id, fileId)} />
          )}
        </li>
      ))}
    </ol>
  );
}
