import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../shared/plain/Button.js';
import { ProfileCard } from '../../../shared/profiles/ProfileCard.js';
import { useProfiles } from '../../../shared/profiles/profile-queries.js';
import { QueryView } from '../../../shared/page/QueryView.js';

interface ProfileFoldProps {
  readonly ballotId: string;
  /** The place on the paper, from 0. */
  readonly at: number;
  readonly name: string;
}

/** What somebody on the paper handed in, behind a button that everybody on it has: nothing of it is fetched before it is opened. */
export function ProfileFold({ ballotId, at, name }: ProfileFoldProps) {
  const { t } = useTranslation('voting');
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="profile-fold">
      <Button
        look="text"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-label={t('profile.of', { act: t(isOpen ? 'profile.hide' : 'profile.show'), name })}
        onClick={() => setOpen(!isOpen)}
      >
        {t(isOpen ? 'profile.hide' : 'profile.show')}
      </Button>
      {isOpen && (
        <div id={id} className="profile-opened">
          <Opened ballotId={ballotId} at={at} />
        </div>
      )}
    </div>
  );
}

function Opened({ ballotId, at }: Omit<ProfileFoldProps, 'name'>) {
  const profiles = useProfiles(ballotId);
  return (
    <QueryView query={profiles} lines={3}>
      {(all) => {
        const profile = all[at];
        return profile ? <ProfileCard ballotId={ballotId} profile={profile} /> : null;
      }}
    </QueryView>
  );
}
