import { randomUUID } from 'node:crypto';
import type { Activity } from '../../lead-platform/index.ts';
import { expect, type Scene } from '../scene.ts';

interface LeadRow {
  readonly ContactKey__c: string;
  readonly LastName: string;
  readonly OriginatingSystemName__c: string;
  readonly Last_Updated_By_System__c: string;
  readonly Owner: { readonly Name: string } | null;
  readonly OwnerId: string;
  readonly Assigned_Agent__r: { readonly MemberKey__c: string } | null;
}

export const inboundCreate: Scene = {
  name: 'inbound-create',
  title: "The platform posts new leads to the Site's guest endpoint, and one through the OAuth door",
  play: async (stage, say) => {
    const activities: Activity[] = ['ada', 'bea', 'cy'].map((name, index) => ({
      resource: 'Lead',
      key: `lp-${name}`,
      set: {
        FirstName: name,
        LastName: 'Newman',
        Email: `${name}@mail.example`,
        MobilePhone: `+1312557${1000 + index}`,
        DesiredCity: 'Chicago',
      },
    }));
    const message = await stage.platform.send(activities);
    say(`POST ${stage.siteDoor}/events  (${activities.length} events) → ${message.status}`);
    say(`  ${JSON.stringify(message.answer).slice(0, 300)}`);
    expect(message.status === 200, 'The guest endpoint takes the events', message.answer);

    const event = [
      {
        specversion: '1.0',
        id: 'lp-oauth-1',
        source: 'urn:leadbridge:Lead_Platform',
        type: 'lead.changed',
        subject: 'lp-oauth',
        time: new Date().toISOString(),
        data: { set: { FirstName: 'Olga', LastName: 'Authier', Email: 'olga@mail.example' } },
      },
    ];
    const viaOauth = await stage.door('POST', '/events', {
      bearer: stage.facts.oauthToken,
      key: randomUUID(),
      body: JSON.stringify(event),
    });
    say(`POST ${stage.oauthDoor}/events  (Authorization: Bearer …) → ${viaOauth.status}`);
    expect(viaOauth.status === 200, 'The OAuth door takes the event', viaOauth.body);
    // The platform knows the lead it sent, though this one went past its own sender.
    stage.platform.store.write(
      'Lead',
      'lp-oauth',
      { FirstName: 'Olga', LastName: 'Authier', Email: 'olga@mail.example' },
      undefined,
    );

    const leads = await stage.query<LeadRow>(
      'SELECT ContactKey__c, LastName, OriginatingSystemName__c, Last_Updated_By_System__c, OwnerId, Owner.Name, Assigned_Agent__r.MemberKey__c ' +
        "FROM Lead WHERE ContactKey__c IN ('lp-ada', 'lp-bea', 'lp-cy', 'lp-oauth') ORDER BY ContactKey__c",
    );
    for (const lead of leads) {
      say(
        `  ${lead.ContactKey__c}: from ${lead.OriginatingSystemName__c}, agent ${lead.Assigned_Agent__r?.MemberKey__c ?? 'none'}, owner ${lead.Owner?.Name}`,
      );
    }
    expect(leads.length === 4, 'All four leads exist in Salesforce', leads.length);
    expect(
      leads.every((lead) => lead.OriginatingSystemName__c === 'Lead_Platform'),
      'Each is stamped with its origin',
      leads,
    );
    expect(
      leads.every((lead) => lead.OwnerId.startsWith('005')),
      'Each is owned by a user',
      leads,
    );
    await stage.idle();
    return { status: message.status, answer: message.answer, leads };
  },
};
