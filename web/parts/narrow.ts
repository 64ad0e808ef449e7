import { useMediaQuery } from '@mantine/hooks';

/** A phone (ux §12): under 768 px. Papers are wide whatever the screen. */
export const useIsNarrow = (): boolean =>
  useMediaQuery('screen and (max-width: 47.99em)', undefined, { getInitialValueInEffect: false }) ?? false;
