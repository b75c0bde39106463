import { LogoutOutlined, SettingOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../shared/use-me.js';
import { useSignOut } from './use-sign-out.js';

/** Who one is here, in which roles, and the way out. */
export function AccountMenu() {
  const { t } = useTranslation();
  const me = useMe();
  const signOut = useSignOut();
  const name = me.data?.member.name ?? '';
  const roles = [...new Set(me.data?.offices.map(({ office }) => office))].map((office) => t(`roles.${office}`));
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'who', disabled: true, label: <AccountLines lines={[me.data?.organisation.name ?? '', ...roles]} /> },
          { type: 'divider' },
          { key: 'account', icon: <SettingOutlined />, label: <Link to="/account">{t('account')}</Link> },
          { key: 'sign-out', icon: <LogoutOutlined />, label: t('signOut'), onClick: () => void signOut() },
        ],
      }}
    >
      <Button type="text" icon={<UserOutlined />} title={t('account')}>
        <span className="frame-name">{name}</span>
      </Button>
    </Dropdown>
  );
}

function AccountLines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <div className="account-lines">
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  );
}
