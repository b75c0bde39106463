import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../plain/Button.js';
import { Icon } from '../plain/Icon.js';
import { usePicture } from './profile-queries.js';
import './profiles.css';

interface PortraitProps {
  readonly ballotId: string;
  /** Its fingerprint; null where none was handed in. */
  readonly picture: string | null;
  readonly name: string;
}

/** Somebody's picture, in the same place and size for everybody on a list, whether there is one or not. */
export function Portrait({ ballotId, picture, name }: PortraitProps) {
  const { t } = useTranslation();
  const file = usePicture(ballotId, picture);
  const address = useAddress(file.data);
  return (
    <span className="portrait">
      {address !== null && <img src={address} alt={name} />}
      {address === null && file.error === null && <Icon name="person" size={44} />}
      {file.error !== null && (
        <Button look="text" onClick={() => void file.refetch()}>
          {t('retry')}
        </Button>
      )}
    </span>
  );
}

/** An address of this page alone for a file that is in memory, for as long as it is shown. */
function useAddress(file: Blob | undefined): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!file) return setAddress(null);
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address;
}
