import { expect, type Scene } from '../scene.ts';

export const repeatedDelivery: Scene = {
  name: 'repeated-delivery',
  title: 'The same delivery twice is applied once and answered alike; the same key with another body is refused',
  play: async (stage, say) => {
    const message = await stage.platform.send([{ resource: 'Lead', key: 'lp-cy', set: { ReferredBy: 'A neighbour' } }]);
    const revision = await revisionOf();
    const again = await stage.platform.repeat(message);
    const replayed = again.headers['x-leadbridge-replayed'];
    say(`first → ${message.status} ${JSON.stringify(message.answer)}`);
    say(`again → ${again.status}, X-LeadBridge-Replayed: ${replayed}`);
    expect(withoutTrace(again.answer) === withoutTrace(message.answer), 'The second answer is the first', again.answer);
    expect(replayed === 'true', 'The second answer says that it is a replay', replayed);
    expect((await revisionOf()) === revision, 'It is applied once');
    const other = await stage.platform.repeat(message, message.body.replace('A neighbour', 'Somebody else'));
    say(`same key, other body → ${other.status} ${(other.answer as { type?: string }).type}`);
    expect(
      other.status === 409 && (other.answer as { type: string }).type.endsWith('idempotency-key-reused'),
      'Another body is refused',
      other.answer,
    );
    await stage.idle();
    return { first: message.answer, again: again.answer, replayed, other: other.answer };

    async function revisionOf(): Promise<number> {
      const [lead] = await stage.query<{ Sync_Revision__c: number }>(
        "SELECT Sync_Revision__c FROM Lead WHERE ContactKey__c = 'lp-cy'",
      );
      return lead!.Sync_Revision__c;
    }
  },
};

/** Each request has a trace id of its own; everything else of the stored answer is the same. */
function withoutTrace(answer: unknown): string {
  return JSON.stringify({ ...(answer as Record<string, unknown>), traceId: undefined });
}
