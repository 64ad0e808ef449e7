/** What a command would do, asked as it is being filled in; nothing is written. */
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { type Command, type Kind, previewCommand } from './command.ts';
import type { Schemas } from './http.ts';
import type { Failure } from './read.ts';

/** Asks while `command` is there; the last answer stays while another is fetched. Its `version` belongs into `expectedVersion`. */
export const usePreview = <K extends Kind>(
  kind: K,
  id: string,
  command: Command<K> | null,
): UseQueryResult<Schemas['Preview'], Failure> =>
  useQuery({
    queryKey: ['preview', kind, id, command],
    queryFn: () => {
      if (!command) throw new Error('nothing to preview');
      return previewCommand(kind, id, command);
    },
    enabled: command !== null,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    retry: false,
  }) as UseQueryResult<Schemas['Preview'], Failure>; // asking throws nothing else
