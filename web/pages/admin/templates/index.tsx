/** Templates and their versions: looked at, compared, written anew, retired. The address holds what is shown. */
import { Button, Group, SegmentedControl, Select, Text } from '@mantine/core';
import { IconPencilPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { EXERCISE_TYPE_NAMES } from '../../../../domain/labels/words.ts';
import type { Answer } from '../../../client/http.ts';
import { useRead } from '../../../client/read.ts';
import { PageHead } from '../../../parts/page-head.tsx';
import { Shown } from '../../../parts/shown.tsx';
import { useAsOf, useView } from '../../../parts/view.ts';
import { useMe } from '../../../session/session.tsx';
import { dateText, dayOf } from '../../../words/format.ts';
import { useSay, useWords } from '../../../words/language.tsx';
import { Difference } from './difference.tsx';
import { contentOf } from './draft.ts';
import { Editor } from './editor.tsx';
import { PARTS, Part } from './parts.tsx';
import { Retire } from './retire.tsx';
import { said } from './words.ts';

type Version = Answer<'/api/v1/templates'>['templates'][number];

const OneVersion = ({
  version,
  others,
}: {
  readonly version: Version;
  readonly others: readonly Version[];
}): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const [{ phan, so_voi: against }, setView] = useView();
  const read = useRead('/api/v1/templates/{id}', {
    path: { id: version.id },
    query: { version: String(version.version) },
  });
  const compared = others.find((each) => String(each.version) === against);
  const part = PARTS.find((each) => each === phan) ?? 'tasks';
  const types = version.exerciseTypes.flatMap((type) =>
    type in EXERCISE_TYPE_NAMES ? [say(EXERCISE_TYPE_NAMES[type as keyof typeof EXERCISE_TYPE_NAMES])] : [],
  );
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm" maw="90ch">
        {w.types}: {types.join(', ')}.{' '}
        {version.published && `${w.publishedOn(dateText(dayOf(version.published.at)), version.published.reason)}. `}
        {version.retired && w.retiredOn(dateText(dayOf(version.retired.at)), version.retired.reason)}
      </Text>
      <Group gap="lg" mb="md" align="flex-end" className="no-print">
        <SegmentedControl
          aria-label={w.part}
          value={compared ? '' : part}
          data={PARTS.map((each) => ({ value: each, label: w[each] }))}
          onChange={(next) => setView({ phan: next === 'tasks' ? undefined : next, so_voi: undefined })}
          className="wrapping-choice"
        />
        {others.length > 0 && (
          <Select
            label={w.compareWith}
            value={compared ? String(compared.version) : null}
            data={others.map((each) => ({ value: String(each.version), label: w.versionN(each.version) }))}
            onChange={(next) => setView({ so_voi: next ?? undefined })}
            clearable
            w={180}
          />
        )}
      </Group>
      {compared ? (
        <Difference
          id={version.id}
          from={Math.min(compared.version, version.version)}
          to={Math.max(compared.version, version.version)}
        />
      ) : (
        <Shown read={read}>{(template) => <Part name={part} content={contentOf(template)} />}</Shown>
      )}
    </>
  );
};

const Writing = ({
  id,
  basedOn,
  onClose,
}: {
  readonly id: string;
  readonly basedOn: number;
  readonly onClose: () => void;
}): ReactNode => {
  const read = useRead('/api/v1/templates/{id}', { path: { id } });
  return (
    <Shown read={read}>
      {(template) => <Editor key={template.version} template={template} basedOn={basedOn} onClose={onClose} />}
    </Shown>
  );
};

export const Tab = (): ReactNode => {
  const w = useWords(said);
  const say = useSay();
  const { acting } = useMe();
  const asOf = useAsOf();
  const [{ mau, ban, soan }, setView] = useView();
  const [retiring, setRetiring] = useState(false);
  const read = useRead('/api/v1/templates');
  const all = read.data?.templates ?? [];
  const ids = [...new Set(all.map((each) => each.id))];
  const id = ids.find((each) => each === mau) ?? ids[0] ?? '';
  const versions = all.filter((each) => each.id === id);
  const latest = versions.findLast(({ retired }) => !retired) ?? versions.at(-1);
  const version = versions.find((each) => String(each.version) === ban) ?? latest;
  const mayWrite = asOf === undefined && ['SA', 'MPC'].includes(acting?.body.split('.').at(-1) ?? '');
  const isWriting = mayWrite && soan === '1';
  return (
    <>
      <PageHead
        title={w.title}
        actions={
          mayWrite &&
          !isWriting &&
          version && (
            <>
              {!version.retired && versions.filter(({ retired }) => !retired).length > 1 && (
                <Button variant="default" onClick={() => setRetiring(true)}>
                  {w.retire}
                </Button>
              )}
              <Button leftSection={<IconPencilPlus aria-hidden size={18} />} onClick={() => setView({ soan: '1' })}>
                {w.publish}
              </Button>
            </>
          )
        }
      />
      <Shown read={read}>
        {() => (
          <>
            <Group gap="lg" mb="md" align="flex-end" className="no-print">
              <Select
                label={w.template}
                value={id}
                data={ids.map((each) => ({
                  value: each,
                  label: say(all.find((one) => one.id === each)?.name ?? { vi: each, en: each }),
                }))}
                onChange={(next) => setView({ mau: next ?? undefined, ban: undefined, so_voi: undefined })}
                allowDeselect={false}
                disabled={isWriting}
                w={380}
                maw="100%"
              />
              {!isWriting && version && (
                <Select
                  label={w.version}
                  value={String(version.version)}
                  data={versions.map((each) => ({
                    value: String(each.version),
                    label: [w.versionN(each.version), each.published ? '' : w.shipped, each.retired ? w.retired : '']
                      .filter(Boolean)
                      .join(' · '),
                  }))}
                  onChange={(next) => setView({ ban: next ?? undefined, so_voi: undefined })}
                  allowDeselect={false}
                  w={260}
                />
              )}
            </Group>
            {!mayWrite && asOf === undefined && (
              <Text size="sm" c="dimmed" mb="sm">
                {w.keepers}
              </Text>
            )}
            {isWriting ? (
              <Writing
                key={id}
                id={id}
                basedOn={versions.at(-1)?.version ?? 0}
                onClose={() => setView({ soan: undefined, ban: undefined })}
              />
            ) : (
              version && <OneVersion version={version} others={versions.filter((each) => each !== version)} />
            )}
          </>
        )}
      </Shown>
      {retiring && version && <Retire id={id} version={version.version} onClose={() => setRetiring(false)} />}
    </>
  );
};
