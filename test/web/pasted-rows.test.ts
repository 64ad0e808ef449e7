/** Lists pasted from a spreadsheet: what is read, and which lines are not. */
import { describe, expect, test } from '@jest/globals';
import { readHolders, readUnits } from '../../web/pages/admin/units/establish-rows.ts';
import { readRoster } from '../../web/pages/exercise/muster/setup/roster-rows.ts';

describe('a named roster', () => {
  test('is read by tabs or semicolons, with or without headings and quotes', () => {
    const { rows, wrong } = readRoster(
      'reservist',
      'Số lệnh\tHọ tên\tNăm sinh\nqn-01\t"Nguyễn ""Văn"" Mẫu"\t1996\t0905 000 000\tThôn 2\n\nQN-02\tTrần Văn Thử\n',
    );
    expect(wrong).toEqual([]);
    expect(rows).toEqual([
      {
        ...{ kind: 'reservist', order: 'QN-01', fullName: 'Nguyễn "Văn" Mẫu' },
        ...{ yearOfBirth: 1996, phone: '0905 000 000', addressNote: 'Thôn 2' },
      },
      { kind: 'reservist', order: 'QN-02', fullName: 'Trần Văn Thử' },
    ]);
    expect(readRoster('vehicle', 'PT-1; 92C-000.00; Lê Văn Lái').rows).toEqual([
      { kind: 'vehicle', order: 'PT-1', plate: '92C-000.00', fullName: 'Lê Văn Lái' },
    ]);
  });

  test('names the lines that it cannot take, and orders that stand there twice', () => {
    const typed = [
      'QN-01; A',
      'QN-02',
      'QN-03; B; 96',
      'QN-04; C; 1996; abc',
      'QN-05; D; 1996; 0905000000; x; y',
      'QN-01; E',
    ];
    expect(readRoster('reservist', typed.join('\n'))).toMatchObject({ wrong: [2, 3, 4, 5], twice: ['QN-01'] });
  });
});

describe('the first organisation', () => {
  const bodies = { upper: ['SA'], commune: ['CMC'] } as const;

  test('is read with the bodies of each level; levels may be written with accents', () => {
    const typed =
      'tam-ky; thành phố Tam Kỳ; Tam Kỳ city; Huyện\ntan-thanh; phường Tân Thạnh; Tân Thạnh ward; xã; tam-ky';
    expect(readUnits(typed, bodies)).toEqual({
      wrong: [],
      rows: [
        { id: 'tam-ky', nameVi: 'thành phố Tam Kỳ', nameEn: 'Tam Kỳ city', level: 'district', bodies: ['SA'] },
        {
          ...{ id: 'tan-thanh', nameVi: 'phường Tân Thạnh', nameEn: 'Tân Thạnh ward', level: 'commune' },
          ...{ parent: 'tam-ky', bodies: ['CMC'] },
        },
      ],
    });
  });

  test('names the lines that it cannot take', () => {
    expect(readUnits('Tam Kỳ; a; b; xã\nx; a; b; xóm\nx; a; b; xã; y; z\nx; a', bodies).wrong).toEqual([1, 2, 3, 4]);
    expect(readHolders('tam-ky.SA; nv-07\ntam-ky; nv-08\ntam-ky.SA').wrong).toEqual([2, 3]);
  });
});
