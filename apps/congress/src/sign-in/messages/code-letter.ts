/** What the mail with a one-time code says. */
export interface CodeLetter {
  readonly subject: string;
  readonly text: string;
}

/** Which language its reader wants is not known before the sign-in: both are there. */
export const codeLetter = (name: string, signInCode: string, address: string, minutes: number): CodeLetter => ({
  subject: '一次性登录码 / One-time code',
  text: `${name}，您好：

您的一次性登录码：${signInCode}
请在 ${minutes} 分钟内打开 ${address} ，用它设定新密码。
如非本人操作，请不要理会此邮件；您的密码没有改变。

Your one-time code: ${signInCode}
Within ${minutes} minutes, set a new password with it at the address above.
If you did not ask for it, ignore this mail: your password has not changed.
`,
});
