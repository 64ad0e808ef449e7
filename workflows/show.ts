/** What `temporal workflow list` and the Temporal page show of a stream: the stage in words, and three search attributes. */
import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { setCurrentDetails, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import { type Alarmed, SEARCH_ATTRIBUTES } from './contract.ts';

const PHASE = defineSearchAttributeKey(SEARCH_ATTRIBUTES.phase, SearchAttributeType.KEYWORD);
const ORG_UNIT = defineSearchAttributeKey(SEARCH_ATTRIBUTES.orgUnit, SearchAttributeType.KEYWORD);
const NEXT_DUE = defineSearchAttributeKey(SEARCH_ATTRIBUTES.nextDue, SearchAttributeType.DATETIME);

/** Writes to history only what differs from what the run already shows. */
export function showStanding({ phase, orgUnit, nextDue, details }: Alarmed): void {
  setCurrentDetails(details);
  const shown = workflowInfo().typedSearchAttributes;
  const due = nextDue === null ? null : new Date(nextDue);
  const changes = [
    ...(shown.get(PHASE) === phase ? [] : [{ key: PHASE, value: phase }]),
    ...((shown.get(ORG_UNIT) ?? '') === orgUnit ? [] : [{ key: ORG_UNIT, value: orgUnit === '' ? null : orgUnit }]),
    ...(shown.get(NEXT_DUE)?.getTime() === due?.getTime() ? [] : [{ key: NEXT_DUE, value: due }]),
  ];
  if (changes.length > 0) upsertSearchAttributes(changes);
}
