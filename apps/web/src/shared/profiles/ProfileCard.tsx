import { useTranslation } from 'react-i18next';
import type { ProfileView } from '../../api/shapes.js';
import { Portrait } from './Portrait.js';
import { missingIn } from './missing.js';

interface ProfileCardProps {
  readonly ballotId: string;
  readonly profile: ProfileView;
}

/** What somebody handed in about themselves. Of what was not handed in no more is said than that: nobody has to. */
export function ProfileCard({ ballotId, profile }: ProfileCardProps) {
  const { t } = useTranslation('voting');
  const missing = missingIn(profile);
  return (
    <div className="profile">
      <Portrait ballotId={ballotId} picture={profile.picture} name={profile.label} />
      <div className="profile-words">
        {profile.text !== null && <p className="prose">{profile.text}</p>}
        {missing !== null && <p className="quiet">{t(`profile.missing.${missing}`)}</p>}
      </div>
    </div>
  );
}
