/** `npm run verify`: recomputes the chain of events from their content and names the first bad position. */
import { connect } from '../db/connect.ts';
import { verifyLedger } from '../db/verify.ts';
import { attachDatabase } from './lib/attach.ts';
import { CliError, runCli } from './lib/cli.ts';

const parseHead = (text: string | undefined): { position: number; hash: string } | undefined => {
  if (text === undefined) return undefined;
  const match = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text);
  if (!match?.[1] || !match[2])
    throw new CliError(2, '--head cần dạng <vị trí>:<mã băm 64 ký tự>.', '--head wants <position>:<64 hex digits>.');
  return { position: Number(match[1]), hash: match[2] };
};

await runCli(
  {
    name: 'verify',
    vi: 'Kiểm tra toàn vẹn sổ sự kiện: tính lại mọi mã băm từ nội dung, nêu vị trí sai đầu tiên.',
    en: 'Checks the ledger: recomputes every hash from content and names the first bad position.',
    options: {
      head: {
        type: 'string',
        value: 'POSITION:HASH',
        vi: 'đầu sổ đã ghi lại trước đây; phát hiện sổ bị cắt đuôi hoặc bị viết lại toàn bộ',
        en: 'a head noted earlier; finds a ledger that was cut or rewritten as a whole',
      },
    },
    example: 'npm run verify -- --head 1204:9f2c…',
  },
  async ({ text, say, print, pick }) => {
    const expectHead = parseHead(text('head'));
    const { databaseUrl, close } = await attachDatabase(process.env, say);
    const db = connect({ url: databaseUrl, applicationName: 'san-sang verify', statementTimeout: 0 });
    try {
      const report = await verifyLedger(db, {
        ...(expectHead && { expectHead }),
        onProgress: (events) => events > 0 && events % 50_000 === 0 && say(`${events} …`),
      });
      const { firstBad, head, events } = report;
      print(
        report,
        firstBad
          ? `${pick('SAI tại vị trí', 'BAD at position')} ${firstBad.position}${firstBad.streamId ? ` (${firstBad.streamId})` : ''}: ${firstBad.reason}`
          : `${pick('Toàn vẹn', 'Intact')}: ${events} ${pick('sự kiện', 'events')}\n${pick('Đầu sổ', 'Head')}: ${head.position}:${head.hash}`,
      );
      return report.ok ? 0 : 1;
    } finally {
      await db.destroy();
      await close();
    }
  },
);
