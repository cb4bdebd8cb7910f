import { expect, type Scene } from '../scene.ts';

export const derivedChange: Scene = {
  name: 'derived-change',
  title: 'What Salesforce derives in the same save goes back, and only that; a third party gets all of it',
  play: async (stage, say) => {
    const key = 'lp-derived';
    const before = { platform: stage.platform.store.lastCall(), third: stage.thirdParty.store.lastCall() };
    const set = {
      FirstName: 'Dora',
      LastName: 'Rived',
      Email: 'dora@mail.example',
      DesiredCity: 'Chicago',
      DesiredPostalCode: '60601',
    };
    const message = await stage.platform.send([{ resource: 'Lead', key, set }]);
    say(`POST /events: a lead without an agent → ${message.status}`);
    expect(message.status === 200, 'The lead is taken', message.answer);

    const toPlatform = await stage.until('The platform is told the agent', 5000, () =>
      stage.platform.store.items(before.platform, key).find((item) => 'OwnerMemberKey' in item.set),
    );
    say(`  the platform received ${JSON.stringify(toPlatform.set)}`);
    const echoed = Object.keys(toPlatform.set).filter((name) => name in set);
    expect(echoed.length === 0, 'Only what Salesforce derived goes back', toPlatform.set);
    const toThird = await stage.until(
      'The third party is told the lead',
      5000,
      () => stage.thirdParty.store.items(before.third, key)[0],
    );
    say(`  the third party received ${JSON.stringify(toThird.set)}`);
    const missing = Object.keys(set).filter((name) => !(name in toThird.set));
    expect(missing.length === 0 && 'OwnerMemberKey' in toThird.set, 'The third party gets the whole change', {
      missing,
    });

    const [lead] = await stage.query<{ Assigned_Agent__r: { MemberKey__c: string; Lead_Eligibility__c: string } }>(
      `SELECT Assigned_Agent__r.MemberKey__c, Assigned_Agent__r.Lead_Eligibility__c FROM Lead WHERE ContactKey__c = '${key}'`,
    );
    expect(
      lead?.Assigned_Agent__r.MemberKey__c === toPlatform.set.OwnerMemberKey,
      'The agent told is the agent in Salesforce',
      lead,
    );
    expect(lead?.Assigned_Agent__r.Lead_Eligibility__c === 'Eligible', 'The agent is eligible', lead);
    await stage.idle();
    return { sent: set, platformReceived: toPlatform.set, thirdPartyReceived: toThird.set };
  },
};
