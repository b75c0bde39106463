import { expect } from '@jest/globals';
import type { Visitor } from './browser.js';
import { SECRETARY } from './stage.js';
import { becomes, goTo, reads, sees } from './steps.js';

interface Visitors {
  readonly secretary: Visitor;
  /** Has no office. */
  readonly proposer: Visitor;
}

const PHONE = { width: 360, height: 740 };
const WIDE = { width: 1440, height: 900 };
const KEY = 'of-a-group-that-nobody-reads-7a3c';

/** The secretariat sets the robot of a group, tries it, reads why nothing arrived, and takes it away. */
export function setsWays(visitors: () => Visitors): void {
  const group = ({ page }: Visitor) => page.getByRole('region', { name: '飞书群' });

  it('say what is set and what is not, and refuse what is no robot’s address at its field', async () => {
    const { secretary } = visitors();
    await goTo(secretary, '通知方式');
    await group(secretary).getByText('没有设置，不向这个群发消息。').waitFor();
    await group(secretary).getByRole('button', { name: '设置机器人' }).click();
    await group(secretary).getByLabel('Webhook 地址').fill('https://open.feishu.cn.example.test/open-apis/bot/v2/hook/x');
    await group(secretary).getByLabel('加签密钥').fill('a-secret-that-is-shown-to-nobody');
    await group(secretary).getByRole('button', { name: '保存', exact: true }).click();
    await reads(secretary, '这不是这家群机器人的地址。请从机器人的设置里整个复制。');
    await group(secretary).getByLabel('Webhook 地址').fill(`https://open.feishu.cn/open-apis/bot/v2/hook/${KEY}`);
    await group(secretary).getByRole('button', { name: '保存', exact: true }).click();
    await group(secretary).getByText('尾号 7a3c，加签').waitFor();
  });

  it('are tried, and say what went wrong with what to do, on a phone and on a wide screen', async () => {
    const { secretary } = visitors();
    await group(secretary).getByRole('button', { name: '发一条测试消息' }).click();
    await reads(secretary, '测试消息没有发出去，原因见上。');
    await reads(secretary, /连不上对方的服务器/);
    await reads(secretary, /请让管理员检查服务器能否访问外网/);
    for (const [size, name] of [
      [WIDE, '41-ways-wide'],
      [PHONE, '41-ways-phone'],
    ] as const) {
      await secretary.page.setViewportSize(size);
      await sees(secretary, name);
    }
    await secretary.page.setViewportSize(WIDE);
    expect(await secretary.page.content()).not.toContain(KEY);
  });

  it('are turned off, and taken away', async () => {
    const { secretary } = visitors();
    await group(secretary).getByRole('switch', { name: '向飞书群发消息' }).click();
    await group(secretary).getByText('已关闭', { exact: true }).waitFor();
    await group(secretary).getByRole('button', { name: '移除' }).click();
    await secretary.page.getByRole('tooltip').getByRole('button', { name: '移除' }).click();
    await group(secretary).getByText('没有设置，不向这个群发消息。').waitFor();
  });

  it('are messages to one person, too: an app is set, tried on oneself, and its secret is shown to nobody', () =>
    setsApp(visitors().secretary));

  it('are the organisers’ alone', async () => {
    const { proposer } = visitors();
    await goTo(proposer, '消息');
    await proposer.page.getByRole('heading', { name: '消息' }).waitFor();
    await becomes(() => proposer.page.getByRole('link', { name: '通知方式' }).count(), 0);
  });
}

async function setsApp(secretary: Visitor): Promise<void> {
  const app = secretary.page.getByRole('region', { name: '企业微信应用消息' });
  await app.getByText('未设置：不以此方式通知任何人。').waitFor();
  await app.getByRole('button', { name: '设置应用' }).click();
  await app.getByLabel('企业 ID（corpid）').fill('ww-of-nobody');
  await app.getByLabel('应用的 Secret').fill(KEY);
  await app.getByRole('button', { name: '保存', exact: true }).click();
  await app.getByText('请填写：应用的 AgentId').waitFor();
  await app.getByLabel('应用的 AgentId').fill('1000002');
  await app.getByRole('button', { name: '保存', exact: true }).click();
  await app.getByText('ww-of-nobody，编号 1000002').waitFor();
  await app.getByRole('button', { name: '给我发一条测试消息' }).click();
  await app.getByText(`没有发给“${SECRETARY.staffNo}”：连不上平台的服务器。`).waitFor();
  await sees(secretary, '42-ways-of-one-person');
  expect(await secretary.page.content()).not.toContain(KEY);
  await app.getByRole('button', { name: '移除' }).click();
  await secretary.page.getByRole('tooltip').getByRole('button', { name: '移除' }).click();
  await app.getByText('未设置：不以此方式通知任何人。').waitFor();
}
