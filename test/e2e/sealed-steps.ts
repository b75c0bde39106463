import type { Visitor } from './browser.js';
import { CANDIDATES, DELEGATES, ELECTION, SEALED_CAST, type SealedRole } from './sealed-stage.js';
import { becomes, reads, sees } from './steps.js';

/** Keys, papers and archives are computed by BigInt, on a machine that may be busy. */
export const SEALING_MAX_MS = 60_000;

type People = Readonly<Record<SealedRole, Visitor>>;

const THRESHOLD_TRUSTEES = ['scrutineer', 'colleague', 'witness'] as const;

/** Opens the own work in the election from what is owed at home. */
export async function goToWork({ page }: Visitor, owed: string): Promise<void> {
  await page.goto('/');
  await page
    .getByRole('list', { name: '表决选举' })
    .getByRole('link', { name: new RegExp(`${owed}.*${ELECTION}`) })
    .click();
}

/**
 * A network in which the first paper arrives and its answer is lost, and the second does not even arrive. @returns what was sent, as it is
 */
export async function losesFirstAnswers({ page }: Visitor): Promise<readonly string[]> {
  const papers: string[] = [];
  await page.route('**/papers', async (route) => {
    papers.push(route.request().postData() ?? '');
    if (papers.length === 1) await route.fetch();
    if (papers.length <= 2) return route.abort('internetdisconnected');
    return route.continue();
  });
  return papers;
}

/** Seals the paper that is marked, and casts it. */
export const seal = ({ page }: Visitor): Promise<void> => page.getByRole('button', { name: '密封并投票' }).click();

export const isInTheBox = ({ page }: Visitor): Promise<void> => page.getByText('您的票已在票箱里').waitFor({ timeout: SEALING_MAX_MS });

/** Delegates fetch their papers, each on the own device. */
export async function receivePapers(people: People, ballotId: string): Promise<void> {
  for (const role of DELEGATES) {
    const { page } = people[role];
    await page.goto(`/ballots/${ballotId}/vote`);
    await page.getByRole('button', { name: '领取电子票' }).click();
    await page.getByText('电子票在这台设备上，等待投票开始').waitFor({ timeout: SEALING_MAX_MS });
  }
}

/** First round of threshold keys: each device makes a seed and registers. @returns the seed that the witness wrote down */
export async function chooseSeeds(people: People, ballotId: string): Promise<string> {
  let seedOnPaper = '';
  for (const role of THRESHOLD_TRUSTEES) {
    const { page } = people[role];
    await page.goto(`/ballots/${ballotId}/scrutiny`);
    await page.getByRole('button', { name: '在本机生成恢复码' }).click();
    await page
      .getByText('3 位监票人中有 2 位能开票就行：一位丢了恢复码和设备，结果仍能打开', { exact: false })
      .waitFor({ timeout: SEALING_MAX_MS });
    await page.getByLabel('我已把恢复码抄写或打印下来，并密封保管').check();
    if (role === 'witness') {
      await sees(people.witness, '50-seed-phone');
      seedOnPaper = await page.locator('.key-sheet .fingerprint').innerText();
    }
    await page.getByRole('button', { name: '登记（第 1 步）' }).click();
    if (role === 'scrutineer') await reads(people.scrutineer, `正在等待 ${SEALED_CAST.colleague.name}、${SEALED_CAST.witness.name}`);
  }
  return seedOnPaper;
}

/** Second round: all read the same fingerprint aloud, and exchange. */
export async function compareFingerprints(people: People): Promise<void> {
  const shown = new Set<string>();
  for (const role of THRESHOLD_TRUSTEES) {
    const { page } = people[role];
    const next = page.getByRole('button', { name: '核对码一致，交换（第 2 步）' });
    await next.waitFor({ timeout: SEALING_MAX_MS });
    const aloud = page.locator('.aloud .check-code').first();
    await aloud.waitFor({ timeout: SEALING_MAX_MS });
    shown.add(await aloud.innerText());
    if (role === 'witness') await sees(people.witness, '51-certificates-phone');
    await next.click();
  }
  expect(shown.size).toBe(1);
}

/** Third round: each device checks what the others sent it. */
export async function completeKeys(people: People): Promise<void> {
  for (const role of THRESHOLD_TRUSTEES) {
    const last = people[role].page.getByRole('button', { name: '检查并完成（第 3 步）' });
    await last.waitFor({ timeout: SEALING_MAX_MS });
    await last.click();
  }
  for (const role of THRESHOLD_TRUSTEES) await people[role].page.getByText('开票钥匙已生成').waitFor({ timeout: SEALING_MAX_MS });
  await sees(people.scrutineer, '52-threshold-complete');
}

/** The phone was replaced: what is left is the sheet of paper. */
export async function typesSeedOnNewPhone(visitor: Visitor, seedOnPaper: string): Promise<void> {
  const { page } = visitor;
  await page.evaluate(
    () =>
      new Promise((resolve, reject) =>
        Object.assign(indexedDB.open('plenum'), {
          onerror: reject,
          onsuccess: ({ target }: { target: IDBOpenDBRequest }) =>
            Object.assign(target.result.transaction('keys', 'readwrite').objectStore('keys').clear(), {
              onsuccess: resolve,
              onerror: reject,
            }),
        }),
      ),
  );
  await page.reload();
  await page.getByLabel('恢复码（从纸上录入）').fill(seedOnPaper);
  await sees(visitor, '54-seed-typed-phone');
}

/** A scrutineer's device verifies the box, and only then gives its share; the verified page is looked at where a picture is named. */
export async function verifiesAndShares(visitor: Visitor, picture?: string): Promise<void> {
  const { page } = visitor;
  await page.getByRole('button', { name: '核验票箱' }).click();
  await page.getByText('核验通过', { exact: true }).waitFor({ timeout: SEALING_MAX_MS });
  if (picture) await sees(visitor, picture);
  await page.getByRole('button', { name: '提交我的份额' }).click();
  await page
    .getByText(/您的份额已提交/)
    .first()
    .waitFor({ timeout: SEALING_MAX_MS });
}

/** One for, one against, one neither; more cannot be approved than there are seats. */
export async function marksThreeWay(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  const says = (id: keyof typeof CANDIDATES, word: string) =>
    page.getByRole('radiogroup', { name: CANDIDATES[id] }).getByRole('radio', { name: word });
  await says('c1', '赞成').click();
  await says('c2', '反对').click();
  // Nobody is led to an answer: of whom nothing was said, nothing is chosen.
  for (const word of ['赞成', '反对', '弃权']) await becomes(() => says('c3', word).isChecked(), false);
  await says('c3', '赞成').click();
  await becomes(() => says('c2', '赞成').getAttribute('aria-disabled'), 'true');
  await says('c2', '赞成').click({ force: true });
  await becomes(() => says('c2', '反对').isChecked(), true);
  await says('c3', '弃权').click();
  await sees(visitor, '55-three-way-phone');
}
