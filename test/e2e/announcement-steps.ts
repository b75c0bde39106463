import type { Visitor } from './browser.js';
import { becomes, choose, goTo, reads, sees } from './steps.js';

interface Visitors {
  readonly secretary: Visitor;
  /** Has no office. */
  readonly proposer: Visitor;
}

const PHONE = { width: 360, height: 740 };
const WIDE = { width: 1440, height: 900 };
const TEXT = '下午的分组讨论改在三楼会议室。\n请相互转告。';

/** The secretariat tells the staff something in its own words, and everybody finds it among their messages. */
export function announces(visitors: () => Visitors): void {
  it('keep what is typed, and the button tells how many they reach', async () => {
    const { secretary } = visitors();
    const { page } = secretary;
    await goTo(secretary, '消息');
    await page.getByRole('link', { name: '发布通知' }).click();
    await page.getByLabel('标题').fill('会场调整');
    await page.getByLabel('内容').fill(TEXT);
    await page.reload();
    await becomes(() => page.getByLabel('标题').inputValue(), '会场调整');
    await choose(secretary, '发给谁', '全体教职工');
    await page.getByRole('button', { name: /^发送给 \d+ 人$/ }).waitFor();
    for (const [size, name] of [
      [WIDE, '42-announcement-wide'],
      [PHONE, '42-announcement-phone'],
    ] as const) {
      await page.setViewportSize(size);
      await sees(secretary, name);
    }
    await page.setViewportSize(WIDE);
  });

  it('are sent at once, stand in everybody’s messages as they were written, and in the list of those that were sent', async () => {
    const { secretary, proposer } = visitors();
    const button = secretary.page.getByRole('button', { name: /^发送给 \d+ 人$/ });
    const [, count] = /(\d+)/.exec((await button.textContent()) ?? '') ?? [];
    await button.click();
    await reads(secretary, `已发送给 ${count} 人`);
    const sent = secretary.page.getByRole('list', { name: '已发布的通知' }).getByRole('listitem');
    for (const words of ['会场调整', '下午的分组讨论改在三楼会议室。', `送达 ${count} 人，0 人已在系统中阅读`])
      await sent.first().getByText(words).waitFor();
    await becomes(() => secretary.page.getByLabel('标题').inputValue(), '');
    await goTo(proposer, '消息');
    await proposer.page.getByText('【通知】会场调整').waitFor();
    await proposer.page.setViewportSize(PHONE);
    await sees(proposer, '43-announced-phone');
  });

  it('are for organisers to send', async () => {
    await becomes(() => visitors().proposer.page.getByRole('link', { name: '发布通知' }).count(), 0);
  });
}
