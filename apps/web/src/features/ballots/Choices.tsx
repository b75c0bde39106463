import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../api/shapes.js';
import { Section } from '../../shared/Section.js';

/** What or who is voted on, in the order of the paper. */
export function Choices({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('ballots');
  const choices = ballot.items ?? ballot.candidates ?? ballot.subjects ?? ballot.options;
  if (!choices) return null;
  return (
    <Section title={t(`entries.${ballot.kind}`)}>
      <ol className="entries">
        {choices.map(({ id, label }) => (
          <li key={id}>{label}</li>
        ))}
      </ol>
    </Section>
  );
}
