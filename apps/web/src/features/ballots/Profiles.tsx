import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../api/shapes.js';
import { ProfileCard } from '../../shared/profiles/ProfileCard.js';
import { useProfiles } from '../../shared/profiles/profile-queries.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { Section } from '../../shared/page/Section.js';

/** Who stands, or is appraised, in the order of the paper: everybody in the same place and size, with what they handed in. */
export function Profiles({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('ballots');
  const profiles = useProfiles(ballot.id);
  return (
    <Section title={t(`entries.${ballot.kind}`)}>
      <QueryView query={profiles}>
        {(all) => (
          <ol className="profiles">
            {all.map((profile, at) => (
              <li key={profile.id}>
                <h3>{t('profileOf', { number: at + 1, name: profile.label })}</h3>
                <ProfileCard ballotId={ballot.id} profile={profile} />
              </li>
            ))}
          </ol>
        )}
      </QueryView>
    </Section>
  );
}
