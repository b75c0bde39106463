import { DeleteOutlined, UploadOutlined } from '@ant-design/icons';
import { App, Button, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProfileView } from '../../../api/shapes.js';
import { Portrait } from '../../../shared/profiles/Portrait.js';
import { scaledPicture } from './scaled-picture.js';

const PICTURES = 'image/jpeg,image/png,image/webp';

interface PictureFieldProps {
  readonly ballotId: string;
  readonly profile: ProfileView;
  readonly isBusy: boolean;
  readonly onChoose: (picture: Blob) => void;
  readonly onRemove: () => void;
}

/** Somebody's picture: chosen, replaced, taken away, each at once. */
export function PictureField({ ballotId, profile: { label: name, picture }, isBusy, onChoose, onRemove }: PictureFieldProps) {
  const { t } = useTranslation('drafting');
  const { message } = App.useApp();
  const choose = async (file: Blob) => {
    try {
      onChoose(await scaledPicture(file));
    } catch {
      void message.error(t('profiles.unreadable'), 6);
    }
  };
  return (
    <div className="picture-field">
      <Portrait ballotId={ballotId} picture={picture} name={name} />
      <Upload accept={PICTURES} maxCount={1} showUploadList={false} disabled={isBusy} beforeUpload={(file) => (void choose(file), false)}>
        <Button
          size="small"
          icon={<UploadOutlined />}
          disabled={isBusy}
          aria-label={t(picture === null ? 'profiles.chooseOf' : 'profiles.replaceOf', { name })}
        >
          {t(picture === null ? 'profiles.choose' : 'profiles.replace')}
        </Button>
      </Upload>
      {picture !== null && (
        <Button
          size="small"
          type="text"
          icon={<DeleteOutlined />}
          disabled={isBusy}
          aria-label={t('profiles.removeOf', { name })}
          onClick={onRemove}
        >
          {t('profiles.remove')}
        </Button>
      )}
    </div>
  );
}
