/** Opens the target once for all contract tests. Plain JavaScript: jest would make CommonJS of TypeScript here. */
export default async function setUp() {
  const { openTarget } = await import('./open-target.ts');
  const { target, close } = await openTarget();
  globalThis.closeContractTarget = close;
  process.env.BRIDGE_CONTRACT_TARGET = JSON.stringify(target);
  console.log(`\nThe contract tests speak to ${target.name} (${target.instanceUrl}).`);
  const all = ['site', 'oauth', 'platform', 'recorder', 'clock', 'switches'];
  const missing = all.filter((name) => !target.capabilities.includes(name));
  if (missing.length > 0)
    console.log(`It has no ${missing.join(', no ')}: tests that need it are counted as skipped, not as passed.`);
}
