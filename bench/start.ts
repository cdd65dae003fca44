import { BOT_TOKEN, SIGNING_SECRET, startFakeSlack } from '../test/doubles/slack.ts';
import { APP_ID, TENANT } from '../test/doubles/teams.ts';
import { start } from './process.ts';
import { median, ms, table } from './table.ts';

const RUNS = 5;

/** From spawning to listening, and the memory then, without a channel and with both. */
export async function benchStart(): Promise<string> {
  const slack = await startFakeSlack();
  const both = {
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: slack.apiUrl,
    MicrosoftAppId: APP_ID,
    MicrosoftAppPassword: 'a password for the bench',
    MicrosoftAppTenantId: TENANT,
    HOST: '127.0.0.1',
  };
  const local = await starts({});
  const connected = await starts(both);
  await slack.close();
  return table([
    ['start to listening', 'time', 'goal', 'memory', 'goal'],
    ['local', ms(local.time), '<= 1,000 ms', `${local.memory.toFixed(0)} MB`, '<= 110 MB'],
    ['Slack and Teams', ms(connected.time), '<= 1,800 ms', `${connected.memory.toFixed(0)} MB`, '<= 170 MB'],
  ]);
}

async function starts(
  env: Record<string, string>,
): Promise<{ readonly time: number; readonly memory: number }> {
  const runs: { time: number; memory: number }[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const bot = await start('src/main.js', ['serve'], env);
    runs.push({ time: bot.startMs, memory: bot.rssMb() });
    await bot.stop();
  }
  return { time: median(runs.map(({ time }) => time)), memory: median(runs.map(({ memory }) => memory)) };
}
