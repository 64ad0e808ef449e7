/** A link of the page in the looks of the library: `<PageLink to="/dien-tap/$id" params={{ id }}>`, addresses checked by type. */
import { Anchor, type AnchorProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react';

interface Props extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof AnchorProps>, AnchorProps {
  readonly ref?: Ref<HTMLAnchorElement>;
}
const Plain = (props: Props): ReactNode => <Anchor {...props} />;

export const PageLink = createLink(Plain);
