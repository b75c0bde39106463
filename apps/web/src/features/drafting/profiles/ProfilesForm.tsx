import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BallotView, ProfileView } from '../../../api/shapes.js';
import { KeptNote } from '../../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../../shared/kept-text/use-kept-text.js';
import { useProfiles } from '../../../shared/profiles/profile-queries.js';
import { QueryView } from '../../../shared/page/QueryView.js';
import { Section } from '../../../shared/page/Section.js';
import type { Outdated } from '../../../shared/forms/use-outdated.js';
import { useVersionedAction } from '../../../shared/forms/use-versioned-action.js';
import { counted, useTextRules } from '../../../shared/forms/use-text-rules.js';
import { describeCandidates, removePicture, setPicture } from '../draft/drafting-requests.js';
import { listedOn } from '../draft/drafting.js';
import { PictureField } from './PictureField.js';
import { changedTexts, profilesOf } from './profiles.js';

const TEXT_MAX = 500;

interface ProfilesFormProps {
  readonly ballot: BallotView;
  /** The page changes the ballot from one version to the next: both of its forms stand on the same one. */
  readonly outdated: Outdated<BallotView>;
}

/** What candidates handed in about themselves, of everybody who is on the saved list. */
export function ProfilesForm({ ballot, outdated }: ProfilesFormProps) {
  const { t } = useTranslation('drafting');
  const profiles = useProfiles(ballot.id);
  const listed = listedOn(ballot);
  return (
    <Section title={t('profiles.title')}>
      <p className="quiet">{t('profiles.intro')}</p>
      {listed.length === 0 ? (
        <p className="quiet">{t('profiles.nobodyYet')}</p>
      ) : (
        <QueryView query={profiles}>
          {(handedIn) => <Fields ballot={ballot} outdated={outdated} profiles={profilesOf(listed, handedIn)} />}
        </QueryView>
      )}
    </Section>
  );
}

interface FieldsProps extends ProfilesFormProps {
  readonly profiles: readonly ProfileView[];
}

interface Typed {
  readonly texts?: Readonly<Record<string, string | undefined>>;
}

function Fields({ ballot: { id }, outdated, profiles }: FieldsProps) {
  const { t } = useTranslation('drafting');
  const atMost = useTextRules();
  const [form] = Form.useForm<Typed>();
  const kept = useKeptText({ form: 'ballot-profiles', about: id });
  const save = useVersionedAction(
    outdated,
    (version, texts: Parameters<typeof describeCandidates>[1]) => describeCandidates(id, texts, version),
    {
      done: t('profiles.done'),
      onDone: () => kept.forget(),
    },
  );
  const picture = useVersionedAction(outdated, (version, change: (version: number) => ReturnType<typeof removePicture>) => change(version));
  const isBusy = save.isPending || picture.isPending;
  const initial: Typed = { texts: Object.fromEntries(profiles.map((profile) => [profile.id, profile.text ?? ''])) };
  return (
    <Form<Typed>
      form={form}
      layout="vertical"
      initialValues={initial}
      scrollToFirstError
      onFinish={({ texts = {} }) => save.mutate(changedTexts(profiles, texts))}
    >
      <ol className="profiles">
        {profiles.map((profile) => (
          <li key={profile.id} className="profile-fields">
            <PictureField
              ballotId={id}
              profile={profile}
              isBusy={isBusy}
              onChoose={(chosen) => picture.mutate((version) => setPicture({ id, choiceId: profile.id }, chosen, version))}
              onRemove={() => picture.mutate((version) => removePicture({ id, choiceId: profile.id }, version))}
            />
            <Form.Item name={['texts', profile.id]} label={t('profiles.textOf', { name: profile.label })} rules={[atMost(TEXT_MAX)]}>
              <Input.TextArea autoSize={{ minRows: 4 }} count={counted(TEXT_MAX)} />
            </Form.Item>
          </li>
        ))}
      </ol>
      <KeptNote kept={kept} />
      <Button htmlType="submit" size="large" loading={save.isPending} disabled={picture.isPending}>
        {t('profiles.action')}
      </Button>
    </Form>
  );
}
