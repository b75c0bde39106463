import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../api/shapes.js';
import { useResult } from '../../shared/ballot/result-queries.js';
import { BallotFrame } from '../../shared/ballot/BallotFrame.js';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { LinkButton } from '../../shared/page/LinkButton.js';
import { useMe } from '../../shared/congress/use-me.js';
import { Fingerprints } from './Fingerprints.js';
import { HowToCheck } from './HowToCheck.js';
import { Proofs } from './Proofs.js';
import './evidence.css';

/** What proves a result and how anybody checks it: the files, the fingerprints to compare, and what to do with both. */
export function EvidencePage() {
  const { t } = useTranslation('evidence');
  return (
    <BallotFrame title={t('title')} lines={8}>
      {(ballot) => <Evidence ballot={ballot} />}
    </BallotFrame>
  );
}

function Evidence({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('evidence');
  const { t: scrutiny } = useTranslation('scrutiny');
  const me = useMe();
  const { id, files, officers = [] } = ballot;
  const result = useResult(id, files.includes('tally-sheet'));
  const isScrutineer = officers.some(({ member, role }) => role === 'SCRUTINEER' && member.id === me.data?.member.id);
  if (files.length === 0) return <EmptyState text={t('none')} hint={t('noneHint')} />;
  return (
    <>
      <Fingerprints ballot={ballot} result={result.data ?? null} />
      <Proofs ballot={ballot} result={result.data ?? null} />
      <HowToCheck files={files} hasCase={Boolean(result.data?.countingCase)} />
      {isScrutineer && files.includes('archive') && (
        <LinkButton to={`/ballots/${id}/scrutiny`} block>
          {scrutiny('enter.watch')}
        </LinkButton>
      )}
    </>
  );
}
