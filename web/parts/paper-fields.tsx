/** A numbered paper as an office cites it: number, day of issue, issuer, post of the signer, form. */
import { Group, Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMe } from '../session/session.tsx';
import { useWords, words } from '../words/language.tsx';
import { DateField } from './date-field.tsx';

export interface PaperDraft {
  readonly number: string;
  readonly date: string | null;
  readonly issuer: string;
  readonly signerPost: string;
  readonly form: '' | 'party36' | 'decree30';
}
export const emptyPaper: PaperDraft = { number: '', date: null, issuer: '', signerPost: '', form: '' };
export const isTouched = (paper: PaperDraft): boolean =>
  paper.number !== '' || paper.date !== null || paper.issuer !== '' || paper.signerPost !== '';

export interface PaperSent {
  readonly number: string;
  readonly date: string;
  readonly issuer: string;
  readonly signerPost?: string;
  readonly form?: 'party36' | 'decree30';
}
/** What is sent; null while number, day or issuer is missing. */
export const paperSent = ({ number, date, issuer, signerPost, form }: PaperDraft): PaperSent | null => {
  if (number.trim() === '' || date === null || issuer.trim() === '') return null;
  return {
    number: number.trim(),
    date,
    issuer: issuer.trim(),
    ...(signerPost.trim() === '' ? {} : { signerPost: signerPost.trim() }),
    ...(form === '' ? {} : { form }),
  };
};

const said = words({
  number: ['Số, ký hiệu', 'Number'],
  numberExample: ['ví dụ 12-NQ/ĐU', 'for example 12-NQ/ĐU'],
  date: ['Ngày ban hành', 'Day of issue'],
  issuer: ['Cơ quan ban hành', 'Issuer'],
  signer: ['Chức vụ người ký', 'Post of the signer'],
  signerWhat: ['Ghi chức vụ, không ghi họ tên', 'The post, never the name'],
  form: ['Thể thức', 'Form'],
  usual: ['Theo loại văn bản', 'As usual for its kind'],
  party36: ['Văn bản Đảng (Hướng dẫn 36-HD/VPTW)', 'Party document (Guidance 36-HD/VPTW)'],
  decree30: ['Hành chính (Nghị định 30/2020/NĐ-CP)', 'Administrative (Decree 30/2020)'],
});

export const PaperFields = ({
  paper,
  onChange,
  withForm = true,
  path = 'paper',
}: {
  readonly paper: PaperDraft;
  readonly onChange: (paper: PaperDraft) => void;
  readonly withForm?: boolean;
  /** Where the paper stands in the command: a refusal names its fields by it. */
  readonly path?: string;
}): ReactNode => {
  const w = useWords(said);
  const { today } = useMe();
  return (
    <>
      <Group grow align="flex-start" preventGrowOverflow={false} wrap="wrap">
        <TextInput
          id={`field-${path}.number`}
          label={w.number}
          placeholder={w.numberExample}
          value={paper.number}
          onChange={({ currentTarget }) => onChange({ ...paper, number: currentTarget.value })}
          maxLength={60}
          required
          miw="12rem"
        />
        <DateField
          id={`field-${path}.date`}
          label={w.date}
          value={paper.date}
          onChange={(date) => onChange({ ...paper, date })}
          max={today}
          required
        />
      </Group>
      <TextInput
        id={`field-${path}.issuer`}
        label={w.issuer}
        value={paper.issuer}
        onChange={({ currentTarget }) => onChange({ ...paper, issuer: currentTarget.value })}
        maxLength={120}
        required
      />
      <Group grow align="flex-start" preventGrowOverflow={false} wrap="wrap">
        <TextInput
          id={`field-${path}.signerPost`}
          label={w.signer}
          description={w.signerWhat}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={paper.signerPost}
          onChange={({ currentTarget }) => onChange({ ...paper, signerPost: currentTarget.value })}
          maxLength={80}
          miw="12rem"
        />
        {withForm && (
          <Select
            label={w.form}
            value={paper.form}
            data={[
              { value: '', label: w.usual },
              { value: 'party36', label: w.party36 },
              { value: 'decree30', label: w.decree30 },
            ]}
            onChange={(form) => onChange({ ...paper, form: form === 'party36' || form === 'decree30' ? form : '' })}
            allowDeselect={false}
            miw="12rem"
          />
        )}
      </Group>
    </>
  );
};
