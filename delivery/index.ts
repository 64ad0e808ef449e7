/** Carrying messages out of the house: mail and webhooks. */
export { ChannelAway, type Message, type Outcome, type Sender } from './channel.ts';
export { type DeliverDeps, type Delivered, deliverDue } from './deliver.ts';
export { createMailer } from './mailer.ts';
export { createSmtp, messageIdOf, type SmtpSettings } from './smtp.ts';
export { testMessage } from './test-message.ts';
export { createWebhook, targetOf, type WebhookSettings } from './webhook.ts';
