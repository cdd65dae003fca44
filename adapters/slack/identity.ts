import type { WebClient } from '@slack/web-api';
import { once } from '../../src/domain/once.ts';

/** Who we are in the workspace: how our own messages and mentions of us are told. */
export interface Identity {
  readonly user: string;
  readonly bot?: string;
  readonly team?: string;
}

/** Asks Slack once who the token belongs to. A failure is not kept: the next call asks again. */
export function createIdentity(client: WebClient): () => Promise<Identity> {
  return once(() => ask(client));
}

async function ask(client: WebClient): Promise<Identity> {
  const { user_id: user, bot_id: bot, team_id: team } = await client.auth.test();
  if (user === undefined)
    throw new Error('auth.test named no user: SLACK_BOT_TOKEN must be a bot token (xoxb-…).');
  return { user, ...(bot !== undefined && { bot }), ...(team !== undefined && { team }) };
}
