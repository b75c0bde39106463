import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../api/shapes.js';
import { Section } from '../../shared/page/Section.js';
import { Profiles } from './Profiles.js';

/** What or who is voted on, in the order of the paper; people with what they handed in about themselves, where any of them did. */
export function Choices({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('ballots');
  const choices = ballot.items ?? ballot.candidates ?? ballot.subjects ?? ballot.options;
  if (ballot.hasProfiles) return <Profiles ballot={ballot} />;
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
