import { App } from '@slack/bolt';

/** The yardstick: Bolt with its own receiver, answering every message with fixed text. */
const app = new App({
  token: process.env['SLACK_BOT_TOKEN'] ?? '',
  signingSecret: process.env['SLACK_SIGNING_SECRET'] ?? '',
  clientOptions: { slackApiUrl: process.env['SLACK_API_URL'] ?? '' },
});
app.message(async ({ say }) => {
  await say('A fixed answer.');
});
const server = await app.start({ port: 0, host: '127.0.0.1' });
const address = server.address();
if (typeof address === 'object' && address) process.stdout.write(`{"port":${address.port}}\n`);
