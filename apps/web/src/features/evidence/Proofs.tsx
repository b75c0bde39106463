import { useTranslation } from 'react-i18next';
import type { BallotView, ResultView } from '../../api/shapes.js';
import { fetchProof } from '../../shared/ballot/ballot-files.js';
import { DownloadButton } from '../../shared/forms/DownloadButton.js';
import { Section } from '../../shared/page/Section.js';

/** What proves a result: the board with the log of its further proofs, the case that the engine counted, and everything together. */
const PROOFS = ['archive', 'sidecar', 'case', 'evidence'] as const;
type Proof = (typeof PROOFS)[number];

const ENDINGS: Record<Proof, string> = { archive: 'bel', sidecar: 'sidecar', case: 'json', evidence: 'zip' };

/** The name under which a proof is kept: that of its ballot, so that files of several votes stay apart. */
const fileNameOf = (ballotId: string, proof: Proof): string => `${ballotId}.${ENDINGS[proof]}`;

interface ProofsProps {
  readonly ballot: BallotView;
  readonly result: ResultView | null;
}

/** The files that a program checks, each with what it is and who may have it. */
export function Proofs({ ballot: { id, files }, result }: ProofsProps) {
  const { t } = useTranslation('evidence');
  const countingCase = result?.countingCase ?? null;
  const fetchers: Record<Proof, (() => Promise<Blob>) | null> = {
    archive: files.includes('archive') ? () => fetchProof(id, 'archive') : null,
    sidecar: files.includes('sidecar') ? () => fetchProof(id, 'sidecar') : null,
    case: countingCase ? async () => new Blob([JSON.stringify(countingCase)], { type: 'application/json' }) : null,
    evidence: files.includes('evidence') ? () => fetchProof(id, 'evidence') : null,
  };
  return (
    <Section title={t('proofs.title')}>
      <ul className="rows">
        {PROOFS.map((proof) => {
          const fetchFile = fetchers[proof];
          return fetchFile === null ? null : (
            <li key={proof} className="file-row">
              <div className="row-main">
                <div className="row-title">{t(`proofs.${proof}.name`)}</div>
                <div className="quiet small">{t(`proofs.${proof}.what`)}</div>
              </div>
              <DownloadButton
                label={t('proofs.download')}
                title={t('proofs.downloadOf', { file: t(`proofs.${proof}.name`) })}
                fileName={fileNameOf(id, proof)}
                fetchFile={fetchFile}
              />
            </li>
          );
        })}
      </ul>
      {!files.includes('evidence') && <p className="quiet small">{t('proofs.evidenceWithheld')}</p>}
    </Section>
  );
}
