/** All scenes in the order in which they play; a later one builds on the facts of the earlier. */
import type { Scene } from '../scene.ts';
import { apexTests } from './apex-tests.ts';
import { authority } from './authority.ts';
import { badInput } from './bad-input.ts';
import { deploy } from './deploy.ts';
import { derivedChange } from './derived-change.ts';
import { hourlyJob } from './hourly-job.ts';
import { inboundCreate } from './inbound-create.ts';
import { noEcho } from './no-echo.ts';
import { outage } from './outage.ts';
import { outbound } from './outbound.ts';
import { provision } from './provision.ts';
import { repeatedDelivery } from './repeated-delivery.ts';

export const scenes: readonly Scene[] = [
  deploy,
  apexTests,
  provision,
  inboundCreate,
  noEcho,
  derivedChange,
  outbound,
  authority,
  badInput,
  repeatedDelivery,
  outage,
  hourlyJob,
];

/** What a scene cannot do without: played before it when it is asked for alone. */
export const foundations: readonly string[] = ['deploy', 'provision', 'inbound-create', 'derived-change'];
