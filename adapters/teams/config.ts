export const APP_TYPES = ['SingleTenant', 'UserAssignedMSI', 'MultiTenant'] as const;
export type AppType = (typeof APP_TYPES)[number];

/** Settings of the Teams channel. Without `appId` it takes messages on loopback only, and only where the bot is run locally. */
export interface TeamsConfig {
  readonly appId?: string;
  readonly appPassword?: string;
  /** Default: SingleTenant. */
  readonly appType?: AppType;
  readonly tenantId?: string;
  /** Exact addresses added to the built-in list of Teams service addresses. */
  readonly serviceUrls: readonly string[];
}

/** What is wrong with the settings: names of fields that are missing or must not be there, and warnings. */
export interface TeamsConfigCheck {
  readonly missing: readonly ('appId' | 'appPassword' | 'tenantId')[];
  readonly unwanted: readonly 'appPassword'[];
  readonly warnings: readonly 'multi-tenant'[];
}

/**
 * Which fields go together: SingleTenant needs app id, password and tenant; UserAssignedMSI app id and tenant and no
 * password; MultiTenant app id and password, with a warning: no new one can be registered since July 2025. Nothing set
 * is right, and no Teams.
 */
export function checkTeamsConfig(config: Omit<TeamsConfig, 'serviceUrls'>): TeamsConfigCheck {
  const { appId, appPassword, appType = 'SingleTenant', tenantId } = config;
  const nothing = !appId && !appPassword && !tenantId && !config.appType;
  if (nothing) return { missing: [], unwanted: [], warnings: [] };
  const needed = { appId, ...NEEDS[appType]({ appPassword, tenantId }) };
  return {
    missing: (['appId', 'appPassword', 'tenantId'] as const).filter(
      (name) => name in needed && !needed[name],
    ),
    unwanted: appType === 'UserAssignedMSI' && appPassword ? ['appPassword'] : [],
    warnings: appType === 'MultiTenant' ? ['multi-tenant'] : [],
  };
}

interface Secrets {
  readonly appPassword?: string | undefined;
  readonly tenantId?: string | undefined;
}
const NEEDS: Readonly<Record<AppType, (given: Secrets) => Secrets>> = {
  SingleTenant: (given) => given,
  UserAssignedMSI: ({ tenantId }) => ({ tenantId }),
  MultiTenant: ({ appPassword }) => ({ appPassword }),
};
