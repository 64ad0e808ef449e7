/** A link that looks like a button: `<ButtonLink to="/dien-tap/moi">`, addresses checked by type. */
import { Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react';

interface Props extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps>, ButtonProps {
  readonly ref?: Ref<HTMLAnchorElement>;
}
const Plain = (props: Props): ReactNode => <Button component="a" {...props} />;

export const ButtonLink = createLink(Plain);
