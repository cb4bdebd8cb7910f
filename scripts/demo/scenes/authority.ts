import { expect, type Scene } from '../scene.ts';

interface Items {
  readonly items: ReadonlyArray<{
    readonly status: string;
    readonly problems?: ReadonlyArray<{ readonly pointer: string; readonly code: string; readonly detail: string }>;
  }>;
}

export const authority: Scene = {
  name: 'authority',
  title:
    'A platform cannot write what Salesforce owns, nor give a lead to an agent who may not have it; it is told the present state',
  play: async (stage, say) => {
    const before = stage.platform.store.lastCall();
    const [lead] = await stage.query<{ Status: string; Assigned_Agent__r: { MemberKey__c: string } }>(
      "SELECT Status, Assigned_Agent__r.MemberKey__c FROM Lead WHERE ContactKey__c = 'lp-derived'",
    );
    const [ineligible] = await stage.query<{ MemberKey__c: string; Lead_Eligibility_Reasons__c: string }>(
      "SELECT MemberKey__c, Lead_Eligibility_Reasons__c FROM People__c WHERE Lead_Eligibility__c = 'Not Eligible' ORDER BY MemberKey__c LIMIT 1",
    );
    const message = await stage.platform.send([
      { resource: 'Lead', key: 'lp-derived', set: { LeadStatus: 'Closed - Converted' } },
      { resource: 'Lead', key: 'lp-bea', set: { OwnerMemberKey: ineligible!.MemberKey__c } },
    ]);
    const { items } = message.answer as Items;
    for (const item of items)
      say(
        `  ${item.status}: ${item.problems?.map((problem) => `${problem.pointer} ${problem.code} (${problem.detail})`).join(', ')}`,
      );
    const codes = items.map((item) => item.problems?.[0]?.code);
    expect(
      items[0]?.status === 'rejected' && codes[0] === 'salesforce-owned',
      'A Salesforce-owned field is refused',
      items[0],
    );
    expect(
      items[1]?.status === 'rejected' && codes[1] === 'agent-not-eligible',
      'An ineligible agent is refused with the reason',
      items[1],
    );

    const told = await stage.until('The platform is told the present status', 5000, () =>
      stage.platform.store.items(before, 'lp-derived').find((item) => 'LeadStatus' in item.set),
    );
    const toldAgent = await stage.until('The platform is told the present agent', 5000, () =>
      stage.platform.store.items(before, 'lp-bea').find((item) => 'OwnerMemberKey' in item.set),
    );
    say(`  the platform is told LeadStatus=${told.set.LeadStatus} and OwnerMemberKey=${toldAgent.set.OwnerMemberKey}`);
    const [after] = await stage.query<{ Status: string }>("SELECT Status FROM Lead WHERE ContactKey__c = 'lp-derived'");
    expect(after?.Status === lead?.Status && told.set.LeadStatus === lead?.Status, 'Salesforce keeps its state', {
      before: lead,
      after,
    });
    await stage.idle();
    return { items, told: told.set, toldAgent: toldAgent.set };
  },
};
