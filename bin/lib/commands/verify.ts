/** `npm run verify`: recomputes the chain of events from their content and names the first bad position. */
import { connect } from '../../../db/connect.ts';
import { verifyLedger } from '../../../db/verify.ts';
import { attachDatabase } from '../attach.ts';
import { CliError } from '../cli.ts';
import type { Command } from '../command.ts';
import { checkFiles, storageOf } from '../files.ts';
import { dataDirOf } from '../settings.ts';

const parseHead = (text: string | undefined): { position: number; hash: string } | undefined => {
  if (text === undefined) return undefined;
  const match = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text);
  if (!match?.[1] || !match[2])
    throw new CliError(2, '--head cần dạng <vị trí>:<mã băm 64 ký tự>.', '--head wants <position>:<64 hex digits>.');
  return { position: Number(match[1]), hash: match[2] };
};

export const verifyCommand: Command = {
  spec: {
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
      files: {
        type: 'boolean',
        vi: 'đọc lại mọi tệp minh chứng mà sổ nêu, báo tệp hỏng hoặc mất',
        en: 'also reads every evidence file that the ledger names; tells damaged and missing ones',
      },
    },
    example: 'npm run verify -- --head 1204:9f2c…',
  },
  main: async ({ text, flag, say, print, pick }) => {
    const expectHead = parseHead(text('head'));
    const { databaseUrl, close } = await attachDatabase(process.env, say);
    const db = connect({ url: databaseUrl, applicationName: 'san-sang verify', statementTimeout: 0 });
    try {
      const report = await verifyLedger(db, {
        ...(expectHead && { expectHead }),
        onProgress: (events) => events > 0 && events % 50_000 === 0 && say(`${events} …`),
      });
      const { firstBad, head, events } = report;
      const files = flag('files') ? await checkFiles(db, storageOf(process.env, dataDirOf(process.env))) : null;
      const fileLines = files ? [`${pick('Tệp minh chứng đã đọc', 'Evidence files read')}: ${files.checked}`] : [];
      for (const { name, sha256, position, condition } of files?.bad ?? []) {
        const what = condition === 'missing' ? pick('MẤT', 'MISSING') : pick('HỎNG', 'DAMAGED');
        fileLines.push(`${what}: ${name} (${sha256}, ${pick('vị trí', 'position')} ${position})`);
      }
      const ok = report.ok && (files?.bad.length ?? 0) === 0;
      print(
        { ...report, ok, ...(files ? { files } : {}) },
        [
          firstBad
            ? `${pick('SAI tại vị trí', 'BAD at position')} ${firstBad.position}${firstBad.streamId ? ` (${firstBad.streamId})` : ''}: ${firstBad.reason}`
            : `${pick('Toàn vẹn', 'Intact')}: ${events} ${pick('sự kiện', 'events')}\n${pick('Đầu sổ', 'Head')}: ${head.position}:${head.hash}`,
          ...fileLines,
        ].join('\n'),
      );
      return ok ? 0 : 1;
    } finally {
      await db.destroy();
      await close();
    }
  },
};
