import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { refusalKeysOf } from '../../i18n/message-files.js';
import { useTextOr } from '../../shared/text/use-text-or.js';
import type { BulkOutcome } from './bulk.js';

/** What became of each: those that were refused first, with why. */
export function BulkResults({ outcome, onClose }: { readonly outcome: BulkOutcome; readonly onClose: () => void }) {
  const { t } = useTranslation('review');
  const { t: words } = useTranslation('proposals');
  const { t: errors } = useTranslation('errors');
  const textOr = useTextOr();
  const refused = outcome.filter(({ problem }) => problem !== null);
  const done = outcome.filter(({ problem }) => problem === null);
  return (
    <Alert
      className="section"
      type={refused.length > 0 ? 'warning' : 'success'}
      showIcon
      title={t('bulk.result', { done: done.length, refused: refused.length })}
      description={
        <>
          <ul>
            {[...refused, ...done].map(({ proposalId, subject, done: after, problem }) => (
              <li key={proposalId}>
                <Link to={`/proposals/${proposalId}`}>{subject}</Link>{' '}
                {after && t('bulk.doneOne', { state: words(`state.${after.state}`) })}
                {after?.docketNo && ` · ${words('docketNo', { no: after.docketNo })}`}
                {problem && textOr(refusalKeysOf(problem.type), errors('generalWithoutTrace'), problem.details ?? {})}
              </li>
            ))}
          </ul>
          <Button onClick={onClose}>{t('bulk.close')}</Button>
        </>
      }
    />
  );
}
