/** Writing a strength or a limit with its causes; correcting or withdrawing one with a reason. */
import { Group, Select, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '../../../client/http.ts';
import { ActDialog } from '../../../parts/act-dialog.tsx';
import { ReasonField } from '../../../parts/reason-field.tsx';
import { useAct } from '../../../parts/use-act.ts';
import { useSay, useWords } from '../../../words/language.tsx';
import { linesOf, nextId } from './chapters.ts';
import type { OfReview } from './findings.tsx';
import { RecordDialog, WordsField } from './record-dialog.tsx';
import { said } from './words.ts';

type Review = Schemas['Review'];
type Finding = Review['findings'][number];

export const CriterionSelect = ({
  review,
  value,
  onChange,
}: {
  readonly review: Review;
  readonly value: string | null;
  readonly onChange: (criterion: string | null) => void;
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  return (
    <Select
      id="field-criterion"
      label={w.criterion}
      description={w.criterionWhat}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={review.scores.map(({ domain, name, criteria }) => ({
        group: say(name),
        items: criteria.map((criterion) => ({ value: `${domain}/${criterion.code}`, label: say(criterion.name) })),
      }))}
      value={value}
      onChange={onChange}
      searchable
      clearable
    />
  );
};

export const RecordFinding = ({
  review,
  report,
  kind,
  onClose,
}: OfReview & { readonly kind: Finding['kind']; readonly onClose: () => void }): ReactNode => {
  const w = useWords(said);
  const [id] = useState(() => nextId('F', review.findings));
  const [text, setText] = useState('');
  const [causes, setCauses] = useState({ subjective: '', objective: '' });
  const [criterion, setCriterion] = useState<string | null>(null);
  const [suggestion, setSuggestion] = useState('');
  const listed = (['subjective', 'objective'] as const).flatMap((of) =>
    linesOf(causes[of]).map((line) => ({ kind: of, text: line })),
  );
  const command = {
    ...{ type: 'RecordFinding' as const, finding: id, kind, text: text.trim() },
    ...(listed.length > 0 ? { causes: listed } : {}),
    ...(criterion ? { criterion } : {}),
    ...(suggestion.trim() ? { suggestion: suggestion.trim() } : {}),
  };
  const causeField = (of: 'subjective' | 'objective', label: string): ReactNode => (
    <Textarea
      label={label}
      description={w.onePerLine}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={causes[of]}
      onChange={({ currentTarget }) => setCauses({ ...causes, [of]: currentTarget.value })}
      autosize
      minRows={2}
      miw="14rem"
    />
  );
  return (
    <RecordDialog
      {...{ review: review.id, onClose, id }}
      title={kind === 'limit' ? w.addLimit : w.addStrength}
      command={text.trim() === '' ? null : command}
      isTouched={text !== '' || listed.length > 0}
    >
      <WordsField value={text} onChange={setText} />
      {kind === 'limit' && (
        <Group grow align="flex-start" wrap="wrap" preventGrowOverflow={false}>
          {causeField('subjective', w.causesField)}
          {causeField('objective', w.causesObjective)}
        </Group>
      )}
      <CriterionSelect review={review} value={criterion} onChange={setCriterion} />
      {kind === 'limit' && report.general.isPilot && (
        <TextInput
          label={w.suggestion}
          value={suggestion}
          onChange={({ currentTarget }) => setSuggestion(currentTarget.value)}
          maxLength={300}
        />
      )}
    </RecordDialog>
  );
};

export const AmendFinding = ({
  review,
  finding,
  isEnd,
  onClose,
}: {
  readonly review: Review;
  readonly finding: Finding;
  /** Withdraws it instead. */
  readonly isEnd: boolean;
  readonly onClose: () => void;
}): ReactNode => {
  const w = useWords(said);
  const [text, setText] = useState(finding.text);
  const [reason, setReason] = useState('');
  const act = useAct('reviews', review.id, w.findingDone, onClose);
  const { id } = finding;
  return (
    <ActDialog
      opened
      onClose={onClose}
      onSend={() =>
        act.send(
          isEnd
            ? { type: 'WithdrawFinding', finding: id, reason: reason.trim() }
            : { type: 'AmendFinding', finding: id, text: text.trim(), reason: reason.trim() },
        )
      }
      title={`${isEnd ? w.withdraw : w.amend}: ${id}`}
      button={isEnd ? w.withdrawThis(id) : w.amendThis(id)}
      effect={isEnd ? finding.text : undefined}
      error={act.error}
      sending={act.sending}
      danger={isEnd}
      disabled={reason.trim() === '' || text.trim() === ''}
      dirty={reason !== '' || text !== finding.text}
    >
      {!isEnd && <WordsField value={text} onChange={setText} />}
      <ReasonField value={reason} onChange={setReason} />
    </ActDialog>
  );
};
