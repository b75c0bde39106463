import { useQuery } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberFields } from './member-fields.js';
import { fetchMember, type Member } from './roster-requests.js';

/** The mobile number, which no list holds: read for this one person. Until it is read the form leaves it as it is. */
export function MobileItem({ member }: { readonly member: Member | null }) {
  const { t } = useTranslation('roster');
  const form = Form.useFormInstance<MemberFields>();
  const { data } = useQuery({
    queryKey: ['members', 'mobile', member?.id, member?.version],
    queryFn: () => (member ? fetchMember(member.id) : null),
    gcTime: 0,
  });
  useEffect(() => {
    if (data && !form.isFieldTouched('mobile')) form.setFieldValue('mobile', data.mobile ?? '');
  }, [data, form]);
  return (
    <Form.Item name="mobile" label={t('columns.mobile')} extra={t('member.mobileHint')}>
      <Input type="tel" autoComplete="off" disabled={member !== null && !data} />
    </Form.Item>
  );
}
