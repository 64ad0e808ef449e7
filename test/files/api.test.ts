/** Evidence files as an office meets them: sent, named in proof, read, and refused. */
import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { FileList, FileSent } from '../../api/contract/index.ts';
import { checkFiles } from '../../bin/lib/files.ts';
import { dropUnused, namedContents } from '../../db/files.ts';
import { diskStorage, ScannerAway } from '../../files/index.ts';
import { admin } from '../support/postgres.ts';
import { docx, pdf, png } from './samples.ts';
import { AGENCY, EXERCISE, MEGABYTE, SUPPLY, useFileOffice } from './support.ts';

const office = useFileOffice();
const given = ({ fileId: id, sha256, size, name, type }: Record<string, unknown>) => ({ id, sha256, size, name, type });
const pathOf = (sha256: string): string => join(office.folder, 'kept', sha256.slice(0, 2), sha256.slice(2));
const evidenceOf = async (task: string, who = AGENCY) => {
  const { tasks } = await office.read(who, `${EXERCISE}/checklist`);
  return tasks.find(({ code }: { code: string }) => code === task).evidenceGiven;
};

afterEach(() => {
  office.scan = null;
});

describe('a file', () => {
  test('is taken from the body that owns the task, and told exactly as it was received', async () => {
    const bytes = pdf('Biên bản nghiệm thu');
    const { status, body } = await office.send(SUPPLY, 'C26', 'Biên bản nghiệm thu.pdf'.normalize('NFD'), bytes);
    expect({ status, body }).toMatchObject({ status: 201 });
    expect(FileSent.strict().parse(body)).toMatchObject({
      name: 'Biên bản nghiệm thu.pdf',
      type: 'application/pdf',
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      scan: 'notScanned',
      scanLabel: { vi: 'Chưa quét', en: 'Not scanned' },
    });
    expect(await readdir(join(office.folder, 'spool'))).toEqual([]);
  });

  test('that no proof names yet is known to its body only', async () => {
    const { body } = await office.send(SUPPLY, 'C26', 'a.png', png());
    expect((await office.fetch(SUPPLY, `${EXERCISE}/files/${body.fileId}`)).status).toBe(200);
    expect((await office.fetch(AGENCY, `${EXERCISE}/files/${body.fileId}`)).status).toBe(404);
    const known = FileList.parse(await office.read(SUPPLY, `${EXERCISE}/files?task=C26`));
    expect(known.files.at(-1)).toMatchObject({ fileId: body.fileId, task: 'C26', handedIn: false });
    expect((await office.read(AGENCY, `${EXERCISE}/files?task=C26`)).files).toEqual([]);
  });

  test('named in proof stands in the history and in the checklist, and can be read by who may read the task', async () => {
    const bytes = pdf('Nghiệm thu lần cuối');
    const { body } = await office.send(SUPPLY, 'C26', 'Nghiệm thu.pdf', bytes);
    const { status, body: done } = await office.submit(SUPPLY, 'C26', [given(body)]);
    expect({ status, done }).toMatchObject({ status: 200 });
    expect((await evidenceOf('C26')).files).toEqual([given(body)]);

    const answer = await office.fetch(AGENCY, `${EXERCISE}/files/${body.fileId}`);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename="Nghiem thu.pdf"; filename*=UTF-8''Nghi%E1%BB%87m%20thu.pdf`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none';.*; sandbox$/);
    const inPlace = await office.fetch(AGENCY, `${EXERCISE}/files/${body.fileId}?inline=1`);
    expect(inPlace.headers.get('content-disposition')).toMatch(/^inline; /);

    expect((await office.fetch('nv-01@tam-ky.FIN', `${EXERCISE}/files/${body.fileId}`)).status).toBe(404);
    expect((await office.fetch('nv-01@hoi-an.POL', `${EXERCISE}/files/${body.fileId}`)).status).toBe(404);
    expect((await office.fetch(AGENCY, `exercises/tan-thanh-2022/files/${body.fileId}`)).status).toBe(404);
    expect((await office.fetch(AGENCY, `${EXERCISE}/files/${randomUUID()}`)).status).toBe(404);
  });

  test('of an office program is never shown in place', async () => {
    const { body } = await office.send(SUPPLY, 'C26', 'bảng.docx', docx());
    const answer = await office.fetch(SUPPLY, `${EXERCISE}/files/${body.fileId}?inline=1`);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /);
  });

  test('replaces an earlier one when the proof is revised', async () => {
    const { body } = await office.send(SUPPLY, 'C26', 'rõ hơn.pdf', pdf('rõ hơn'));
    expect(await office.submit(SUPPLY, 'C26', [given(body)], 'ReviseEvidence')).toMatchObject({ status: 200 });
    expect((await evidenceOf('C26')).files).toEqual([given(body)]);
  });

  test('changed or lost in the storage is not handed out', async () => {
    const { body } = await office.send(SUPPLY, 'C26', 'sẽ hỏng.pdf', pdf('sẽ hỏng'));
    await writeFile(pathOf(body.sha256), pdf('sẽ hòng'));
    const damaged = await office.read(SUPPLY, `${EXERCISE}/files/${body.fileId}`);
    expect(damaged).toMatchObject({ status: 500, code: 'file-damaged' });
    await rm(pathOf(body.sha256));
    const lost = await office.read(SUPPLY, `${EXERCISE}/files/${body.fileId}`);
    expect(lost).toMatchObject({ status: 500, code: 'file-damaged' });
    expect(await office.submit(SUPPLY, 'C26', [given(body)], 'ReviseEvidence')).toMatchObject({
      status: 409,
      body: { code: 'file-unknown' },
    });
  });
});

describe('nobody else sends a file', () => {
  test.each([
    ['another body of the exercise', 'nv-01@tam-ky.FIN', 403, 'not-your-body'],
    ['a viewer', 'ld-01@tam-ky.VIEW', 403, 'viewers-send-nothing'],
    ['a body of another city', 'nv-01@hoi-an.POL', 404, 'not-found'],
  ])('%s', async (_, who, status, code) => {
    expect(await office.send(who, 'C26', 'a.pdf', pdf())).toMatchObject({ status, body: { code } });
  });

  test('nor without the token of the session', async () => {
    const form = new FormData();
    form.append('task', 'C26');
    form.append('file', new Blob(['%PDF-']), 'a.pdf');
    const answer = await fetch(office.url(`${EXERCISE}/files`), {
      method: 'POST',
      headers: { 'x-actor': SUPPLY },
      body: form,
    });
    expect(await answer.json()).toMatchObject({ code: 'csrf' });
  });
});

describe('what is not taken', () => {
  test.each([
    ['a page', 'a.html', Buffer.from('<script>alert(1)</script>'), 415, 'file-kind'],
    ['a drawing that runs', 'a.svg', Buffer.from('<svg onload="x"/>'), 415, 'file-kind'],
    ['a program under the name of a paper', 'a.pdf', Buffer.from('MZ\x90\x00'), 422, 'file-false-type'],
    ['macros', 'a.docx', docx({ 'word/vbaProject.bin': new Uint8Array(9) }), 422, 'file-macros'],
    ['a deceiving name', 'a\u202efdp.pdf', pdf(), 422, 'file-name'],
    ['a name that bears a marking', 'KH (mật).pdf', pdf(), 422, 'secret-marked'],
    ['a marking behind separators', 'TỐI_MẬT.pdf', pdf(), 422, 'secret-marked'],
    ['nothing at all', 'a.pdf', Buffer.alloc(0), 422, 'file-needed'],
    ['more than is allowed', 'a.pdf', Buffer.concat([pdf(), Buffer.alloc(MEGABYTE)]), 413, 'file-too-large'],
  ])('%s', async (_, name, bytes, status, code) => {
    const answer = await office.send(SUPPLY, 'C26', name, bytes);
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
    expect(await readdir(join(office.folder, 'spool'))).toEqual([]);
  });

  test('anything for a task of which only the number is kept, or that is done and passed', async () => {
    expect(await office.send(AGENCY, 'C20', 'a.pdf', pdf())).toMatchObject({
      status: 409,
      body: { code: 'secret-upload' },
    });
    expect(await office.send('vp-01@tam-ky.PC', 'C05', 'a.pdf', pdf())).toMatchObject({
      status: 409,
      body: { code: 'gate-passed-evidence' },
    });
    expect(await office.send(SUPPLY, 'C99', 'a.pdf', pdf())).toMatchObject({
      status: 404,
      body: { code: 'task-unknown' },
    });
  });

  test('a form with two files, unknown fields or no task', async () => {
    const two = await office.send(SUPPLY, 'C26', 'a.pdf', pdf(), (form) =>
      form.append('file', new Blob(['x']), 'b.pdf'),
    );
    expect(two.status).toBe(415);
    const more = await office.send(SUPPLY, 'C26', 'a.pdf', pdf(), (form) => form.append('body', 'tam-ky.FIN'));
    expect(more).toMatchObject({ status: 422, body: { code: 'invalid-body' } });
    const none = await office.send(SUPPLY, 'C26', 'a.pdf', pdf(), (form) => form.delete('task'));
    expect(none).toMatchObject({ status: 422, body: { code: 'invalid-body' } });
  });

  test('JSON here, and a form anywhere else', async () => {
    const json = await office.api.post(`/api/v1/${EXERCISE}/files`, { task: 'C26' }, { 'x-actor': SUPPLY });
    expect({ status: json.status, code: json.body.code }).toEqual({ status: 415, code: 'multipart-needed' });
    const form = new FormData();
    form.append('type', 'SubmitTask');
    const answer = await fetch(office.url(`${EXERCISE}/commands`), {
      method: 'POST',
      headers: { 'x-actor': SUPPLY, 'x-csrf-token': 'test' },
      body: form,
    });
    expect(answer.status).toBe(415);
  });
});

describe('proof', () => {
  test('whose words about a file are not what was received is refused, whatever they are', async () => {
    const { body } = await office.send(SUPPLY, 'C26', 'đúng.pdf', pdf('đúng'));
    const before = await office.api.events();
    const file = given(body);
    for (const lie of [{ sha256: 'a'.repeat(64) }, { size: 1 }, { name: 'khác.pdf' }, { type: 'image/png' }])
      expect(await office.submit(SUPPLY, 'C26', [{ ...file, ...lie }], 'ReviseEvidence')).toMatchObject({
        status: 422,
        body: { code: 'file-differs' },
      });
    expect(await office.submit(SUPPLY, 'C26', [{ ...file, id: randomUUID() }], 'ReviseEvidence')).toMatchObject({
      status: 409,
      body: { code: 'file-unknown' },
    });
    const told = await office.preview(SUPPLY, 'C26', [{ ...file, size: 1 }], 'ReviseEvidence');
    expect(told).toMatchObject({
      status: 200,
      body: { accepted: false, problem: { status: 422, code: 'file-differs' } },
    });
    const lost = await office.preview(SUPPLY, 'C26', [{ ...file, id: randomUUID() }], 'ReviseEvidence');
    expect(lost).toMatchObject({
      status: 200,
      body: { accepted: false, problem: { status: 409, code: 'file-unknown' } },
    });
    const good = await office.preview(SUPPLY, 'C26', [file], 'ReviseEvidence');
    expect(good).toMatchObject({ status: 200, body: { accepted: true } });
    expect(await office.submit(SUPPLY, 'C26', [file, file], 'ReviseEvidence')).toMatchObject({ status: 422 });
    expect(await office.submit(AGENCY, 'C23', [file])).toMatchObject({ status: 409, body: { code: 'file-unknown' } });
    expect(await office.api.events()).toBe(before);
  });
});

describe('the virus scanner', () => {
  test('that finds something keeps the file out; one that finds nothing marks it as clean', async () => {
    office.scan = async () => ({ clean: false, found: 'Eicar-Test-Signature' });
    expect(await office.send(SUPPLY, 'C26', 'a.pdf', pdf('virus'))).toMatchObject({
      status: 422,
      body: { code: 'file-infected' },
    });
    office.scan = async () => ({ clean: true });
    expect(await office.send(SUPPLY, 'C26', 'a.pdf', pdf('sạch'))).toMatchObject({
      status: 201,
      body: { scan: 'clean' },
    });
  });

  test('that does not answer keeps every file out until it does', async () => {
    office.scan = async () => {
      throw new ScannerAway('clamd');
    };
    expect(await office.send(SUPPLY, 'C26', 'a.pdf', pdf())).toMatchObject({
      status: 503,
      body: { code: 'scanner-away' },
    });
    expect(await readdir(join(office.folder, 'spool'))).toEqual([]);
  });
});

describe('the check of the ledger with --files', () => {
  test('reads every file that the history names, and tells what is damaged and what is missing', async () => {
    const storage = diskStorage(join(office.folder, 'kept'));
    expect(await checkFiles(office.api.db, storage)).toEqual({ checked: 2, bad: [] });
    const [first, second] = await namedContents(office.api.db);
    if (!first || !second) throw new Error('two files were handed in');
    const [one, two] = await Promise.all([readFile(pathOf(first.sha256)), readFile(pathOf(second.sha256))]);
    await writeFile(pathOf(first.sha256), Buffer.concat([one.subarray(1), Buffer.from('x')]));
    await rm(pathOf(second.sha256));
    expect((await checkFiles(office.api.db, storage)).bad).toEqual([
      { name: first.name, sha256: first.sha256, position: first.position, condition: 'damaged' },
      { name: second.name, sha256: second.sha256, position: second.position, condition: 'missing' },
    ]);
    await Promise.all([writeFile(pathOf(first.sha256), one), writeFile(pathOf(second.sha256), two)]);
  });
});

describe('in time', () => {
  test('files that no proof names go, with their bytes; those of the history stay for ever', async () => {
    const { body } = await office.send(SUPPLY, 'C26', 'quên.pdf', pdf('quên'));
    const remove = (sha256: string): Promise<void> => rm(pathOf(sha256));
    expect(await dropUnused(office.api.db, 30, remove)).toBe(0);
    await admin(office.api.databaseUrl, `UPDATE files.file SET used_at = now() - interval '31 days'`);
    expect(await dropUnused(office.api.db, 30, (sha256) => rm(pathOf(sha256), { force: true }))).toBeGreaterThan(0);
    expect((await office.fetch(SUPPLY, `${EXERCISE}/files/${body.fileId}`)).status).toBe(404);
    await expect(readdir(join(office.folder, 'kept', body.sha256.slice(0, 2)))).resolves.not.toContain(
      body.sha256.slice(2),
    );
    const named = await namedContents(office.api.db);
    expect(named.map(({ name }) => name).sort()).toEqual(['Nghiệm thu.pdf', 'rõ hơn.pdf']);
    const { id } = (await evidenceOf('C26')).files[0];
    expect((await office.fetch(SUPPLY, `${EXERCISE}/files/${id}`)).status).toBe(200);
  });

  test('the app cannot change what is noted of a file', async () => {
    for (const change of [`name = 'x'`, `sha256 = repeat('a', 64)`, `body = 'tam-ky.FIN'`])
      await expect(
        admin(office.api.databaseUrl, 'SET ROLE san_sang_app', `UPDATE files.file SET ${change}`),
      ).rejects.toThrow('permission denied');
  });

  test('a task that becomes a state secret shows its files no more', async () => {
    const { id } = (await evidenceOf('C26')).files[0];
    const classified = await office.api.command(EXERCISE, 'sa-1.tam-ky@tam-ky.SA:head', {
      type: 'Classify',
      subject: { kind: 'task', task: 'C26' },
      level: 'mat',
      decidedBy: 'Ban CHQS thành phố',
      basis: 'Danh mục bí mật nhà nước',
    });
    expect({ status: classified.status, code: classified.body.code, what: classified.body.detail }).toMatchObject({
      status: 200,
    });
    const answer = await office.read(AGENCY, `${EXERCISE}/files/${id}`);
    expect(answer).toMatchObject({ status: 409, code: 'file-secret' });
    expect(await evidenceOf('C26')).not.toHaveProperty('files');
    expect((await office.read(AGENCY, `${EXERCISE}/files`)).files).toEqual([]);
    expect(await office.send(SUPPLY, 'C26', 'a.pdf', pdf())).toMatchObject({
      status: 409,
      body: { code: 'secret-upload' },
    });
  });
});
