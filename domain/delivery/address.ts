/** Addresses that a message may be sent to. Nothing that could break out of a header or a URL passes. */
import { z } from 'zod';

/** Plain mailbox of ASCII: no comment, no group, no quoted part, no line break. */
export const MailAddress = z
  .string()
  .max(254)
  .regex(
    /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?=.{1,253}$)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$/,
  )
  .refine((address) => !/^\.|\.\.|\.@/.test(address), { message: 'dots' })
  .meta({ description: 'A mailbox; line breaks, comments and lists are refused', example: 'congan@tamky.example' });

/** An http(s) address without user name, password or fragment. */
export const WebhookAddress = z
  .string()
  .max(500)
  .refine(
    (text) => {
      if (!/^https?:\/\/[\x21-\x7e]+$/.test(text) || !URL.canParse(text)) return false;
      const { username, password, hash } = new URL(text);
      return username === '' && password === '' && hash === '';
    },
    { message: 'a whole http(s) address' },
  )
  .meta({
    description: 'Its host and port must be on the list of the installation',
    example: 'https://sms.example:8443/gui',
  });
