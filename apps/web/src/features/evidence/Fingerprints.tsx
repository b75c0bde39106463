import { useTranslation } from 'react-i18next';
import type { BallotView, ResultView } from '../../api/shapes.js';
import { Fingerprint } from '../../shared/sealed/Fingerprint.js';
import { useBoardHead } from '../../shared/sealed/key-queries.js';
import { Section } from '../../shared/page/Section.js';

interface FingerprintsProps {
  readonly ballot: BallotView;
  readonly result: ResultView | null;
}

/** What is compared with paper, with a screen, or with what a program prints: each with where its like is found. */
export function Fingerprints({ ballot, result }: FingerprintsProps) {
  const { t } = useTranslation('evidence');
  const hasBoard = ballot.files.includes('archive');
  return (
    <Section title={t('fingerprints.title')}>
      <p className="quiet">{t('fingerprints.intro')}</p>
      <dl className="fingerprints">
        {result && <Print name="digest" text={result.digest} />}
        {hasBoard && <OfBoard ballot={ballot} />}
      </dl>
      {result && result.verifiers.length > 0 && (
        <ul className="plain-list quiet small">
          {result.verifiers.map(({ verifier, version, verdict }) => (
            <li key={verifier}>{t(`fingerprints.verifier.${verdict}`, { verifier, version: version ?? '' })}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function OfBoard({ ballot: { id, state } }: { readonly ballot: BallotView }) {
  const head = useBoardHead(id, state);
  if (!head.data) return null;
  const { hash, electionFingerprint, trusteesFingerprint, rollFingerprint } = head.data;
  return (
    <>
      <Print name="head" text={hash} />
      <Print name="election" text={electionFingerprint} />
      <Print name="trustees" text={trusteesFingerprint} />
      <Print name="roll" text={rollFingerprint} />
    </>
  );
}

interface PrintProps {
  readonly name: 'digest' | 'head' | 'election' | 'trustees' | 'roll';
  readonly text: string;
}

function Print({ name, text }: PrintProps) {
  const { t } = useTranslation('evidence');
  return (
    <div>
      <dt>{t(`fingerprints.${name}.name`)}</dt>
      <dd>
        <Fingerprint text={text} />
        <div className="quiet small">{t(`fingerprints.${name}.where`)}</div>
      </dd>
    </div>
  );
}
