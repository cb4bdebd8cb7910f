import { expect, type Scene } from '../scene.ts';

export const noEcho: Scene = {
  name: 'no-echo',
  title: 'The platform updates a lead, and hears nothing about the values it sent',
  play: async (stage, say) => {
    const before = stage.platform.store.lastCall();
    const set = { MobilePhone: '+13125580001', HomeCity: 'Evanston', Language: 'Spanish' };
    const message = await stage.platform.send([{ resource: 'Lead', key: 'lp-ada', set }]);
    say(`POST /events ${JSON.stringify(set)} → ${message.status} ${JSON.stringify(message.answer)}`);
    expect(message.status === 200, 'The update is taken', message.answer);
    await stage.idle();
    const [lead] = await stage.query<{ MobilePhone: string; City: string; Language__c: string }>(
      "SELECT MobilePhone, City, Language__c FROM Lead WHERE ContactKey__c = 'lp-ada'",
    );
    say(
      `  Salesforce holds ${JSON.stringify({ MobilePhone: lead?.MobilePhone, City: lead?.City, Language__c: lead?.Language__c })}`,
    );
    expect(lead?.City === 'Evanston' && lead.MobilePhone === set.MobilePhone, 'Salesforce took the values over', lead);
    const received = stage.platform.store.items(before, 'lp-ada');
    const echoed = received.flatMap((item) => Object.keys(item.set).filter((name) => name in set));
    say(`  the platform received ${received.length} items about this lead, ${echoed.length} of the values it had sent`);
    expect(echoed.length === 0, 'Nothing that the platform sent comes back', received);
    const third = await stage.until(
      'The third party learns it',
      5000,
      () => stage.thirdParty.store.record('Lead', 'lp-ada')?.values.HomeCity === 'Evanston' || undefined,
    );
    expect(third, 'The third party has the change');
    return { sent: set, salesforce: lead, itemsReceived: received.length, echoed };
  },
};
